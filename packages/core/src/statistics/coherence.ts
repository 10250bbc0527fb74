import type { BandThresholds, MissingPolicy } from '../rules/rule-set.ts';
import { DEFAULT_BAND_THRESHOLDS } from '../rules/rule-set.ts';
import { DEFAULT_CONFIDENCE, type Interval } from './interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

/**
 * How often one rule matched and went unanswered, as shares of all respondents (0..1 each, together at most 1).
 * `weight` is a whole number above 0, in thousandths like everywhere.
 */
export type RuleRate = { weight: number; required: boolean; matchedRatio: number; unansweredRatio: number };

/**
 * How much more often a persona's traits occur together than chance would bring them together.
 *
 * `observedRatio` and `expectedRatio` are shares of strong matches (0..1). `coherence` is observed / expected, with
 * its interval; all null without respondents, or when no respondent could be strong even by chance (a dead rule).
 */
export type Coherence = {
  observedRatio: number | null;
  expectedRatio: number | null;
  coherence: number | null;
  interval: Interval | null;
};

/** The largest table of the expectation, and the most cells times rules. What needs more is computed on rounded weights. */
export const COHERENCE_CELLS = 2_000_000;
const COHERENCE_WORK = 100_000_000;

/**
 * Do these rules describe a real group, or are they a list of wishes?
 *
 * Compares the observed share of strong matches with the share expected if every rule matched independently at
 * its own rate. About 1: an arbitrary list. Well above 1: the traits go together. Below 1: the rules fight each
 * other. The interval is the Wilson interval of the observed share divided by the expected share: it takes the
 * rates as given.
 *
 * @param strong respondents with a strong match, 0..n
 * @param n respondents
 *
 * @example
 * // 118 slides, 7 raters as rules of equal weight, 50 slides strong
 * toCoherence({ rates, missing: 'unmatched', strong: 50, n: 118 }).coherence // 2.699...
 */
export function toCoherence(input: {
  rates: readonly RuleRate[];
  missing: MissingPolicy;
  strong: number;
  n: number;
  thresholds?: BandThresholds;
  confidence?: number;
}): Coherence {
  const { rates, missing, strong, n, thresholds = DEFAULT_BAND_THRESHOLDS, confidence = DEFAULT_CONFIDENCE } = input;
  if (n === 0 || rates.length === 0) {
    return { observedRatio: null, expectedRatio: null, coherence: null, interval: null };
  }
  const observedRatio = strong / n;
  const expectedRatio = expectedShareAtLeast(rates, missing, thresholds.strong);
  if (expectedRatio === 0) return { observedRatio, expectedRatio, coherence: null, interval: null };
  const { low, high } = wilsonInterval(strong, n, confidence);
  return {
    observedRatio,
    expectedRatio,
    coherence: observedRatio / expectedRatio,
    interval: { low: low / expectedRatio, high: high / expectedRatio },
  };
}

/**
 * Which share of respondents would score at least `thresholdHundredths` if the rules were independent?
 *
 * Exact, by dynamic programming over the sum of weights. A respondent reaches the threshold when
 * sum(matched w) * 10000 - sum(counted w) * threshold >= 0, so each rule moves the sum by one of three whole steps:
 * matched, unmatched, or unanswered (which under "ignore" leaves the denominator). The steps are divided by their
 * greatest common divisor. Where the table would still pass two million cells (or 100 million divided by the number of
 * rules), steps are rounded to as many parts of the range: then a score within some hundredths of a point of the
 * threshold may fall on the wrong side. Ordinary weights stay far from that.
 *
 * A required rule that fails makes the score 0, and so does a response without any answer under "ignore".
 *
 * @param thresholdHundredths above 0, up to 10000 (7000 = a score of 70.00)
 * @returns 0..1; 0 for no rules. Cost: rules x cells, microseconds for ordinary weights, at most some half a second.
 * @throws RangeError for a rate outside 0..1, a weight that is not a whole number above 0, or another threshold
 *
 * @example
 * // weights 3, 2, 1, 4 that match at .6, .3, .5, .4
 * expectedShareAtLeast(rates, 'unmatched', 7000) // 0.264
 */
