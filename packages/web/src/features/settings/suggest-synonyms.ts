export type Counted = { value: string; respondents: number };
/** Spellings of one value: the most frequent one, and the others. */
export type Suggestion = { value: string; spellings: string[] };

/**
 * Answers that are probably one value, written in different ways: equal but for case, accents, spaces and punctuation.
 * Spellings that `known` settles already are left out.
 *
 * @example suggestSynonyms([{ value: 'New York', respondents: 9 }, { value: 'new-york', respondents: 2 }], {})
 * // [{ value: 'New York', spellings: ['new-york'] }]
 */
export function suggestSynonyms(counts: readonly Counted[], known: Readonly<Record<string, string>>): Suggestion[] {
  const groups = new Map<string, Counted[]>();
  for (const count of counts) {
    const key = toLooseKey(count.value);
    if (key === '' || count.value in known) continue;
    groups.set(key, [...(groups.get(key) ?? []), count]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((a, b) => b.respondents - a.respondents);
    return first === undefined || others.length === 0 ? [] : [{ value: first.value, spellings: others.map(({ value }) => value) }];
  });
}

function toLooseKey(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
