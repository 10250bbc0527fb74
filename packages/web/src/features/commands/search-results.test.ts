import { describe, expect, it } from 'vitest';
import { findResults, type SearchResult, toResponseId } from './search-results.ts';

const result = (name: string, group: SearchResult['group']): SearchResult => ({ id: name, name, group, run: () => undefined });
const all = [
  result('Runs', 'pages'), result('Olivia, operations manager', 'personas'), result('Manuel', 'personas'), result('Éva', 'personas'),
  result('Respondent customer-3', 'people'), result('Humane support', 'personas'),
];
const names = (query: string) => findResults(query, all).map(({ name }) => name);

describe('findResults', () => {
  it('puts beginnings before words before any place, personas first', () => {
    expect(names('man')).toEqual(['Manuel', 'Olivia, operations manager', 'Humane support', 'Respondent customer-3']);
  });

  it('does not mind case and accents', () => expect(names('EVA')).toContain('Éva'));

  it('keeps people, whom the server found', () => expect(names('zzz')).toEqual(['Respondent customer-3']));
});

it.each([['12', 12], [' #12 ', 12], ['012', null], ['12a', null], ['', null]])('%j as the id of a response: %s', (query, id) => {
  expect(toResponseId(query)).toBe(id);
});
