import { expect, it } from 'vitest';
import { fromSynonyms, toList, toSynonyms } from './text-lists.ts';

it('reads texts with commas between, each once', () => {
  expect(toList(' NA, n/a,, NA ')).toEqual(['NA', 'n/a']);
  expect(toList('  ')).toEqual([]);
});

it('reads synonyms line by line, and writes what it reads', () => {
  const synonyms = { 'NYC': 'New York', 'N.Y.': 'New York = NY' };
  expect(toSynonyms(fromSynonyms(synonyms))).toEqual(synonyms);
  expect(toSynonyms('no sign\n= nothing\nleft =\nA=B\nA = C')).toEqual({ A: 'C' });
});
