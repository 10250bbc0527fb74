import { toVerdictSaid } from '@likeness/core';
import type { Analytics, Snapshot } from './use-dashboard.ts';

/** A day's snapshot as the API answers it: 60 responses, 30 matching, of which 40 answered satisfaction; with what a test changes. */
export function snapshotOf(day: string, changes: Partial<Snapshot> = {}): Snapshot {
  return {
    snapshot_date: day,
    metrics: { satisfaction: 4, loyalty: 8, trust: null, effort: null, nps: 20 },
    metric_details: {
      satisfaction: { n: 40, sd: 1, interval: [3.68, 4.32], rejected: 1 },
      loyalty: { n: 10, sd: 2, interval: [6.57, 9.43], rejected: 0 },
      nps: { n: 10, sd: null, interval: [-20, 60], rejected: 0 },
      trust: { n: 0, sd: null, interval: null, rejected: 0 },
      effort: { n: 0, sd: null, interval: null, rejected: 0 },
    },
    demographics: { gender: { female: 18, male: 12 } },
    behavioral_data: { matches: 30, strong: 20, moderate: 10, weak: 30, avg_match_score: 55, avg_evidence: 0.9 },
    response_count: 60,
    edition: 1,
    is_complete: true,
    ...changes,
  };
}

/** A persona's figures as the API answers them: 60 of 100 match, 34 strongly, 12 pass every rule. */
export function analyticsOf(changes: Partial<Analytics> = {}): Analytics {
  const share = (count: number, interval: [number, number]) => ({ persona_customers: count, total_customers: 100, percentage: count, interval });
  return {
    match_statistics: { total_responses: 120, avg_match_score: 58, best_match_score: 100, worst_match_score: 0, distribution: { strong: 41, moderate: 31, weak: 48 } },
    coverage: share(60, [50.2, 69.06]),
    strong_coverage: share(34, [25.46, 43.72]),
    prevalence: share(12, [7, 19.81]),
    evidence: { mean: 0.94, n: 120 },
    score_histogram: { '0.00': 10, '33.33': 38, '66.67': 31, '100.00': 41 },
    verdict: { word: 'fair', coherence: 1.62, interval: [1.2, 2.1], sentence: '', said: toVerdictSaid({ word: 'fair', ruleCount: 5, respondents: 100, matching: 60, strong: 34, coherence: 1.62, interval: [1.2, 2.1], isCalculated: true }) },
    persona_name: 'Maya',
    window: { startDate: null, endDate: null, time_zone: 'Europe/London' },
    latest_data: null,
    edition: 1,
    newest_edition: 1,
    as_of: '2026-01-31T09:00:00.000Z',
    ...changes,
  };
}
