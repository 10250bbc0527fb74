import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInitials } from './to-initials.ts';

describe('toInitials', () => {
  const cases: [string, string][] = [
    ['Olivia, operations manager', 'OM'],
    ['Felix', 'F'],
    ['  the   busy customer ', 'TC'],
    ['“Maya” (product manager)', 'M'],
    ['Éva Österberg', 'ÉÖ'],
    ['6 pack', '6P'],
    ['𝒜lpha', '𝒜'],
    ['', '?'],
    ['— …', '?'],
  ];
  for (const [name, initials] of cases) {
    it(`${JSON.stringify(name)} is ${initials}`, () => expect(toInitials(name)).toBe(initials));
  }

  it('never cuts a letter in half', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => toInitials(name).isWellFormed()));
  });
});
