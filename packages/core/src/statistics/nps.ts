import { criticalZ, DEFAULT_CONFIDENCE, type Interval } from './interval.ts';
import { HIDDEN_BELOW } from './sample-size.ts';

/**
 * A Net Promoter Score with the counts it came from.
 *
 * `nps` is -100..100, unrounded; null when nobody answered. `interval` is in the same unit;
 * null below 10 answers, where it would only mislead.
 */
export type Nps = {
  nps: number | null;
  promoters: number;
  passives: number;
  detractors: number;
  n: number;
  interval: Interval | null;
};

/**
 * What is the Net Promoter Score of these answers, and how sure is it?
 *
 * Promoters gave 9 or 10, passives 7 or 8, detractors 0 to 6; the score is the percentage of promoters
 * minus the percentage of detractors. It is not the mean of the answers.
 *
 * The interval is adjusted Wald: three imagined answers are added, three quarters of one each to promoters
 * and detractors. It is clipped to -100..100 and widened to contain the score.
 *
 * @param counts eleven counts: how many answered 0, 1, ... 10. Whole numbers or weighted counts.
 * @throws RangeError unless there are eleven finite counts of at least 0
 *
 * Source: Rocks, Interval Estimation for the Net Promoter Score, The American Statistician 70 (2016).
 *
 * @example npsFromHistogram([20, 0, 0, 0, 0, 0, 0, 30, 0, 50, 0]).nps // 30
 */
export function npsFromHistogram(counts: readonly number[], confidence = DEFAULT_CONFIDENCE): Nps {
  if (counts.length !== 11 || !counts.every((count) => Number.isFinite(count) && count >= 0)) {
    throw new RangeError('an NPS needs eleven counts of at least 0, for the answers 0 to 10');
  }
  const detractors = sum(counts.slice(0, 7));
  const passives = sum(counts.slice(7, 9));
  const promoters = sum(counts.slice(9));
  const n = detractors + passives + promoters;
  const nps = n === 0 ? null : (100 * (promoters - detractors)) / n;
  const interval = nps === null || n < HIDDEN_BELOW ? null : npsInterval(promoters, detractors, n, confidence);
  return { nps, promoters, passives, detractors, n, interval };
}

/**
 * Between which scores does the true NPS probably lie? The adjusted Wald interval of `npsFromHistogram`,
 * for any n above 0, also where it is too small to be shown.
 *
 * @returns ends within -100..100
 *
 * @example npsInterval(50, 20, 100) // { low: 14.0511..., high: 44.2013... }
 */
export function npsInterval(promoters: number, detractors: number, n: number, confidence = DEFAULT_CONFIDENCE): Interval {
  const adjustedN = n + 3;
  const promoterShare = (promoters + 0.75) / adjustedN;
  const detractorShare = (detractors + 0.75) / adjustedN;
  const difference = promoterShare - detractorShare;
  const variance = promoterShare + detractorShare - difference * difference;
  const half = criticalZ(confidence) * Math.sqrt(variance / adjustedN);
  const raw = (100 * (promoters - detractors)) / n;
  return {
    low: Math.min(raw, Math.max(-100, 100 * (difference - half))),
    high: Math.max(raw, Math.min(100, 100 * (difference + half))),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
