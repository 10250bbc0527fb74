import type { Portfolio } from './use-portfolio.ts';

/** A share as the API answers it, for tests; the interval need not fit the count. */
export function shareOf(count: number, n: number, interval: [number, number] = [0, 100]) {
  return { persona_customers: count, total_customers: n, percentage: n === 0 ? null : Math.round((10_000 * count) / n) / 100, interval };
}

/** A persona of a portfolio of `n` respondents, `strong` of whom match it strongly. */
export function portfolioPersonaOf(id: number, name: string, strong: number, unique: number, n: number): Portfolio['personas'][number] {
  return {
    persona_id: id, name, edition: 1, verdict: 'good', primary: 0,
    coverage: shareOf(Math.min(n, strong * 2), n), strong_coverage: shareOf(strong, n, [30, 40]), prevalence: shareOf(0, n),
    unique: { count: unique, percentage: (100 * unique) / n, interval: [0, 100] },
  };
}

/** Three personas that reach 80 of 100 respondents strongly, with what a test changes. */
export function portfolioOf(changes: Partial<Portfolio> = {}): Portfolio {
  return {
    level: 'strong', first_day: '2018-12-06', last_day: '2019-01-01', total_customers: 100, total_responses: 120,
    personas: [portfolioPersonaOf(1, 'Ann', 60, 20, 100), portfolioPersonaOf(2, 'Ben', 50, 15, 100), portfolioPersonaOf(3, 'Cy', 10, 2, 100)],
    union: { coverage: shareOf(95, 100), strong_coverage: shareOf(80, 100), prevalence: shareOf(5, 100) },
    gap: shareOf(5, 100), strong_gap: shareOf(20, 100, [13.4, 28.9]), nobody: shareOf(20, 100, [13.4, 28.9]),
    overlap: [
      { a: 1, b: 2, both: 40, of_a: { count: 40, percentage: 66.67, interval: [54, 77] }, of_b: { count: 40, percentage: 80, interval: [67, 89] }, jaccard: 0.57, overlap_coefficient: 0.8, lift: 1.3 },
      { a: 1, b: 3, both: 6, of_a: { count: 6, percentage: 10, interval: [5, 20] }, of_b: { count: 6, percentage: 60, interval: [31, 83] }, jaccard: 0.1, overlap_coefficient: 0.6, lift: 1 },
    ],
    combinations: [{ persona_ids: [1, 2], count: 36 }, { persona_ids: [], count: 20 }, { persona_ids: [1], count: 18 }],
    combination_count: 5,
    greedy_order: [
      { persona_id: 1, adds: 60, covered: 60, percentage: 60 },
      { persona_id: 2, adds: 18, covered: 78, percentage: 78 },
      { persona_id: 3, adds: 2, covered: 80, percentage: 80 },
    ],
    remarks: [], as_of: '2026-01-31T09:00:00.000Z',
    ...changes,
  };
}
