import { EVERY_RULE, MODERATE, STRONG, toPercentage, toPortfolio } from '@likeness/core';
import type { BandThresholds, Combination, CoveragePattern, Portfolio as CorePortfolio, RuleSet, ScoreTally } from '@likeness/core';
import { type Remark, toRemarks } from './portfolio-remarks.ts';
import { toFigureCounts } from './score-counts.ts';
import { type CustomerShare, toCustomerShare, toFigures } from './to-figures.ts';

/** How firmly somebody must fit a persona to be counted: at the moderate band, the strong band, or every rule. */
export type Level = 'match' | 'strong' | 'every_rule';

/** A count of respondents as part of some whole, with its interval in percent. */
type Share = { count: number; percentage: number | null; interval: [number, number] };

type PortfolioPersona = {
  persona_id: number;
  name: string;
  edition: number;
  coverage: CustomerShare;
  strong_coverage: CustomerShare;
  prevalence: CustomerShare;
  unique: Share;
  primary: number;
  verdict: string;
};

/** All personas seen together, named as the contract names it. */
export type Portfolio = {
  level: Level;
  first_day: string | null;
  last_day: string | null;
  total_customers: number;
  total_responses: number;
  personas: PortfolioPersona[];
  union: { coverage: CustomerShare; strong_coverage: CustomerShare; prevalence: CustomerShare };
  gap: CustomerShare;
  strong_gap: CustomerShare;
  nobody: CustomerShare;
  overlap: {
    a: number; b: number; both: number; of_a: Share; of_b: Share;
    jaccard: number | null; overlap_coefficient: number | null; lift: number | null;
  }[];
  combinations: { persona_ids: number[]; count: number }[];
  combination_count: number;
  greedy_order: { persona_id: number; adds: number; covered: number; percentage: number | null }[];
  remarks: Remark[];
};

/** A persona of the portfolio with what it found by itself; `verdict` is its word. */
export type MeasuredPersona = { id: number; name: string; edition: number; meanScore: number | null; verdict: string };

/** What a portfolio is made from: who fits which personas how well, and the responses behind them. Days are null without any. */
export type PortfolioFacts = {
  personas: readonly MeasuredPersona[];
  combinations: readonly Combination[];
  responses: number;
  firstDay: string | null;
  lastDay: string | null;
};

const MOST_COMBINATIONS = 20;
const LOWEST: Record<Level, number> = { match: MODERATE, strong: STRONG, every_rule: EVERY_RULE };

/** Does somebody at this level of a persona (0 weak, 1 moderate, 2 strong, 3 every rule) fit it as firmly as asked? */
export function fits(reached: number, level: Level): boolean {
  return reached >= LOWEST[level];
}

/** What one persona found, as its portfolio needs it. */
export function toMeasuredPersona(
  { id, name, edition, ruleSet }: { id: number; name: string; edition: number; ruleSet: RuleSet },
  tallies: readonly ScoreTally[],
  thresholds: BandThresholds,
): MeasuredPersona {
  const counts = toFigureCounts(tallies, ruleSet);
  return { id, name, edition, meanScore: counts.meanScore, verdict: toFigures(counts, ruleSet, thresholds).verdict.word };
}

/**
 * What do these facts say about all personas together?
 *
 * Coverage, union, gap and strong gap stand at their own levels; what tells personas apart (unique, nobody, overlap,
 * combinations, greedy order) counts who fits at `level`. Remarks are made at the moderate band, whatever the level.
 */
