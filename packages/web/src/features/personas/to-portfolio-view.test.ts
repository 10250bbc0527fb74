import { describe, expect, it } from 'vitest';
import { createFormats } from '../../ui/formats.ts';
import { portfolioOf, shareOf } from './gallery.testing.ts';
import type { Portfolio } from './load-gallery.ts';
import { toPortfolioView } from './to-portfolio-view.ts';

const settings = { bands: { moderate: 50, strong: 70 } };
const formats = createFormats('en-GB');
const viewOf = (changes: Partial<Portfolio> = {}) => toPortfolioView(portfolioOf(changes), settings, formats);
const sentenceOf = (changes: Partial<Portfolio> = {}) => viewOf(changes)?.sentence.map(({ text }) => text).join('');
const twoPersonas = [...portfolioOf().personas, ...portfolioOf().personas];

describe('sentence', () => {
  it('speaks of the interval, and of the people without a strong persona', () => {
    expect(sentenceOf({ personas: twoPersonas })).toBe('They stand for 84 to 87 in 100 respondents strongly. 443 people have no strong persona.');
    expect(sentenceOf()).toMatch(/^It stands for /);
  });

  it('counts one person as one, and nobody as everybody covered', () => {
    expect(sentenceOf({ strong_gap: shareOf(1, 3062) })).toMatch(/1 person has no strong persona\.$/);
    expect(sentenceOf({ strong_gap: shareOf(0, 3062) })).toMatch(/Everybody has a strong persona\.$/);
  });

  it('says only what was counted when too few answered', () => {
    const union = { coverage: shareOf(20, 24), strong_coverage: shareOf(12, 24), prevalence: shareOf(1, 24) };
    expect(sentenceOf({ union })).toBe('Too few to tell: 12 of 24 have a strong persona.');
  });
});

it('names the levels with the tenant\'s own thresholds', () => {
  const view = toPortfolioView(portfolioOf(), { bands: { moderate: 40, strong: 75 } }, formats);
  expect(view?.levels.map(({ name, from }) => [name, from])).toEqual([
    ['At least a match', 'score 40+'],
    ['Strong', 'score 75+'],
    ['Every rule of one', null],
  ]);
});

it('shows the gap, the remarks and when it was counted', () => {
  const remarks = [{ code: 'too_broad' as const, persona_ids: [1], sentence: '', said: { code: 'tells_little', params: { name: 'The busy customer' } } }];
  const view = viewOf({ remarks });
  expect(view?.gap).toMatchObject({ count: '443', matchNobody: '52 of them match nobody at all', figure: { range: '13.3–15.8\u202f%' } });
  expect(view?.remarks).toEqual(['The busy customer is too broad to tell people apart. More rules would sharpen it.']);
  expect(view?.caption).toMatch(/^3,062 respondents, 3,400 responses · as of 31 Jan 2026/);
});

it('is null when no persona is active', () => {
  expect(viewOf({ personas: [] })).toBeNull();
});
