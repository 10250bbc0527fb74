import type { BandThresholds, RuleSet, Score } from '../rules/rule-set.ts';
import { TOO_FEW_BELOW } from '../statistics/sample-size.ts';
import { correctedInformationBits, phiOf, type TwoByTwo } from '../statistics/two-by-two.ts';
import { whatIfBands } from './what-if-bands.ts';

/** How many respondents have this score, that is these outcomes. */
export type ScoreCount = { score: Score; respondents: number };

/** What a rule adds to the others; in a word, the first that fits. */
export type RuleWord = 'too_few' | 'always_passes' | 'never_passes' | 'against' | 'little' | 'carries';

/** One rule among the others of its set. All counts are respondents. */
export type RuleDiagnosis = {
  matched: number;
  unanswered: number;
  /** Corrected item-rest correlation with the matched weight of the other rules, -1..1; null when either never varies. */
  restCorrelation: number | null;
  /** What passing it tells about being strong on the other rules, less chance; null below 30 respondents. */
  informationBits: number | null;
  word: RuleWord;
  matchIfWaived: number;
  strongIfWaived: number;
  /** Signed change of strong respondents; may be negative. */
  strongIfDeleted: number;
  /** Pass every rule but this one. */
  onlyOneMissed: number;
};

/** Two rules (`a` < `b`, positions) that pick nearly the same people. */
export type RulePair = { a: number; b: number; both: number; onlyA: number; onlyB: number; phi: number | null; jaccard: number };

export type RuleSetDiagnosis = {
  respondents: number;
  rules: RuleDiagnosis[];
  /** Pass every rule but one. */
  oneRuleShort: number;
  /** Would match (be strong) if some single rule were credited, and do not now. */
  matchButForOne: number;
  strongButForOne: number;
  countedTwice: RulePair[];
};

/** A rule that correlates less than this with the rest adds little: a convention of psychometrics. */
export const CARRIES_FROM = 0.2;
const SAME_PEOPLE_JACCARD = 0.9;
const IMPLIES_FROM = 0.95;

/** Sums over respondents for one rule: what all its figures are computed from. */
type RuleSums = Pick<RuleDiagnosis, 'matched' | 'unanswered' | 'matchIfWaived' | 'strongIfWaived' | 'onlyOneMissed'> & {
  strongDeleted: number;
  rest: number;
  restSquared: number;
  restMatched: number;
  strongElsewhere: TwoByTwo;
};

/**
 * Which rules carry a persona, which shut people out, and who is one rule short?
 *
 * An unanswered rule counts as not passed. Words: too few below 30 respondents; always or never passed, for such a rule
 * tells nothing; against, little or carries by the correlation with the other rules (below 0, below 0.2, from 0.2). A rule
 * without others has no correlation and says little.
 *
 * Cost: scores x (rules + pairs of matched rules).
 *
 * @param counts each score (distinct outcomes need not be) with how many respondents have it
 *
 * Source: waiving, deleting and redundancy as in the list of methods; item-rest correlation as in psych::alpha of R.
 */
export function diagnoseRules(ruleSet: RuleSet, counts: readonly ScoreCount[], thresholds: BandThresholds): RuleSetDiagnosis {
  const sums = ruleSet.rules.map(createSums);
  const size = ruleSet.rules.length;
  const both = new Float64Array(size * size);
  const totals = { respondents: 0, strong: 0, oneRuleShort: 0, matchButForOne: 0, strongButForOne: 0 };
  for (const { score, respondents } of counts) {
    const bands = whatIfBands(ruleSet, score, thresholds);
    const passed = score.outcomes.flatMap((outcome, index) => (outcome === 'matched' ? [index] : []));
    totals.respondents += respondents;
    if (score.band === 'strong') totals.strong += respondents;
    if (passed.length === size - 1) totals.oneRuleShort += respondents;
    if (score.band === 'weak' && bands.some(({ waived }) => waived !== 'weak')) totals.matchButForOne += respondents;
    if (score.band !== 'strong' && bands.some(({ waived }) => waived === 'strong')) totals.strongButForOne += respondents;
    bands.forEach((band, index) => {
      const own = sums[index];
      if (own) addTo(own, { score, band, respondents, index, weight: ruleSet.rules[index]?.weight ?? 0, misses: size - passed.length });
    });
    for (const a of passed) for (const b of passed) if (a < b) both[a * size + b] = (both[a * size + b] ?? 0) + respondents;
  }
  const { respondents, strong, ...others } = totals;
  return {
    respondents,
    rules: sums.map((own) => toDiagnosis(own, respondents, strong)),
    ...others,
    countedTwice: listSamePeople(sums, both, respondents),
  };
}

