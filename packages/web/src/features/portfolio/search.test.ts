import { expect, it } from 'vitest';
import { readPortfolioSearch } from './search.ts';

it('reads what is well formed and leaves out the rest', () => {
  expect(readPortfolioSearch({ range: '30', level: 'match', people: '1,4', others: 'any' })).toEqual({ range: '30', level: 'match', people: '1,4', others: 'any' });
  expect(readPortfolioSearch({ people: 'none' })).toEqual({ people: 'none' });
  expect(readPortfolioSearch({ people: 4 })).toEqual({ people: '4' });
  expect(readPortfolioSearch({ range: '31', level: 'weak', people: '1,', others: 'yes' })).toEqual({});
});