export function toPortfolioAnswer({ personas, combinations: found, responses, firstDay, lastDay }: PortfolioFacts, level: Level): Portfolio {
  const meanScores = personas.map(({ meanScore }) => meanScore);
  const portfolioOf = (asked: Level): CorePortfolio => toPortfolio(toPatterns(found, asked), personas.length, meanScores);
  const levels = { match: portfolioOf('match'), strong: portfolioOf('strong'), every_rule: portfolioOf('every_rule') };
  const chosen = levels[level];
  const combinations = toCombinations(toPatterns(found, level), personas.map(({ id }) => id));
  const { n } = chosen;
  return {
    level,
    first_day: firstDay,
    last_day: lastDay,
    total_customers: n,
    total_responses: responses,
    personas: personas.map((persona, index) => ({
      persona_id: persona.id,
      name: persona.name,
      edition: persona.edition,
      coverage: toCustomerShare(levels.match.personas[index]?.covered ?? 0, n),
      strong_coverage: toCustomerShare(levels.strong.personas[index]?.covered ?? 0, n),
      prevalence: toCustomerShare(levels.every_rule.personas[index]?.covered ?? 0, n),
      unique: toShare(chosen.personas[index]?.unique ?? 0, n),
      primary: found.reduce((sum, { primary, respondents }) => sum + (primary === index ? respondents : 0), 0),
      verdict: persona.verdict,
    })),
    union: {
      coverage: toCustomerShare(levels.match.covered, n),
      strong_coverage: toCustomerShare(levels.strong.covered, n),
      prevalence: toCustomerShare(levels.every_rule.covered, n),
    },
    gap: toCustomerShare(levels.match.gap, n),
    strong_gap: toCustomerShare(levels.strong.gap, n),
    nobody: toCustomerShare(chosen.gap, n),
    overlap: toOverlap(chosen, personas),
    combinations: combinations.slice(0, MOST_COMBINATIONS),
    combination_count: combinations.length,
    greedy_order: chosen.greedy.map(({ persona, adds, covered }) => ({
      persona_id: personas[persona]?.id ?? 0, adds, covered, percentage: toPercentage(covered, n),
    })),
    remarks: toRemarks(levels.match, personas),
  };
}

function toOverlap({ overlaps, personas: counts }: CorePortfolio, personas: readonly MeasuredPersona[]): Portfolio['overlap'] {
  return overlaps.map(({ a, b, both, jaccard, overlapCoefficient, lift }) => ({
    a: personas[a]?.id ?? 0,
    b: personas[b]?.id ?? 0,
    both,
    of_a: toShare(both, counts[a]?.covered ?? 0),
    of_b: toShare(both, counts[b]?.covered ?? 0),
    jaccard: toRatio(jaccard),
    overlap_coefficient: toRatio(overlapCoefficient),
    lift: toRatio(lift),
  }));
}

/** Who fits exactly which personas, each set of personas once: there are far fewer of them than of combinations of levels. */
function toPatterns(found: readonly Combination[], level: Level): CoveragePattern[] {
  const lowest = LOWEST[level];
  const patterns = new Map<string, { personas: number[]; respondents: number }>();
  for (const { levels, respondents } of found) {
    let marks = '';
    for (const reached of levels) marks += reached >= lowest ? '1' : '0';
    const known = patterns.get(marks);
    if (known) known.respondents += respondents;
    else patterns.set(marks, { personas: levels.flatMap((reached, index) => (fits(reached, level) ? [index] : [])), respondents });
  }
  return [...patterns.values()];
}

function toShare(count: number, n: number): Share {
  const { percentage, interval } = toCustomerShare(count, n);
  return { count, percentage, interval };
}

/** Ratios are shown with six decimals. */
function toRatio(ratio: number | null): number | null {
  return ratio === null ? null : Math.round(ratio * 1_000_000) / 1_000_000;
}

/** The sets of personas that respondents fit, largest first; equal ones in the order of their personas. */
function toCombinations(patterns: readonly CoveragePattern[], ids: readonly number[]): Portfolio['combinations'] {
  return patterns
    .toSorted((a, b) => b.respondents - a.respondents || comparePersonas(a.personas, b.personas))
    .map(({ personas, respondents }) => ({ persona_ids: personas.flatMap((index) => ids[index] ?? []), count: respondents }));
}

/** Sets with an earlier persona first; of sets that begin alike the larger. */
function comparePersonas(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((index, position) => index !== b[position]);
  if (place === -1) return b.length - a.length;
  return (a[place] ?? 0) - (b[place] ?? Number.POSITIVE_INFINITY);
}
