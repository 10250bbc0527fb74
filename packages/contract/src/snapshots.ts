import { z } from 'zod';
import { Day, Interval, JsonObject } from './common.ts';

const Figure = z.number().nullable();

/** How a figure came about: its n, spread and what was rejected. */
const MetricDetail = z
  .object({
    n: z.int().meta({ description: 'Matching responses with a valid answer' }),
    sd: z.number().nullable(),
    interval: Interval.nullable(),
    rejected: z.int().meta({ description: 'Answers outside the declared scale: counted, never clamped' }),
  })
  .meta({ id: 'MetricDetail' });

/** A persona's figures for one calendar day in the tenant's time zone, over the responses submitted that day. */
export const Snapshot = z
  .object({
    snapshot_date: Day,
    metrics: z.object({
      satisfaction: Figure,
      loyalty: Figure.meta({ description: 'Mean of nps_score, as the original had it; the true NPS is `nps`' }),
      trust: Figure,
      effort: Figure,
      nps: Figure.meta({ description: '-100..100, over matching responses; null when nobody answered' }),
    }),
    metric_details: z.record(z.string(), MetricDetail),
    demographics: JsonObject.meta({ description: 'Per demographic attribute: answer -> matching responses; `null` key absent' }),
    behavioral_data: z.object({
      matches: z.int(),
      strong: z.int(),
      moderate: z.int(),
      weak: z.int(),
      avg_match_score: Figure,
      avg_evidence: Figure,
    }),
    response_count: z.int().meta({ description: 'All responses submitted that day' }),
    edition: z.int().meta({ description: 'Edition of the rules it was computed under' }),
    is_complete: z.boolean().meta({ description: 'false for a day that was not over when it was computed' }),
  })
  .meta({ id: 'Snapshot' });

const detail = (n: number, sd: number | null, interval: [number, number] | null) => ({ n, sd, interval, rejected: 0 });

export const SNAPSHOT_EXAMPLE: z.input<typeof Snapshot> = {
  snapshot_date: '2026-01-30',
  metrics: { satisfaction: 4.1, loyalty: 7.9, trust: null, effort: 2.6, nps: 31.58 },
  metric_details: {
    satisfaction: detail(40, 0.8, [3.84, 4.36]),
    loyalty: detail(38, 2.2, [7.18, 8.62]),
    nps: detail(38, null, [4.11, 54.9]),
    trust: detail(0, null, null),
    effort: detail(39, 0.9, [2.31, 2.89]),
  },
  demographics: { gender: { female: 22, male: 18 }, age: { '20-29': 11, '30-39': 29 } },
  behavioral_data: { matches: 40, strong: 21, moderate: 19, weak: 60, avg_match_score: 47.5, avg_evidence: 0.93 },
  response_count: 100,
  edition: 1,
  is_complete: true,
};
