import { toPercentage, toPortfolio } from '@likeness/core';
import type { CoveragePattern, Portfolio as CorePortfolio } from '@likeness/core';
import type { FigureCounts } from './figure-counts.queries.ts';
import type { PersonaPattern } from './portfolio.queries.ts';
import { type Remark, toRemarks } from './portfolio-remarks.ts';
import { type CustomerShare, toCustomerShare } from './to-figures.ts';

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
export type MeasuredPersona = { id: number; name: string; edition: number; counts: FigureCounts; verdict: string };

/** What a portfolio is made from: who fits exactly which personas, and the responses behind them. Days are null without any. */
export type PortfolioFacts = {
  personas: readonly MeasuredPersona[];
  patterns: readonly PersonaPattern[];
  responses: number;
  firstDay: string | null;
  lastDay: string | null;
};

const MOST_COMBINATIONS = 20;
const MARKS = { match: 'matching', strong: 'strong', every_rule: 'everyRule' } as const;

/**
 * What do these facts say about all personas together?
 *
 * Coverage, union, gap and strong gap stand at their own levels; what tells personas apart (unique, nobody, overlap,
 * combinations, greedy order) counts who fits at `level`. Remarks are made at the moderate band, whatever the level.
 */
export function toPortfolioAnswer({ personas, patterns, responses, firstDay, lastDay }: PortfolioFacts, level: Level): Portfolio {
  const meanScores = personas.map(({ counts }) => counts.meanScore);
  const portfolioOf = (mark: Level): CorePortfolio =>
    toPortfolio(patterns.map((pattern) => toCoveragePattern(pattern[MARKS[mark]], pattern.respondents)), personas.length, meanScores);
  const levels = { match: portfolioOf('match'), strong: portfolioOf('strong'), every_rule: portfolioOf('every_rule') };
  const chosen = levels[level];
  const combinations = toCombinations(patterns, personas.map(({ id }) => id), level);
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
      primary: patterns.reduce((sum, { primaryId, respondents }) => sum + (primaryId === persona.id ? respondents : 0), 0),
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

function toCoveragePattern(marks: string, respondents: number): CoveragePattern {
  return { personas: [...marks].flatMap((mark, index) => (mark === '1' ? [index] : [])), respondents };
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
function toCombinations(patterns: readonly PersonaPattern[], ids: readonly number[], level: Level): Portfolio['combinations'] {
  const counts = new Map<string, number>();
  for (const pattern of patterns) {
    const marks = pattern[MARKS[level]];
    counts.set(marks, (counts.get(marks) ?? 0) + pattern.respondents);
  }
  return [...counts]
    .toSorted(([marksA, a], [marksB, b]) => b - a || (marksA > marksB ? -1 : 1))
    .map(([marks, count]) => ({ persona_ids: ids.filter((_, index) => marks[index] === '1'), count }));
}
