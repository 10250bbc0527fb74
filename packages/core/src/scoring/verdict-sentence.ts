import { type FigureSaid, figureSentences } from '../sentences/figure-sentences.ts';
import { say } from '../sentences/said.ts';
import { HIDDEN_BELOW } from '../statistics/sample-size.ts';
import { TOO_BROAD_BELOW_RULES, type Verdict } from '../statistics/verdict.ts';
import { toShareReport } from './persona-report.ts';
import type { ReportInterval } from './report-interval.ts';

/**
 * What a verdict's sentence is made from. `matching` and `strong` of `respondents`; `coherence` with its 95 % interval,
 * both null while nobody can match strongly. `isCalculated` is false while no score was ever computed.
 */
export type VerdictFacts = {
  word: Verdict;
  ruleCount: number;
  respondents: number;
  matching: number;
  strong: number;
  coherence: number | null;
  interval: ReportInterval | null;
  isCalculated: boolean;
};

/**
 * The verdict sentence by sentence, without a language: how many match, why that is good or not, and on how many people
 * it rests; or the one sentence that says why there is no verdict.
 *
 * @example toVerdictSaid({ word: 'fair', ... }).map(({ code }) => code) // ['match_but_strongly', 'loose_group', 'based_on']
 */
export function toVerdictSaid(facts: VerdictFacts): FigureSaid[] {
  const { word, respondents } = facts;
  if (word === 'no rules yet') return [{ code: 'no_rules', params: {} }];
  if (!facts.isCalculated) return [{ code: 'not_calculated', params: {} }];
  if (respondents === 0) return [{ code: 'nobody_answered', params: {} }];
  if (word === 'too few to tell') return [toFewSaid(facts)];
  return [toShareSaid(facts), toReasonSaid(facts), { code: 'based_on', params: { respondents } }];
}

/**
 * The verdict in plain words, with intervals and sample size: what a person reads before any chart.
 *
 * @example
 * toVerdictSentence({ word: 'fair', ... })
 * // 'Between 50 and 69 in 100 match it, but only 34 in 100 strongly. Its traits occur together 1.6 times as often as by
 * // chance (1.2 to 2.1): a loose group. Based on 100 respondents.'
 */
export function toVerdictSentence(facts: VerdictFacts): string {
  return toVerdictSaid(facts).map((said) => say(said, figureSentences)).join(' ');
}

function toFewSaid({ respondents, matching }: VerdictFacts): FigureSaid {
  if (respondents < HIDDEN_BELOW) return { code: 'few_answered', params: { respondents, from: HIDDEN_BELOW } };
  return { code: 'few_match', params: { matching, respondents, ...toInHundred(matching, respondents) } };
}

function toShareSaid({ respondents, matching, strong: matchingStrongly }: VerdictFacts): FigureSaid {
  const share = toInHundred(matching, respondents);
  if (matching === 0) return { code: 'match', params: share };
  const strong = Math.round((100 * matchingStrongly) / respondents);
  // Below three quarters the difference is worth a word.
  return { code: 4 * matchingStrongly < 3 * matching ? 'match_but_strongly' : 'match_strongly', params: { ...share, strong } };
}

function toReasonSaid({ word, ruleCount, strong, coherence, interval }: VerdictFacts): FigureSaid {
  if (word === 'too broad') return { code: ruleCount < TOO_BROAD_BELOW_RULES ? 'few_rules' : 'fits_everyone', params: {} };
  if (coherence === null || interval === null) return { code: 'never_strong', params: {} };
  if (strong === 0) return { code: 'nobody_strong', params: {} };
  const [low, high] = interval;
  if (low <= 1 && high >= 1) return { code: 'by_chance', params: { low, high } };
  const code = word === 'good' ? 'real_group' : word === 'fair' ? 'loose_group' : 'no_group';
  return { code, params: { times: coherence, low, high } };
}

/** The 95 % interval of a share in whole people of a hundred. */
function toInHundred(count: number, n: number): { low: number; high: number } {
  const [low, high] = toShareReport(count, n).interval ?? [0, 100];
  return { low: Math.round(low), high: Math.round(high) };
}
