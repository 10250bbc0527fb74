import { describe, expect, it } from 'vitest';
import { correctedInformationBits, informationBits, phiOf } from './two-by-two.ts';

// R's Titanic: sex against survival
const TITANIC = { both: 344, onlyFirst: 126, onlySecond: 367, neither: 1364 };

describe('a table of two yes-no answers', () => {
  it('agrees with R on the Titanic: phi, bits and G', () => {
    expect(phiOf(TITANIC)).toBeCloseTo(0.4556, 4);
    expect(informationBits(TITANIC)).toBeCloseTo(0.1423912, 7);
    expect(2 * 2201 * Math.LN2 * informationBits(TITANIC)).toBeCloseTo(434.469, 3);
    expect(correctedInformationBits(TITANIC)).toBeCloseTo(0.1423912 - 1 / (2 * 2201 * Math.LN2), 7);
  });

  it('has no correlation where one answer never varies, and no information without a table', () => {
    expect(phiOf({ both: 3, onlyFirst: 4, onlySecond: 0, neither: 0 })).toBe(null);
    expect(informationBits({ both: 3, onlyFirst: 4, onlySecond: 0, neither: 0 })).toBe(0);
    expect([informationBits, correctedInformationBits].map((bits) => bits({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }))).toEqual([0, 0]);
    expect(phiOf({ both: 5, onlyFirst: 0, onlySecond: 0, neither: 5 })).toBeCloseTo(1, 12);
  });
});
