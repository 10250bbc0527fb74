import { z } from 'zod';
import { Id, IdParams, IdText, Instant, JsonObject, PageQuery, pageOf } from './common.ts';
import { answer, operation } from './operation.ts';

const Kind = z.enum(['batch-calculate', 'sync', 'import', 'undo-import']);
const Status = z.enum(['queued', 'running', 'succeeded', 'failed']);

export const RunSummary = z.object({ id: Id, kind: Kind, status: Status }).meta({ id: 'RunSummary' });

/** A piece of long work: what it does, how far it is, how it ended. */
export const Run = RunSummary.extend({
  persona_id: Id.nullable(),
  import_id: Id.nullable(),
  done: z.int().min(0),
  total: z.int().min(0).nullable().meta({ description: 'null while not known' }),
  attempt: z.int().meta({ description: 'How often it was begun: more than 1 after a crash' }),
  result: JsonObject.nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  requested_by: z.string(),
  requested_by_name: z.string().nullable().meta({ description: 'Their name then; null for the schedule, and in runs of before names were kept' }),
  created_at: Instant,
  started_at: Instant.nullable(),
  finished_at: Instant.nullable(),
}).meta({ id: 'Run' });

export const RUN_EXAMPLE = { id: 7, kind: 'batch-calculate' as const, status: 'queued' as const };
const FULL_EXAMPLE = {
  ...RUN_EXAMPLE,
  status: 'succeeded' as const,
  persona_id: 1,
  import_id: null,
  done: 6000,
  total: 6000,
  attempt: 1,
  result: { processed: 6000, matched: 2210 },
  error: null,
  requested_by: 'user:demo',
  requested_by_name: 'Demo owner',
  created_at: '2026-01-31T09:00:00.000Z',
  started_at: '2026-01-31T09:00:00.100Z',
  finished_at: '2026-01-31T09:00:00.900Z',
};

export const runOperations = {
  listRuns: operation({
    id: 'listRuns', method: 'GET', path: '/api/runs', tag: 'Runs', access: 'read',
    summary: 'Runs, newest first',
    query: PageQuery.extend({ kind: Kind.optional(), status: Status.optional(), persona_id: IdText.optional(), import_id: IdText.optional() }),
    answers: { 200: answer('A page of runs', pageOf(Run), { items: [FULL_EXAMPLE], next_cursor: null }) },
    errors: ['invalid_input'],
  }),
  getRun: operation({
    id: 'getRun', method: 'GET', path: '/api/runs/:id', tag: 'Runs', access: 'read',
    summary: 'One run: progress, result or error',
    params: IdParams,
    answers: { 200: answer('The run', Run, FULL_EXAMPLE) },
    errors: ['not_found'],
  }),
  retryRun: operation({
    id: 'retryRun', method: 'POST', path: '/api/runs/:id/retry', tag: 'Runs', access: 'write',
    summary: 'Do what a failed run did once more, as a new run',
    params: IdParams,
    answers: { 202: answer('The run to follow', Run, { ...FULL_EXAMPLE, id: 8, status: 'queued', done: 0, total: null, attempt: 0, result: null, started_at: null, finished_at: null }) },
    errors: ['not_found', 'wrong_state', 'already_running', 'no_rules'],
  }),
  streamEvents: operation({
    id: 'streamEvents', method: 'GET', path: '/api/events', tag: 'Runs', access: 'read',
    summary: 'Live changes as server-sent events',
    description:
      'Each event has an id; a reader that reconnects with Last-Event-ID gets what it missed (kept for a day). ' +
      'Types: run.changed, persona.changed, persona.scored, response.stored, responses.stored, responses.erased, import.changed, settings.changed.',
    headers: z.object({ 'last-event-id': z.coerce.number().int().min(0).optional() }),
    answers: {
      200: {
        contentType: 'text/event-stream',
        schema: z.string(),
        description: 'A stream that stays open',
        example: 'id: 41\nevent: run.changed\ndata: {"id":7,"status":"running","done":2000,"total":6000}\n\n',
      },
    },
    errors: ['invalid_input'],
  }),
};
