import type { FigureSaid } from '@likeness/core';
import type { Persona, Portfolio } from './load-gallery.ts';

/** A share as the API answers it, for tests; the interval need not fit the count. */
export function shareOf(count: number, n: number, interval: [number, number] = [0, 100]) {
  return { persona_customers: count, total_customers: n, percentage: n === 0 ? null : Math.round((10_000 * count) / n) / 100, interval };
}

/** A scored, active persona as the API answers it, with what a test changes. */
export function personaOf(changes: Partial<Persona> = {}): Persona {
  return {
    id: 1,
    name: 'Olivia, operations manager',
    description: 'Runs the back office',
    status: 'active',
    tags: [],
    card: {},
    color_index: 0,
    photo_url: null,
    mapping_rules: null,
    rules: null,
    rule_count: 5,
    edition: 2,
    scored_edition: 2,
    sync_config: { auto_sync: true, sync_frequency: 'daily' },
    last_synced_at: null,
    revision: 1,
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    figures: figuresOf(1837, 1044, 3062, 'good'),
    ...changes,
  };
}

/** Figures of a persona that `matching` of `n` respondents match, `strong` of them strongly. */
export function figuresOf(matching: number, strong: number, n: number, verdict: string, said: FigureSaid[] = []): NonNullable<Persona['figures']> {
  return { total_responses: n, avg_match_score: n === 0 ? null : 58.04, coverage: shareOf(matching, n, [58.24, 61.71]), strong_coverage: shareOf(strong, n), verdict, said, trend: [] };
}

/** The portfolio of that one persona, with what a test changes. */
export function portfolioOf(changes: Partial<Portfolio> = {}): Portfolio {
  return {
    level: 'match',
    first_day: '2018-12-06',
    last_day: '2019-01-01',
    total_customers: 3062,
    total_responses: 3400,
    personas: [
      {
        persona_id: 1, name: 'Olivia, operations manager', edition: 2, verdict: 'good', primary: 1837,
        coverage: shareOf(1837, 3062), strong_coverage: shareOf(1044, 3062), prevalence: shareOf(306, 3062),
        unique: { count: 612, percentage: 19.99, interval: [18.6, 21.4] },
      },
    ],
    union: { coverage: shareOf(3010, 3062), strong_coverage: shareOf(2619, 3062, [84.24, 86.73]), prevalence: shareOf(1065, 3062) },
    gap: shareOf(52, 3062),
    strong_gap: shareOf(443, 3062, [13.27, 15.76]),
    nobody: shareOf(52, 3062),
    overlap: [],
    combinations: [],
    combination_count: 2,
    greedy_order: [],
    remarks: [],
    as_of: '2026-01-31T09:00:00.000Z',
    ...changes,
  };
}
