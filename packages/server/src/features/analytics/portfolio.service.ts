import { toPercentage, toPortfolio } from '@likeness/core';
import type { CoveragePattern, Portfolio as CorePortfolio } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { type FigureCounts, listFigureCounts } from './figure-counts.queries.ts';
import { type PersonaPattern, countResponses, listPersonaPatterns } from './portfolio.queries.ts';
import { type Remark, toRemarks } from './portfolio-remarks.ts';
import { type WindowDays, toResponseWindow } from './response-window.ts';
import { listScoredPersonas } from './scored-personas.queries.ts';
import { type CustomerShare, NO_COUNTS, toCustomerShare, toFigures } from './to-figures.ts';

type PortfolioPersona = {
  persona_id: number;
  name: string;
  edition: number;
  coverage: CustomerShare;
  strong_coverage: CustomerShare;
  prevalence: CustomerShare;
  unique: { count: number; percentage: number | null; interval: [number, number] };
  primary: number;
  verdict: string;
};

/** All personas seen together, named as the contract names it. */
type Portfolio = {
  total_customers: number;
  total_responses: number;
  personas: PortfolioPersona[];
  union: { coverage: CustomerShare; strong_coverage: CustomerShare; prevalence: CustomerShare };
  gap: CustomerShare;
  strong_gap: CustomerShare;
  overlap: { a: number; b: number; both: number; jaccard: number | null; overlap_coefficient: number | null; lift: number | null }[];
  combinations: { persona_ids: number[]; count: number }[];
  greedy_order: { persona_id: number; adds: number; covered: number; percentage: number | null }[];
  remarks: Remark[];
  as_of: string;
};

export type PortfolioService = {
  /**
   * Whom do the active personas stand for together, and whom does none?
   *
   * Personas without rules, or not calculated yet, take no part. Respondents count by their latest response in the
   * window. Throws `invalid_input` for days in the wrong order.
   */
  getPortfolio(caller: Caller, days: WindowDays): Promise<Portfolio>;
};

const MOST_COMBINATIONS = 20;

type MeasuredPersona = { id: number; name: string; edition: number; counts: FigureCounts; verdict: string };
type Facts = { personas: MeasuredPersona[]; patterns: PersonaPattern[]; responses: number };

export function createPortfolioService({ db, clock }: { db: Database; clock: Clock }): PortfolioService {
  return {
    getPortfolio: async (caller, days) => ({ ...toAnswer(await readFacts(db, caller.tenantId, days)), as_of: clock.now().toISOString() }),
  };
}

function readFacts(db: Database, tenantId: number, days: WindowDays): Promise<Facts> {
  return readTenant(db, tenantId, async (trx) => {
    const { timeZone, thresholds } = await loadDictionaries(trx, tenantId);
    const window = toResponseWindow(days, timeZone);
    const active = await listScoredPersonas(trx, tenantId, 'active');
    const scored = active.filter(({ scoredEdition }) => scoredEdition !== null);
    const ids = scored.map(({ id }) => id);
    const counts = await listFigureCounts(trx, tenantId, ids, window);
    return {
      personas: scored.map(({ id, name, scoredEdition, ruleSet }) => {
        const own = counts.get(id) ?? NO_COUNTS;
        return { id, name, edition: scoredEdition ?? 0, counts: own, verdict: toFigures(own, ruleSet, thresholds).verdict.word };
      }),
      patterns: await listPersonaPatterns(trx, tenantId, ids, window),
      responses: await countResponses(trx, tenantId, window),
    };
  });
}

function toAnswer({ personas, patterns, responses }: Facts): Omit<Portfolio, 'as_of'> {
  const meanScores = personas.map(({ counts }) => counts.meanScore);
  const portfolioOf = (level: 'matching' | 'strong' | 'everyRule'): CorePortfolio =>
    toPortfolio(patterns.map((pattern) => toCoveragePattern(pattern[level], pattern.respondents)), personas.length, meanScores);
  const [matching, strong, everyRule] = [portfolioOf('matching'), portfolioOf('strong'), portfolioOf('everyRule')];
  const idOf = (index: number): number => personas[index]?.id ?? 0;
  const { n } = matching;
  return {
    total_customers: n,
    total_responses: responses,
    personas: personas.map((persona, index) => ({
      persona_id: persona.id,
      name: persona.name,
      edition: persona.edition,
      coverage: toCustomerShare(matching.personas[index]?.covered ?? 0, n),
      strong_coverage: toCustomerShare(strong.personas[index]?.covered ?? 0, n),
      prevalence: toCustomerShare(everyRule.personas[index]?.covered ?? 0, n),
      unique: toShare(matching.personas[index]?.unique ?? 0, n),
      primary: patterns.reduce((sum, { primaryId, respondents }) => sum + (primaryId === persona.id ? respondents : 0), 0),
      verdict: persona.verdict,
    })),
    union: {
      coverage: toCustomerShare(matching.covered, n),
      strong_coverage: toCustomerShare(strong.covered, n),
      prevalence: toCustomerShare(everyRule.covered, n),
    },
    gap: toCustomerShare(matching.gap, n),
    strong_gap: toCustomerShare(strong.gap, n),
    overlap: matching.overlaps.map(({ a, b, both, jaccard, overlapCoefficient, lift }) => ({
      a: idOf(a), b: idOf(b), both, jaccard: toRatio(jaccard), overlap_coefficient: toRatio(overlapCoefficient), lift: toRatio(lift),
    })),
    combinations: toCombinations(patterns, personas.map(({ id }) => id)),
    greedy_order: matching.greedy.map(({ persona, adds, covered }) => ({ persona_id: idOf(persona), adds, covered, percentage: toPercentage(covered, n) })),
    remarks: toRemarks(matching, personas),
  };
}

function toCoveragePattern(marks: string, respondents: number): CoveragePattern {
  return { personas: [...marks].flatMap((mark, index) => (mark === '1' ? [index] : [])), respondents };
}

function toShare(count: number, n: number): PortfolioPersona['unique'] {
  const { percentage, interval } = toCustomerShare(count, n);
  return { count, percentage, interval };
}

/** Ratios are shown with six decimals. */
function toRatio(ratio: number | null): number | null {
  return ratio === null ? null : Math.round(ratio * 1_000_000) / 1_000_000;
}

/** The largest sets of personas that respondents match, by size; equal ones in the order of their personas. */
function toCombinations(patterns: readonly PersonaPattern[], ids: readonly number[]): Portfolio['combinations'] {
  const counts = new Map<string, number>();
  for (const { matching, respondents } of patterns) counts.set(matching, (counts.get(matching) ?? 0) + respondents);
  return [...counts]
    .toSorted(([marksA, a], [marksB, b]) => b - a || (marksA > marksB ? -1 : 1))
    .slice(0, MOST_COMBINATIONS)
    .map(([marks, count]) => ({ persona_ids: ids.filter((_, index) => marks[index] === '1'), count }));
}