export function expectedShareAtLeast(
  rates: readonly RuleRate[],
  missing: MissingPolicy,
  thresholdHundredths: number,
): number {
  requireRates(rates, thresholdHundredths);
  const outcomes = rates.map((rate) => toOutcome(rate, missing, thresholdHundredths));
  const steps = toSteps(outcomes, thresholdHundredths, rates);

  // cells[s]: probability of step sum s with at least one rule counted. `untouched`: nothing counted so far.
  const cells = new Float64Array(steps.span + 1);
  let untouched = 1;
  let untouchedAt = 0;
  outcomes.forEach((outcome, index) => {
    const matchedStep = steps.matched[index] ?? 0;
    const unansweredStep = steps.unanswered[index] ?? 0;
    for (let s = cells.length - 1; s >= 0; s -= 1) {
      let probability = (cells[s] ?? 0) * outcome.unmatched;
      if (s >= unansweredStep) probability += (cells[s - unansweredStep] ?? 0) * outcome.unanswered;
      if (s >= matchedStep) probability += (cells[s - matchedStep] ?? 0) * outcome.matched;
      cells[s] = probability;
    }
    cells[untouchedAt] = (cells[untouchedAt] ?? 0) + untouched * outcome.unmatched;
    cells[untouchedAt + matchedStep] = (cells[untouchedAt + matchedStep] ?? 0) + untouched * outcome.matched;
    untouched *= outcome.unanswered;
    untouchedAt += unansweredStep;
  });
  let share = 0;
  for (let s = steps.threshold; s < cells.length; s += 1) share += cells[s] ?? 0;
  return Math.min(1, share);
}

/** Probabilities of the three ways a rule can move the sum. They add to less than 1 where failing ends at score 0. */
type Outcome = { matched: number; unmatched: number; unanswered: number; unansweredMove: number; matchedMove: number };

function toOutcome(rate: RuleRate, missing: MissingPolicy, threshold: number): Outcome {
  const failed = Math.max(0, 1 - rate.matchedRatio - rate.unansweredRatio);
  const ignored = missing === 'ignore' ? rate.unansweredRatio : 0;
  const counted = missing === 'ignore' ? failed : failed + rate.unansweredRatio;
  return {
    matched: rate.matchedRatio,
    unmatched: rate.required ? 0 : counted,
    unanswered: ignored,
    // Measured from "every rule unmatched", so that no step is negative.
    unansweredMove: ignored > 0 ? rate.weight * threshold : 0,
    matchedMove: rate.weight * 10_000,
  };
}

/** The moves in whole table cells, the cell from which on a score reaches the threshold, and the last cell. */
function toSteps(
  outcomes: readonly Outcome[],
  thresholdHundredths: number,
  rates: readonly RuleRate[],
): { matched: number[]; unanswered: number[]; threshold: number; span: number } {
  const moves = outcomes.flatMap((outcome) => [outcome.matchedMove, outcome.unansweredMove]);
  const unit = moves.reduce(greatestCommonDivisor, 0) || 1;
  const range = outcomes.reduce((total, outcome) => total + outcome.matchedMove, 0);
  const cell = Math.max(unit, range / Math.min(COHERENCE_CELLS, COHERENCE_WORK / outcomes.length));
  const matched = outcomes.map((outcome) => Math.round(outcome.matchedMove / cell));
  const unanswered = outcomes.map((outcome) => Math.round(outcome.unansweredMove / cell));
  const needed = rates.reduce((total, rate) => total + rate.weight, 0) * thresholdHundredths;
  const span = matched.reduce((total, step) => total + step, 0);
  // Rounded steps may add up to less than the full range; a full score must still reach the threshold.
  return { matched, unanswered, threshold: Math.min(Math.ceil(needed / cell), span), span };
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function requireRates(rates: readonly RuleRate[], thresholdHundredths: number): void {
  if (!(thresholdHundredths > 0 && thresholdHundredths <= 10_000)) {
    throw new RangeError(`a threshold lies above 0 and up to 10000 hundredths, not ${thresholdHundredths}`);
  }
  for (const { weight, matchedRatio, unansweredRatio } of rates) {
    if (!(Number.isSafeInteger(weight) && weight > 0)) throw new RangeError(`a weight is a whole number, not ${weight}`);
    // Two shares of the same n may add to a hair above 1.
    if (!(matchedRatio >= 0 && unansweredRatio >= 0 && matchedRatio + unansweredRatio <= 1 + 1e-9)) {
      throw new RangeError(`rates lie within 0..1 and add to at most 1, not ${matchedRatio} + ${unansweredRatio}`);
    }
  }
}
