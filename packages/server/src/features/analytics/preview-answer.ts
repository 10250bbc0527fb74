import { LEVEL_COUNT, STRONG, toPercentage, WEAK, whatIfBands } from '@likeness/core';
import type { BandThresholds, CountedScores, RuleSet } from '@likeness/core';
import { type Diagnostics, findStrictest, toDiagnosticsAnswer } from './diagnostics-answer.ts';
import { countScores, toFigureCounts, toScoreHistogram } from './score-counts.ts';
import { type Figures, toFigures } from './to-figures.ts';

/** How one rule does over the responses, as the contract shows it. */
type RuleFigures = {
  label: string;
  weight: number;
  required: boolean;
  matched: number;
  missing: number;
  match_percentage: number | null;
  strong_if_waived: number;
};

/** What new rules would change for respondents: how many would begin or cease to match, and to match strongly. */
export type Difference = { enter: number; leave: number; become_strong: number; lose_strong: number };

/** What the rules would say, named as the contract names it. */
export type PreviewFigures = Figures & {
  rules: RuleFigures[];
  score_histogram: Record<string, number>;
  strictest_rule: string | null;
  difference: Difference | null;
  present: Pick<Figures, 'match_statistics' | 'coverage' | 'strong_coverage' | 'prevalence'> | null;
  diagnostics: Diagnostics | null;
};

/** The rules of a preview, and those to compare them with; `withDiagnostics` asks how they work together. */
export type PreviewedRules = { ruleSet: RuleSet; present: RuleSet | null; thresholds: BandThresholds; withDiagnostics: boolean };

/** What do these counts say about the previewed rules, and about the change to them? */
export function toPreviewAnswer(counts: CountedScores, { ruleSet, present, thresholds, withDiagnostics }: PreviewedRules): PreviewFigures {
  const figureCounts = toFigureCounts(counts.now, ruleSet);
  const rules = toRuleFigures(counts.now, ruleSet, thresholds);
  const strictest = findStrictest(rules.map(({ strong_if_waived }) => strong_if_waived));
  return {
    ...toFigures(figureCounts, ruleSet, thresholds),
    rules,
    score_histogram: toScoreHistogram(countScores(counts.now)),
    strictest_rule: strictest === null ? null : (rules[strictest]?.label ?? null),
    difference: counts.before === null ? null : toDifference(counts.moves),
    present: counts.before === null || present === null ? null : toPresent(toFigures(toFigureCounts(counts.before, present), present, thresholds)),
    diagnostics: withDiagnostics ? toDiagnosticsAnswer(counts.now, ruleSet, thresholds) : null,
  };
}

function toPresent({ match_statistics, coverage, strong_coverage, prevalence }: Figures): NonNullable<PreviewFigures['present']> {
  return { match_statistics, coverage, strong_coverage, prevalence };
}

/** Counts responses; a waived rule is credited as matched. */
function toRuleFigures(tallies: CountedScores['now'], ruleSet: RuleSet, thresholds: BandThresholds): RuleFigures[] {
  const counts = ruleSet.rules.map(() => ({ matched: 0, missing: 0, strongIfWaived: 0 }));
  let total = 0;
  for (const { score, responses } of tallies) {
    total += responses;
    const bands = score.band === 'strong' ? [] : whatIfBands(ruleSet, score, thresholds);
    counts.forEach((count, index) => {
      if (score.outcomes[index] === 'matched') count.matched += responses;
      if (score.outcomes[index] === 'unanswered') count.missing += responses;
      if (bands[index]?.waived === 'strong') count.strongIfWaived += responses;
    });
  }
  return ruleSet.rules.map(({ label, weight, required }, index) => {
    const { matched = 0, missing = 0, strongIfWaived = 0 } = counts[index] ?? {};
    return { label, weight: weight / 1000, required, matched, missing, match_percentage: toPercentage(matched, total), strong_if_waived: strongIfWaived };
  });
}

/** The four ways to move, by the levels before and now. */
export const CHANGES: Record<keyof Difference, (before: number, now: number) => boolean> = {
  enter: (before, now) => before === WEAK && now > WEAK,
  leave: (before, now) => before > WEAK && now === WEAK,
  become_strong: (before, now) => before < STRONG && now >= STRONG,
  lose_strong: (before, now) => before >= STRONG && now < STRONG,
};

function toDifference(moves: Float64Array): Difference {
  const countOf = (hasMoved: (before: number, now: number) => boolean): number =>
    moves.reduce((sum, respondents, cell) => (hasMoved(Math.floor(cell / LEVEL_COUNT), cell % LEVEL_COUNT) ? sum + respondents : sum), 0);
  const { enter, leave, become_strong, lose_strong } = CHANGES;
  return { enter: countOf(enter), leave: countOf(leave), become_strong: countOf(become_strong), lose_strong: countOf(lose_strong) };
}