function createSums(): RuleSums {
  return {
    matched: 0, unanswered: 0, matchIfWaived: 0, strongIfWaived: 0, onlyOneMissed: 0, strongDeleted: 0, rest: 0, restSquared: 0, restMatched: 0,
    strongElsewhere: { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 },
  };
}

type Addition = { score: Score; band: ReturnType<typeof whatIfBands>[number]; respondents: number; index: number; weight: number; misses: number };

function addTo(sums: RuleSums, { score, band, respondents, index, weight, misses }: Addition): void {
  const isMatched = score.outcomes[index] === 'matched';
  const isStrongElsewhere = band.deleted === 'strong';
  const rest = (isMatched ? score.matchedWeight - weight : score.matchedWeight) / 1000;
  if (isMatched) sums.matched += respondents;
  if (score.outcomes[index] === 'unanswered') sums.unanswered += respondents;
  if (score.band === 'weak' && band.waived !== 'weak') sums.matchIfWaived += respondents;
  if (score.band !== 'strong' && band.waived === 'strong') sums.strongIfWaived += respondents;
  if (isStrongElsewhere) sums.strongDeleted += respondents;
  if (!isMatched && misses === 1) sums.onlyOneMissed += respondents;
  sums.rest += respondents * rest;
  sums.restSquared += respondents * rest * rest;
  if (isMatched) sums.restMatched += respondents * rest;
  const cell = isMatched ? (isStrongElsewhere ? 'both' : 'onlyFirst') : isStrongElsewhere ? 'onlySecond' : 'neither';
  sums.strongElsewhere[cell] += respondents;
}

function toDiagnosis(sums: RuleSums, n: number, strong: number): RuleDiagnosis {
  const { matched, unanswered, matchIfWaived, strongIfWaived, onlyOneMissed } = sums;
  const restCorrelation = toRestCorrelation(sums, n);
  return {
    matched,
    unanswered,
    restCorrelation,
    informationBits: n < TOO_FEW_BELOW ? null : correctedInformationBits(sums.strongElsewhere),
    word: toWord(matched, n, restCorrelation),
    matchIfWaived,
    strongIfWaived,
    strongIfDeleted: sums.strongDeleted - strong,
    onlyOneMissed,
  };
}

/** Pearson's correlation of passing the rule with the matched weight of the others. */
function toRestCorrelation({ matched, rest, restSquared, restMatched }: RuleSums, n: number): number | null {
  const ruleVariance = matched * (n - matched);
  const restVariance = n * restSquared - rest * rest;
  // Sums of squares of a constant may leave a rounding rest.
  if (ruleVariance === 0 || restVariance <= 1e-9 * n * restSquared) return null;
  return (n * restMatched - matched * rest) / Math.sqrt(ruleVariance) / Math.sqrt(restVariance);
}

function toWord(matched: number, n: number, restCorrelation: number | null): RuleWord {
  if (n < TOO_FEW_BELOW) return 'too_few';
  if (matched === n) return 'always_passes';
  if (matched === 0) return 'never_passes';
  if (restCorrelation === null) return 'little';
  if (restCorrelation < 0) return 'against';
  return restCorrelation < CARRIES_FROM ? 'little' : 'carries';
}

function listSamePeople(sums: readonly RuleSums[], shared: Float64Array, n: number): RulePair[] {
  if (n < TOO_FEW_BELOW) return [];
  return sums.flatMap((first, a) =>
    sums.slice(a + 1).flatMap((second, offset) => {
      const b = a + 1 + offset;
      const both = shared[a * sums.length + b] ?? 0;
      const [onlyA, onlyB] = [first.matched - both, second.matched - both];
      if (both === 0) return [];
      const jaccard = both / (both + onlyA + onlyB);
      const isImplied = both >= IMPLIES_FROM * first.matched && both >= IMPLIES_FROM * second.matched;
      if (jaccard < SAME_PEOPLE_JACCARD && !isImplied) return [];
      const phi = phiOf({ both, onlyFirst: onlyA, onlySecond: onlyB, neither: n - both - onlyA - onlyB });
      return [{ a, b, both, onlyA, onlyB, phi, jaccard }];
    }),
  );
}
