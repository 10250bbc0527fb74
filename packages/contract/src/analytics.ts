import { z } from 'zod';
import { CustomerShare, Id, IdParams, Instant, Interval, Said, shortText, WindowQuery } from './common.ts';
import { Diagnostics } from './diagnostics.ts';
import { answer, json, operation } from './operation.ts';
import { MappingRules, RuleFigures, SHORT_RULES } from './rules.ts';
import { Snapshot, SNAPSHOT_EXAMPLE } from './snapshots.ts';

const MatchStatistics = z
  .object({
    total_responses: z.int(),
    avg_match_score: z.number().nullable(),
    best_match_score: z.number().nullable(),
    worst_match_score: z.number().nullable(),
    distribution: z.object({ strong: z.int(), moderate: z.int(), weak: z.int() }),
  })
  .meta({ id: 'MatchStatistics', description: 'Counts responses' });

const Verdict = z
  .object({
    word: z.enum(['no rules yet', 'too few to tell', 'too broad', 'good', 'fair', 'poor']),
    coherence: z.number().nullable().meta({ description: 'Strong matches observed / expected if the rules were independent' }),
    interval: Interval.nullable(),
    sentence: z.string().meta({ description: 'The verdict in plain words, with interval and sample size' }),
    said: z.array(Said).meta({ description: 'The same, sentence by sentence' }),
  })
  .meta({ id: 'Verdict', description: 'good: lower end >= 1.5; fair: >= 1.05; else poor. The cut-offs are conventions.' });

/** What a set of rules says about the responses of a window. */
const Figures = z.object({
  match_statistics: MatchStatistics,
  coverage: CustomerShare.meta({ description: 'Respondents at or above the moderate band, by their latest response' }),
  strong_coverage: CustomerShare,
  prevalence: CustomerShare.meta({ description: 'Respondents who match every rule' }),
  evidence: z
    .object({ mean: z.number().nullable().meta({ description: '0..1, mean over responses' }), n: z.int() })
    .meta({ description: 'Share of rule weight that was answered at all' }),
  verdict: Verdict,
});

const ScoreHistogram = z.record(z.string(), z.int()).meta({ description: 'How many responses have each score, lowest first' });

export const Analytics = Figures.extend({
  score_histogram: ScoreHistogram,
  persona_name: z.string(),
  window: z.object({ startDate: z.string().nullable(), endDate: z.string().nullable(), time_zone: z.string() }),
  latest_data: Snapshot.nullable(),
  edition: z.int().nullable().meta({ description: 'Edition all figures belong to; null before the first calculation' }),
  newest_edition: z.int().meta({ description: 'Larger than `edition` while a calculation is under way' }),
  as_of: Instant,
}).meta({ id: 'Analytics' });

/** Respondents who would move, as a sample. */
const MovedResponse = z
  .object({ response_id: Id, match_score: z.number(), previous_score: z.number() })
  .meta({ id: 'MovedResponse' });
const moved = z.array(MovedResponse).meta({ description: 'At most ten, newest response first; all of them: /preview/people' });

export const Preview = Figures.extend({
  rules: z.array(RuleFigures),
  score_histogram: ScoreHistogram,
  strictest_rule: z.string().nullable().meta({ description: 'The rule whose waiver would make most responses strong' }),
  difference: z
    .object({
      persona_id: Id,
      edition: z.int(),
      enter: z.int().meta({ description: 'Respondents who do not match now and would' }),
      leave: z.int(),
      become_strong: z.int(),
      lose_strong: z.int(),
    })
    .nullable()
    .meta({ description: 'Against the present edition of `persona_id`; null without one' }),
  present: Figures.pick({ match_statistics: true, coverage: true, strong_coverage: true, prevalence: true })
    .nullable()
    .meta({ description: 'What the present edition of `persona_id` says about the same responses; null without one' }),
  changes: z
    .object({ enter: moved, leave: moved, become_strong: moved, lose_strong: moved })
    .nullable()
    .meta({ description: 'Some of those that `difference` counts; null unless included' }),
  diagnostics: Diagnostics.nullable().meta({ description: 'How the rules work together; null unless included' }),
  as_of: Instant,
}).meta({ id: 'Preview' });

const Evolution = z.array(Snapshot);

