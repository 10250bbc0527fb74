import type { Score } from '../rules/rule-set.ts';
import { toEvidenceRatio } from '../rules/score.ts';

/** A persona that a response may belong to. `respondents` is how many match it in all; `id` decides last. */
export type BestPersonaCandidate = {
  id: number;
  score: Pick<Score, 'scoreHundredths' | 'answeredWeight' | 'totalWeight' | 'band'>;
  respondents: number;
};

/** The winner, and whether another matching persona had the same score. */
export type BestPersona = { id: number; isScoreTied: boolean };

/**
 * Which persona does this response stand for best?
 *
 * Among the personas it matches (moderate band or above): the higher score as shown, two decimals; then the higher
 * evidence; then fewer respondents, because the more specific persona says more; then the lower id.
 * Two decimals, so that stored scores give the same answer.
 *
 * @returns null when it matches none
 *
 * @example
 * bestPersona([{ id: 7, score, respondents: 40 }, { id: 3, score, respondents: 90 }]) // { id: 7, isScoreTied: true }
 */
export function bestPersona(candidates: readonly BestPersonaCandidate[]): BestPersona | null {
  const [best, second] = candidates.filter(({ score }) => score.band !== 'weak').toSorted(compareCandidates);
  if (best === undefined) return null;
  return { id: best.id, isScoreTied: second?.score.scoreHundredths === best.score.scoreHundredths };
}

/** Negative when `a` is the better persona. Never 0 for different ids. */
function compareCandidates(a: BestPersonaCandidate, b: BestPersonaCandidate): number {
  return (
    b.score.scoreHundredths - a.score.scoreHundredths ||
    // Equal fractions divide to the same double, so rounding never makes a difference where there is none.
    toEvidenceRatio(b.score) - toEvidenceRatio(a.score) ||
    a.respondents - b.respondents ||
    a.id - b.id
  );
}
