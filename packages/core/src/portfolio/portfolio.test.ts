import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRespondents, patternsOfSets, toPatterns } from './arbitrary-patterns.testing.ts';
import { toPortfolio } from './portfolio.ts';

// The three sets of the UpSetR documentation, 13 elements
const upset = [
  [1, 2, 3, 5, 7, 8, 11, 12, 13],
  [1, 2, 4, 5, 10],
  [1, 5, 6, 7, 8, 9, 10, 12, 13],
];

describe('toPortfolio', () => {
  it('agrees with the UpSetR example', () => {
    const portfolio = toPortfolio(patternsOfSets(upset, 13), 3);
    expect(portfolio).toMatchObject({ n: 13, covered: 13, gap: 0, coverageRatio: 1 });
    expect(portfolio.personas.map(({ covered, unique }) => [covered, unique])).toEqual([[9, 2], [5, 1], [9, 2]]);
    expect(portfolio.overlaps.map(({ a, b, both }) => [a, b, both])).toEqual([[0, 1, 3], [0, 2, 6], [1, 2, 3]]);
    const rounded = (values: (number | null)[]): number[] => values.map((value) => Number(value?.toFixed(6)));
    expect(rounded(portfolio.overlaps.map(({ jaccard }) => jaccard))).toEqual([0.272727, 0.5, 0.272727]);
    expect(rounded(portfolio.overlaps.map((pair) => pair.overlapCoefficient))).toEqual([0.6, 0.666667, 0.6]);
    expect(portfolio.overlaps[0]?.lift).toBeCloseTo((3 * 13) / (9 * 5), 12);
  });

  it('reports the persona that hides inside another as too similar', () => {
    const portfolio = toPortfolio(
      [
        { personas: [0], respondents: 500 },
        { personas: [0, 1], respondents: 100 },
        { personas: [1], respondents: 9 },
        { personas: [], respondents: 391 },
      ],
      2,
    );
    expect(portfolio).toMatchObject({ n: 1000, covered: 609, gap: 391, coverageRatio: 0.609 });
    expect(portfolio.tooSimilar).toEqual([{ a: 0, b: 1, redundant: 1 }]);
    expect(portfolio.personas.map(({ addsAlmostNobody }) => addsAlmostNobody)).toEqual([false, true]);
  });

  it('keeps a pair whose parts both reach one in a hundred alone, at the cut-off exactly', () => {
    const patterns = [
      { personas: [0, 1], respondents: 80 },
      { personas: [0], respondents: 20 },
      { personas: [1], respondents: 10 },
      { personas: [], respondents: 890 },
    ];
    expect(toPortfolio(patterns, 2).tooSimilar).toEqual([]);
    expect(toPortfolio([...patterns, { personas: [], respondents: 1 }], 2).tooSimilar).toEqual([
      { a: 0, b: 1, redundant: 1 },
    ]);
  });

  it('knows nothing of nobody', () => {
    const portfolio = toPortfolio([], 2);
    expect(portfolio).toMatchObject({ n: 0, covered: 0, gap: 0, coverageRatio: null, tooSimilar: [] });
    expect(portfolio.personas[0]).toEqual({ index: 0, covered: 0, unique: 0, shareRatio: null, addsAlmostNobody: false });
    expect(portfolio.overlaps).toEqual([{ a: 0, b: 1, both: 0, jaccard: null, overlapCoefficient: null, lift: null }]);
    expect(toPortfolio([{ personas: [], respondents: 4 }], 0)).toMatchObject({ gap: 4, coverageRatio: 0, greedy: [] });
  });

  it.each([
    [[{ personas: [2], respondents: 1 }]],
    [[{ personas: [1, 0], respondents: 1 }]],
    [[{ personas: [0, 0], respondents: 1 }]],
    [[{ personas: [0], respondents: -1 }]],
    [[{ personas: [0.5], respondents: 1 }]],
  ])('refuses the malformed patterns %j', (patterns) => {
    expect(() => toPortfolio(patterns, 2)).toThrow(RangeError);
  });

  it('holds its parts together: shares in 0..1, union at least every part, order of respondents without effect', () => {
    fc.assert(
      fc.property(arbitraryRespondents(6), ({ personaCount, respondents }) => {
        const portfolio = toPortfolio(toPatterns(respondents), personaCount);
        expect(portfolio.covered + portfolio.gap).toBe(respondents.length);
        for (const { covered, unique, shareRatio } of portfolio.personas) {
          expect(unique <= covered && covered <= portfolio.covered).toBe(true);
          if (shareRatio !== null) expect(shareRatio >= 0 && shareRatio <= 1).toBe(true);
        }
        for (const { jaccard, overlapCoefficient } of portfolio.overlaps) {
          if (jaccard !== null) expect(jaccard >= 0 && jaccard <= (overlapCoefficient ?? 0)).toBe(true);
          if (overlapCoefficient !== null) expect(overlapCoefficient).toBeLessThanOrEqual(1);
        }
        expect(toPortfolio(toPatterns(respondents.toReversed()), personaCount)).toEqual(portfolio);
      }),
    );
  });
});
