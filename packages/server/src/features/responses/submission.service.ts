import { createHash } from 'node:crypto';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonValue } from '../../db/tables.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { invalidInput, notFound } from '../../failures/failure.ts';
import { recordChange } from '../audit/audit.store.ts';
import { settleDayCounts } from '../counts/day-counts.service.ts';
import { publishEvent } from '../events/event.store.ts';
import { hasForm } from '../forms/form.queries.ts';
import { openScorer, type Scorer } from '../scoring/scoring.service.ts';
import type { BulkLimits } from './bulk-limits.ts';
import { findAnswer, keepAnswer, type IdempotentRequest } from './idempotency.store.ts';
import { readSubmission } from './read-submission.ts';
import { keysOf, rememberKeys, type RememberedKeys } from './form-keys.service.ts';
import { insertResponses, type NewResponse } from './response.store.ts';
import { listScores, toPersonaScore, type PersonaScore } from './score.queries.ts';
import { spoolSubmissions, type SpooledSubmissions } from './spool-submissions.ts';

/** What became of one response. `already_there`: its external id was known, and nothing was changed. */
export type SubmittedOne = { id: number; already_there: boolean; scores: PersonaScore[] };
/** What became of many; `response_ids` follows their lines. */
export type SubmittedMany = { received: number; stored: number; already_there: number; response_ids: number[] };

export type SubmissionService = {
  /** Stores one response and scores it under every active persona. `idempotencyKey` undefined: each time is a new one. */
  submitOne(caller: Caller, formId: number, submission: unknown, idempotencyKey?: string): Promise<SubmittedOne>;
  /** Stores a body of one response a line and scores them, all or nothing. */
  submitMany(caller: Caller, formId: number, body: AsyncIterable<Uint8Array>, idempotencyKey?: string): Promise<SubmittedMany>;
};

export type SubmissionParts = { db: Database; clock: Clock; limits: BulkLimits };

const OPERATION = 'submitResponses';

/**
 * Responses in, one or many.
 *
 * With an idempotency key, the same request (form and body, for JSON apart from white space) can be sent again for a
 * day: it is answered as the first time and stores nothing. Throws `not_found` for the form, `invalid_input` and
 * `invalid_rows` with the place, `too_large`, `idempotency_conflict`.
 */
export function createSubmissionService({ db, clock, limits }: SubmissionParts): SubmissionService {
  return {
    submitOne: async (caller, formId, submission, idempotencyKey) => {
      const now = clock.now();
      const read = readSubmission(submission, now);
      if ('problems' in read) throw invalidInput(read.problems);
      const request = toRequest(idempotencyKey, `one for form ${formId}`, () => createHash('sha256').update(JSON.stringify(submission)).digest());
      const keys = await rememberKeys(db, caller.tenantId, formId, keysOf([read.response]));
      return withScorer(db, caller, (trx, scoring) =>
        answerOnce(trx, caller, request, now, () => storeOne(trx, scoring, caller, formId, read.response, keys)),
      );
    },
    submitMany: async (caller, formId, body, idempotencyKey) => {
      const now = clock.now();
      // Before the body is read: a wrong address should not cost an upload.
      await readTenant(db, caller.tenantId, (trx) => assertForm(trx, caller.tenantId, formId));
      const spooled = await spoolSubmissions(body, now, limits);
      try {
        const request = toRequest(idempotencyKey, `many for form ${formId}`, () => spooled.hash);
        const keys = await rememberKeys(db, caller.tenantId, formId, spooled.keys);
        return await withScorer(db, caller, (trx, scoring) =>
          answerOnce(trx, caller, request, now, () => storeMany(trx, scoring, caller, formId, spooled, keys)),
        );
      } finally {
        await spooled.remove();
      }
    },
  };
}

/** Opens the transaction's scorer when it is wanted. */
type Scoring = (options?: { isLong: boolean }) => Promise<Scorer>;

