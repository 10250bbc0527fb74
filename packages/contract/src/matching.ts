import { z } from 'zod';
import { Id, IdParams, Instant, JsonObject, PageQuery, pageOf, WindowQuery } from './common.ts';
import { answer, json, operation } from './operation.ts';
import { Band, MatchedAttributes } from './rules.ts';
import { Run } from './runs.ts';
import { Snapshot, SNAPSHOT_EXAMPLE } from './snapshots.ts';

const MATCHED = { age: { expected: { min: 25, max: 40 }, actual: 31, match: true, answered: true } };

const MatchResult = z
  .object({
    score: z.number(),
    matchedAttributes: MatchedAttributes,
    totalRules: z.int(),
    matchedRules: z.int(),
    evidence: z.number().meta({ description: '0..1' }),
    band: Band,
    edition: z.int(),
  })
  .meta({ id: 'MatchResult' });

const TopMatch = z
  .object({
    response_id: Id,
    match_score: z.number(),
    band: Band,
    evidence: z.number(),
    matched_attributes: MatchedAttributes,
    submitted_at: Instant,
    response_data: JsonObject,
  })
  .meta({ id: 'TopMatch' });

const SyncResult = z
  .object({ success: z.boolean(), snapshot: Snapshot.nullable(), message: z.string(), days_written: z.int() })
  .meta({ id: 'SyncResult' });

const BatchResult = z
  .object({
    success: z.boolean(),
    processed: z.int().meta({ description: 'Responses scored' }),
    matched: z.int().meta({ description: 'Of them at or above the moderate band' }),
    message: z.string(),
  })
  .meta({ id: 'BatchResult' });

const Prefer = z.object({
  prefer: z.string().optional().meta({ description: '`respond-async` answers 202 with a run to follow' }),
});

const RUN = {
  id: 7, kind: 'batch-calculate' as const, status: 'queued' as const, persona_id: 1, import_id: null, done: 0,
  total: null, attempt: 0, result: null, error: null, requested_by: 'user:demo', requested_by_name: null,
  created_at: '2026-01-31T09:00:00.000Z', started_at: null, finished_at: null,
};

export const matchingOperations = {
  matchResponse: operation({
    id: 'matchResponse', method: 'POST', path: '/api/cx-personas/:id/match-response', tag: 'Matching', access: 'write',
    summary: 'Score one response now and store the score',
    params: IdParams,
    bodies: [json(z.object({ responseId: Id }).strict(), { responseId: 12 })],
    answers: {
      200: answer('The score and the reason for each rule', MatchResult, {
        score: 100, matchedAttributes: MATCHED, totalRules: 1, matchedRules: 1, evidence: 1, band: 'strong', edition: 1,
      }),
    },
    errors: ['not_found', 'invalid_input', 'no_rules'],
  }),
  getTopMatches: operation({
    id: 'getTopMatches', method: 'GET', path: '/api/cx-personas/:id/top-matches', tag: 'Matching', access: 'read',
    summary: 'Best matching responses: higher score first, then more evidence, then older',
    params: IdParams,
    query: PageQuery.extend({ limit: z.coerce.number().int().min(1).max(100).default(10) }).extend(WindowQuery.shape),
    answers: {
      200: answer('A page of responses', pageOf(TopMatch), {
        items: [{
          response_id: 12, match_score: 100, band: 'strong', evidence: 1, matched_attributes: MATCHED,
          submitted_at: '2026-01-30T10:12:00.000Z', response_data: { age: 31 },
        }],
        next_cursor: null,
      }),
    },
    errors: ['not_found', 'invalid_input'],
  }),
  syncPersona: operation({
    id: 'syncPersona', method: 'POST', path: '/api/cx-personas/:id/sync', tag: 'Matching', access: 'write',
    summary: 'Bring scores and snapshots up to date, today included',
    params: IdParams, headers: Prefer,
    answers: {
      200: answer('What was written', SyncResult, {
        success: true, snapshot: SNAPSHOT_EXAMPLE, message: '3 days written, the newest is 30 January 2026.', days_written: 3,
      }),
      202: answer('The run to follow', Run, { ...RUN, kind: 'sync' }),
    },
    errors: ['not_found', 'no_rules', 'already_running'],
  }),
  batchCalculate: operation({
    id: 'batchCalculate', method: 'POST', path: '/api/cx-personas/:id/batch-calculate', tag: 'Matching', access: 'write',
    summary: 'Score all responses of the tenant',
    params: IdParams, headers: Prefer,
    answers: {
      200: answer('What was done', BatchResult, { success: true, processed: 6000, matched: 2210, message: '6,000 responses scored, 2,210 match.' }),
      202: answer('The run to follow', Run, RUN),
    },
    errors: ['not_found', 'no_rules', 'already_running'],
  }),
};
