import { type AnswerPart, toAnswerParts } from './answer-parts.ts';
import { type Dictionary, resolveField } from './dictionary.ts';
import { foldText } from './fold-text.ts';

/** The answers of one response, by the keys they arrived under. Only own keys are read. */
export type ResponseData = Readonly<Record<string, unknown>>;

/** An answer that is not missing: the key it arrived under, as it was given, and the values it holds. */
export type Answer = { key: string; given: unknown; parts: AnswerPart[] };

/**
 * What does a response answer to an attribute? null when the answer is missing.
 *
 * Attribute and keys meet by folded name and by the dictionary's aliases. When several keys of one response mean
 * the attribute, the canonical name comes first, then the aliases in declared order, and among equal names the
 * key that is lower in code units; the first answer that is not missing is taken.
 *
 * Cost: folds every key of the response; `compilePredicates` does that once for all responses.
 *
 * @example findAnswer(dictionary, { Age: null, respondent_age: ' 32 ' }, 'age')?.parts // [{ given: ' 32 ', text: '32' }]
 */
export function findAnswer(dictionary: Dictionary, responseData: ResponseData, attribute: string): Answer | null {
  const field = resolveField(dictionary, attribute);
  const candidates = Object.keys(responseData)
    .map((key) => ({ key, rank: field.names.indexOf(foldText(key)) }))
    .filter(({ rank }) => rank !== -1)
    .sort(compareCandidates);
  for (const { key } of candidates) {
    const given = responseData[key];
    const parts = toAnswerParts(field, given);
    if (parts !== null) return { key, given, parts };
  }
  return null;
}

/** The order in which keys that mean one attribute are tried: by rank of the name, then by code units of the key. */
export function compareCandidates(a: { rank: number; key: string }, b: { rank: number; key: string }): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.key < b.key ? -1 : 1;
}
