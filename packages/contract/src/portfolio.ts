import { z } from 'zod';
import { CustomerShare, Id, Instant, Interval, Said, WindowQuery } from './common.ts';
import { answer, operation } from './operation.ts';
import { Level } from './people.ts';

const Share = z.object({ count: z.int(), percentage: z.number().nullable(), interval: Interval }).meta({ id: 'Share' });

const PortfolioPersona = z
  .object({
    persona_id: Id,
    name: z.string(),
    edition: z.int(),
    coverage: CustomerShare,
    strong_coverage: CustomerShare,
    prevalence: CustomerShare,
    unique: Share.meta({ description: 'Respondents whom only this persona reaches at `level`: lost if it is dropped' }),
    primary: z.int().meta({ description: 'Respondents whose best persona this is (score, evidence, smaller persona, id)' }),
    verdict: z.string(),
  })
  .meta({ id: 'PortfolioPersona' });

const Overlap = z
  .object({
    a: Id, b: Id,
    both: z.int(),
    of_a: Share.meta({ description: '`both` among the respondents of a' }),
    of_b: Share.meta({ description: '`both` among the respondents of b' }),
    jaccard: z.number().nullable(),
    overlap_coefficient: z.number().nullable().meta({ description: 'both / the smaller persona; 1 = one contains the other' }),
    lift: z.number().nullable().meta({ description: 'both / what chance alone would give' }),
  })
  .meta({ id: 'Overlap' });

export const Portfolio = z
  .object({
    level: Level.meta({ description: 'What unique, nobody, overlap, combinations and greedy_order count' }),
    first_day: z.string().nullable().meta({ description: 'First day of the window with a response; null when there is none' }),
    last_day: z.string().nullable(),
    total_customers: z.int(),
    total_responses: z.int(),
    personas: z.array(PortfolioPersona),
    union: z.object({ coverage: CustomerShare, strong_coverage: CustomerShare, prevalence: CustomerShare }),
    gap: CustomerShare.meta({ description: 'Respondents who match nobody' }),
    strong_gap: CustomerShare.meta({ description: 'Respondents with no strong persona' }),
    nobody: CustomerShare.meta({ description: 'Respondents whom no persona reaches at `level`' }),
    overlap: z.array(Overlap),
    combinations: z.array(z.object({ persona_ids: z.array(Id), count: z.int() })).meta({
      description: 'The 20 largest sets of personas that respondents fit at `level`; an empty set is the gap',
    }),
    combination_count: z.int().meta({ description: 'How many different sets there are' }),
    greedy_order: z.array(z.object({ persona_id: Id, adds: z.int(), covered: z.int(), percentage: z.number().nullable() })),
    remarks: z.array(
      z.object({ code: z.enum(['too_similar', 'adds_almost_nobody', 'too_broad']), persona_ids: z.array(Id), sentence: z.string(), said: Said }),
    ),
    as_of: Instant,
  })
  .meta({ id: 'Portfolio' });

const share = (count: number, interval: [number, number]) => ({
  persona_customers: count, total_customers: 100, percentage: count, interval,
});
const COVERAGE = share(60, [50.2, 69.06]);
const STRONG = share(34, [25.46, 43.72]);
const ALL_RULES = share(12, [7, 19.81]);

export const portfolioOperations = {
  getPortfolio: operation({
    id: 'getPortfolio', method: 'GET', path: '/api/cx-personas/portfolio', tag: 'Analytics', access: 'read',
    summary: 'All active personas together: union, overlap, unique contribution, gap',
    query: WindowQuery.extend({ level: Level.default('match') }),
    answers: {
      200: answer('The portfolio', Portfolio, {
        level: 'match',
        first_day: '2025-06-01',
        last_day: '2026-01-30',
        total_customers: 100,
        total_responses: 120,
        personas: [{
          persona_id: 1, name: 'Maya, product manager', edition: 1, coverage: COVERAGE, strong_coverage: STRONG,
          prevalence: ALL_RULES, unique: { count: 60, percentage: 60, interval: [50.2, 69.06] }, primary: 60, verdict: 'fair',
        }],
        union: { coverage: COVERAGE, strong_coverage: STRONG, prevalence: ALL_RULES },
        gap: share(40, [30.94, 49.8]),
        strong_gap: share(66, [56.28, 74.54]),
        nobody: share(40, [30.94, 49.8]),
        overlap: [],
        combinations: [{ persona_ids: [1], count: 60 }, { persona_ids: [], count: 40 }],
        combination_count: 2,
        greedy_order: [{ persona_id: 1, adds: 60, covered: 60, percentage: 60 }],
        remarks: [],
        as_of: '2026-01-31T09:00:00.000Z',
      }),
    },
    errors: ['invalid_input'],
  }),
};
