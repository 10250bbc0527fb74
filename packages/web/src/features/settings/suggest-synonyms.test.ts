import { expect, it } from 'vitest';
import { suggestSynonyms } from './suggest-synonyms.ts';

const counts = [
  { value: 'new-york', respondents: 2 }, { value: 'New York', respondents: 9 }, { value: 'São Paulo', respondents: 3 },
  { value: 'sao paulo', respondents: 1 }, { value: 'Oslo', respondents: 8 }, { value: '–', respondents: 4 }, { value: '-', respondents: 4 },
];

it('groups spellings under the most frequent one, and nothing else', () => {
  expect(suggestSynonyms(counts, {})).toEqual([{ value: 'New York', spellings: ['new-york'] }, { value: 'São Paulo', spellings: ['sao paulo'] }]);
});

it('leaves out what is settled', () => {
  expect(suggestSynonyms(counts, { 'new-york': 'New York', 'sao paulo': 'São Paulo' })).toEqual([]);
});
