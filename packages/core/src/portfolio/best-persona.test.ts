import { describe, expect, it } from 'vitest';
import { bestPersona, type BestPersonaCandidate } from './best-persona.ts';

const candidate = (id: number, more: Partial<BestPersonaCandidate['score']> & { respondents?: number } = {}) => ({
  id,
  respondents: more.respondents ?? 100,
  score: { scoreHundredths: 6000, answeredWeight: 4000, totalWeight: 5000, band: 'moderate' as const, ...more },
});

describe('bestPersona', () => {
  it.each([
    ['the higher score', candidate(9, { scoreHundredths: 6001 }), candidate(1), false],
    ['then the higher evidence', candidate(9, { answeredWeight: 5000 }), candidate(1), true],
    ['then the fewer respondents', candidate(9, { respondents: 99 }), candidate(1), true],
    ['then the lower id', candidate(1), candidate(9), true],
    ['equal fractions as equal evidence', candidate(1, { answeredWeight: 8, totalWeight: 10 }), candidate(9), true],
  ])('takes %s', (_, winner, loser, isScoreTied) => {
    expect(bestPersona([winner, loser])).toEqual({ id: winner.id, isScoreTied });
    expect(bestPersona([loser, winner])).toEqual({ id: winner.id, isScoreTied });
  });

  it('takes none that the response does not match', () => {
    expect(bestPersona([])).toBeNull();
    expect(bestPersona([candidate(1, { band: 'weak', scoreHundredths: 4999 })])).toBeNull();
  });

  it('does not call it a tie with a persona that is not matched', () => {
    expect(bestPersona([candidate(1), candidate(2, { band: 'weak' })])).toEqual({ id: 1, isScoreTied: false });
  });
});
