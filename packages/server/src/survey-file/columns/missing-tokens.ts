import { foldText, readNumber } from '@likeness/core';

/** An answer that may mean "no answer": the spelling as written and how often it occurs. Suggested in words, never applied unasked. */
export type MissingToken = { token: string; count: number };

const MISSING_WORDS = new Set(
  [
    'na', 'n/a', 'n.a.', '#n/a', 'n. a.', 'none', 'null', 'nil', 'nan', '-', '--', '---', '–', '—', '.', '?', 'x',
    'unknown', 'not known', 'missing', 'no answer', 'not answered', 'not applicable', 'not available', 'not specified', 'not stated',
    'refused', 'prefer not to answer', 'prefer not to say', 'i prefer not to answer', 'i prefer not to say', 'rather not say', 'decline to answer',
    'keine angabe', 'k. a.', 'k.a.', 'unbekannt', 'möchte ich nicht sagen', 'sin respuesta', 'no aplica', 'ns/nc', 'desconocido', 'prefiero no responder', 'prefiero no contestar', 'prefiero no decirlo',
    'sans réponse', 'inconnu', 'non précisé', 'sem resposta', 'não se aplica', 'prefiro não dizer',
  ].map(foldText),
);

const MISSING_CODES = [-1, -7, -8, -9, -77, -88, -98, -99, -999, -9999, 97, 98, 99, 997, 998, 999, 9999, 99_999];

/** Does this folded text usually mean "no answer"? */
export function isMissingWord(folded: string): boolean {
  return MISSING_WORDS.has(folded);
}

/**
 * Which answers of a column may mean "no answer"? Words in several languages, and numbers that
 * surveys use as codes when they stand clearly apart: a negative one while no other answer is
 * negative, or 97, 98, 99, 999 ... at least twice the largest other answer.
 * Spellings are kept as written, commonest first.
 *
 * @example suggestMissingTokens(new Map([['5', 40], ['-1', 3], ['N/A', 2]])) // [{ token: '-1', count: 3 }, { token: 'N/A', count: 2 }]
 */
export function suggestMissingTokens(counts: ReadonlyMap<string, number>): MissingToken[] {
  const words = [...counts].filter(([value]) => isMissingWord(foldText(value)));
  const numbers = [...counts].flatMap(([value, count]) => {
    const number = readNumber(value);
    return number === null ? [] : [{ value, count, number }];
  });
  const others = numbers.filter(({ number }) => !MISSING_CODES.includes(number)).map(({ number }) => number);
  const largest = others.reduce((max, number) => Math.max(max, number), -Infinity);
  const hasNegative = others.some((number) => number < 0);
  const codes = numbers.filter(({ number }) => others.length > 1 && MISSING_CODES.includes(number) && (number < 0 ? !hasNegative : number >= 2 * largest));
  return [...words, ...codes.map(({ value, count }) => [value, count] as const)]
    .map(([token, count]) => ({ token, count }))
    .toSorted((a, b) => b.count - a.count);
}