const share = (count: number, interval: [number, number]) => ({
  persona_customers: count, total_customers: 100, percentage: count, interval,
});
const FIGURES_EXAMPLE = {
  match_statistics: {
    total_responses: 120, avg_match_score: 58, best_match_score: 100, worst_match_score: 0,
    distribution: { strong: 41, moderate: 31, weak: 48 },
  },
  coverage: share(60, [50.2, 69.06]),
  strong_coverage: share(34, [25.46, 43.72]),
  prevalence: share(12, [7, 19.81]),
  evidence: { mean: 0.94, n: 120 },
  verdict: {
    word: 'fair' as const, coherence: 1.62, interval: [1.2, 2.1] as [number, number],
    sentence: 'Between 50 and 69 in 100 match it, but only 34 in 100 strongly. Based on 100 respondents.',
    said: [
      { code: 'match_but_strongly', params: { low: 50, high: 69, strong: 34 } },
      { code: 'based_on', params: { respondents: 100 } },
    ],
  },
};

export const analyticsOperations = {
  getAnalytics: operation({
    id: 'getAnalytics', method: 'GET', path: '/api/cx-personas/:id/analytics', tag: 'Analytics', access: 'read',
    summary: "Everything the dashboard's head shows",
    description: 'Dates are days of submission in the tenant\'s time zone, both ends included.',
    params: IdParams, query: WindowQuery,
    answers: {
      200: answer('The figures', Analytics, {
        ...FIGURES_EXAMPLE, score_histogram: { '0.00': 10, '33.33': 38, '66.67': 31, '100.00': 41 }, persona_name: 'Maya, product manager',
        window: { startDate: null, endDate: null, time_zone: 'Europe/London' },
        latest_data: SNAPSHOT_EXAMPLE, edition: 1, newest_edition: 1, as_of: '2026-01-31T09:00:00.000Z',
      }),
    },
    errors: ['not_found', 'invalid_input'],
  }),
  getEvolution: operation({
    id: 'getEvolution', method: 'GET', path: '/api/cx-personas/:id/evolution', tag: 'Analytics', access: 'read',
    summary: 'Snapshots of the last days, oldest first',
    description: 'A day without responses has no snapshot: a gap, never a zero.',
    params: IdParams,
    query: z.object({
      days: z.coerce.number().int().min(1).max(3650).default(30),
      edition: z.enum(['of_day', 'scored']).default('of_day').meta({
        description: '`of_day`: each day under the edition of its time. `scored`: all days under the edition that present scores belong to; days of another edition are computed for it, which takes time with their matching responses.',
      }),
    }),
    answers: { 200: answer('Snapshots', Evolution, [SNAPSHOT_EXAMPLE]) },
    errors: ['not_found', 'invalid_input'],
  }),
  previewRules: operation({
    id: 'previewRules', method: 'POST', path: '/api/cx-personas/preview', tag: 'Analytics', access: 'read',
    summary: 'What any rules would say about all responses; nothing is stored',
    description:
      'Meant to be asked while somebody types: it stops when the connection is closed, and with `preview_key` a newer preview of the same ' +
      'caller under the same key ends the older one, which answers 409 `superseded`.',
    bodies: [
      json(
        z
          .object({
            mapping_rules: MappingRules,
            persona_id: Id.optional(),
            preview_key: shortText(100).min(1).optional().meta({ description: 'Names a place where somebody edits, as `builder-1`: the newest preview under it wins' }),
            include: z.array(z.enum(['changes', 'diagnostics'])).max(2).default([]),
          })
          .extend(WindowQuery.shape)
          .strict(),
        { mapping_rules: SHORT_RULES, persona_id: 1 },
      ),
    ],
    answers: {
      200: answer('The figures', Preview, {
        ...FIGURES_EXAMPLE,
        rules: [{ label: 'age', weight: 1, required: false, matched: 70, missing: 4, match_percentage: 58.33, strong_if_waived: 12 }],
        score_histogram: { '0.00': 10, '33.33': 38, '66.67': 31, '100.00': 41 },
        strictest_rule: 'age',
        difference: { persona_id: 1, edition: 1, enter: 8, leave: 0, become_strong: 5, lose_strong: 0 },
        present: {
          match_statistics: FIGURES_EXAMPLE.match_statistics, coverage: share(52, [42.32, 61.54]), strong_coverage: share(29, [21.01, 38.54]),
          prevalence: share(12, [7, 19.81]),
        },
        changes: null,
        diagnostics: null,
        as_of: '2026-01-31T09:00:00.000Z',
      }),
    },
    errors: ['invalid_input', 'invalid_rules', 'no_rules', 'not_found', 'superseded'],
  }),
};
