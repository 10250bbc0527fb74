import { expect, it } from 'vitest';
import { hasFilters, readResponsesSearch } from './search.ts';

it('reads what is well formed and leaves out the rest', () => {
  const all = { range: '30', form: '2', persona: '4', band: 'weak', from: '2026-01-01', to: '2026-01-31', q: 'invoice', attribute: 'age', answer: '31', columns: 'age|plan' };
  expect(readResponsesSearch(all)).toEqual({ ...all, form: 2, persona: 4 });
  expect(readResponsesSearch({ band: 'weak', form: 'x', from: '2026-13-01', to: 'today', q: ' ' })).toEqual({});
});

it('knows whether anything narrows the list', () => {
  expect(hasFilters({})).toBe(false);
  expect(hasFilters({ range: 'all', columns: 'age' })).toBe(false);
  expect(hasFilters({ attribute: 'age' })).toBe(false);
  expect(hasFilters({ attribute: 'age', answer: '31' })).toBe(true);
  expect(hasFilters({ q: 'x' })).toBe(true);
});
