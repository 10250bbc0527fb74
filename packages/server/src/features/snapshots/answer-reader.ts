import { findAnswer, foldText, resolveField, type Answer, type Dictionary, type Field, type ResponseData } from '@likeness/core';

/** Reads a fixed list of attributes out of one response after the other; null where an answer is missing. */
export type AnswerReader = { readonly fields: readonly Field[]; read(responseData: ResponseData): (Answer | null)[] };

const MOST_KNOWN_KEYS = 10_000;

/**
 * Answers what `findAnswer` answers, for responses by the thousand: which keys can mean which attribute is worked out
 * once a key, and only those keys are looked at.
 */
export function createAnswerReader(dictionary: Dictionary, attributes: readonly string[]): AnswerReader {
  const fields = attributes.map((attribute) => resolveField(dictionary, attribute));
  const positionsByKey = new Map<string, number[]>();
  const positionsOf = (key: string): number[] => {
    const known = positionsByKey.get(key);
    if (known) return known;
    const name = foldText(key);
    const positions = fields.flatMap((field, position) => (field.names.includes(name) ? position : []));
    if (positionsByKey.size >= MOST_KNOWN_KEYS) positionsByKey.clear();
    positionsByKey.set(key, positions);
    return positions;
  };
  return {
    fields,
    read: (responseData) => {
      const candidates = attributes.map((): [string, unknown][] => []);
      for (const key of Object.keys(responseData)) {
        for (const position of positionsOf(key)) candidates[position]?.push([key, responseData[key]]);
      }
      return candidates.map((entries, position) =>
        entries.length === 0 ? null : findAnswer(dictionary, Object.fromEntries(entries), attributes[position] ?? ''),
      );
    },
  };
}