/** A transaction that may score; when it has been committed, the scorer hears of it. */
async function withScorer<T>(db: Database, { tenantId }: Caller, work: (trx: TenantTransaction, scoring: Scoring) => Promise<T>): Promise<T> {
  let scorer: Scorer | null = null;
  const answer = await withTenant(db, tenantId, (trx) => {
    // The work may be done again, after what it did first was rolled back.
    scorer = null;
    return work(trx, async (options) => (scorer = await openScorer(trx, tenantId, options)));
  });
  confirm(scorer);
  return answer;
}

function confirm(scorer: Scorer | null): void {
  scorer?.confirm();
}

/** One JSON object may be a whole body of either kind, so what it is for is part of the request. */
function toRequest(key: string | undefined, purpose: string, hashBody: () => Buffer): IdempotentRequest | null {
  if (key === undefined) return null;
  return { operation: OPERATION, key, hash: createHash('sha256').update(`${purpose}\n`).update(hashBody()).digest() };
}

async function answerOnce<Answer extends JsonValue>(
  trx: TenantTransaction,
  { tenantId }: Caller,
  request: IdempotentRequest | null,
  now: Date,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (request === null) return work();
  const known = await findAnswer(trx, tenantId, request, now);
  // Kept under this operation and this very request, so it has this request's shape.
  if (known !== null) return known as Answer;
  const answer = await work();
  await keepAnswer(trx, tenantId, request, answer, now);
  return answer;
}

async function storeOne(trx: TenantTransaction, scoring: Scoring, caller: Caller, formId: number, response: NewResponse, keys: RememberedKeys): Promise<SubmittedOne> {
  const { tenantId } = caller;
  await assertForm(trx, tenantId, formId);
  const scorer = await scoring();
  const { ids: [id], alreadyThere: [isKnown] } = await insertResponses(trx, tenantId, formId, [response], { keys });
  if (id === undefined) throw new Error('A response was stored without an id');
  if (isKnown) return { id, already_there: true, scores: await listScores(trx, tenantId, id, { status: 'active' }) };
  const scores = (await scorer.score([{ id, formId, responseData: response.responseData }])).get(id) ?? [];
  await publishEvent(trx, tenantId, 'response.stored', { form_id: formId, response_id: id });
  await recordChange(trx, caller, { action: 'responses.submitted', subjectType: 'form', subjectId: formId, details: { stored: 1 } });
  return { id, already_there: false, scores: scores.map(toPersonaScore) };
}

async function storeMany(trx: TenantTransaction, scoring: Scoring, caller: Caller, formId: number, spooled: SpooledSubmissions, keys: RememberedKeys): Promise<SubmittedMany> {
  const { tenantId } = caller;
  await assertForm(trx, tenantId, formId);
  const scorer = await scoring({ isLong: true });
  const responseIds: number[] = [];
  let stored = 0;
  for await (const batch of spooled.batches()) {
    const { ids, alreadyThere } = await insertResponses(trx, tenantId, formId, batch, { keys });
    const added = batch.flatMap(({ responseData }, index) => {
      const id = ids[index];
      return id === undefined || alreadyThere[index] ? [] : [{ id, formId, responseData }];
    });
    await scorer.score(added);
    for (const id of ids) responseIds.push(id);
    stored += added.length;
  }
  if (stored > 0) {
    await publishEvent(trx, tenantId, 'responses.stored', { form_id: formId, count: stored });
    await recordChange(trx, caller, { action: 'responses.submitted', subjectType: 'form', subjectId: formId, details: { stored } });
    await settleDayCounts(trx, tenantId);
    await scorer.finish();
  }
  return { received: spooled.count, stored, already_there: spooled.count - stored, response_ids: responseIds };
}

async function assertForm(trx: TenantTransaction, tenantId: number, formId: number): Promise<void> {
  if (!(await hasForm(trx, tenantId, formId))) throw notFound('form');
}
