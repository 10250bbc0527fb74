import { dayOf } from '@likeness/core';
import { sql } from 'kysely';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { notFound } from '../../failures/failure.ts';
import { recordChange } from '../audit/audit.store.ts';
import { uncountResponses } from '../counts/day-counts.service.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import { lockScoringExclusive } from '../scoring/scoring-lock.ts';
import { recomputeDays } from '../snapshots/snapshot.service.ts';
import { deleteRespondent, eraseResponses, listErasable, type ErasableResponse } from './erasure.store.ts';

/** What was erased. Figures of the days concerned differ from those anybody saw before `erased_at`. */
export type ErasureReceipt = { responses_erased: number; scores_erased: number; snapshots_recomputed: number; erased_at: string };

export type ErasureService = {
  /** One response; the person too, when it was their only one. */
  eraseResponse(caller: Caller, responseId: number): Promise<ErasureReceipt>;
  /** A person: their key, all their responses and scores. */
  eraseRespondent(caller: Caller, respondentId: number): Promise<ErasureReceipt>;
};

/**
 * Erases people, in one transaction, and computes the snapshots of the days concerned again.
 *
 * It waits for responses that are being stored, and holds up new ones meanwhile: no score or snapshot can be written
 * from what is being erased. The audit log says how many responses went, and never whose.
 */
export function createErasureService({ db, clock }: { db: Database; clock: Clock }): ErasureService {
  return {
    eraseResponse: (caller, responseId) =>
      withTenant(db, caller.tenantId, async (trx) => {
        await lockScoringExclusive(trx, caller.tenantId);
        const responses = await listErasable(trx, caller.tenantId, { responseId });
        if (responses.length === 0) throw notFound('response');
        return erase(trx, caller, responses, 'response.erased', responseId, clock.now());
      }),
    eraseRespondent: (caller, respondentId) =>
      withTenant(db, caller.tenantId, async (trx) => {
        await lockScoringExclusive(trx, caller.tenantId);
        const responses = await listErasable(trx, caller.tenantId, { respondentId });
        // Goes with the last response, if there is any.
        const isKnown = responses.length > 0 || (await deleteRespondent(trx, caller.tenantId, respondentId));
        if (!isKnown) throw notFound('respondent');
        return erase(trx, caller, responses, 'respondent.erased', respondentId, clock.now());
      }),
  };
}

async function erase(
  trx: TenantTransaction,
  caller: Caller,
  responses: readonly ErasableResponse[],
  action: 'response.erased' | 'respondent.erased',
  subjectId: number,
  now: Date,
): Promise<ErasureReceipt> {
  const { tenantId } = caller;
  const { timeZone } = await loadDictionaries(trx, tenantId);
  const days = [...new Set(responses.map((response) => dayOf(response.submittedAt, timeZone)))];
  await uncountResponses(trx, tenantId, sql`r.id = any(${responses.map(({ id }) => id)}::bigint[])`);
  const scores = await eraseResponses(trx, tenantId, responses);
  const snapshots = await recomputeDays(trx, tenantId, days);
  const counts = { responses_erased: responses.length, scores_erased: scores, snapshots_recomputed: snapshots };
  const subjectType = action === 'response.erased' ? 'response' : 'respondent';
  await recordChange(trx, caller, { action, subjectType, subjectId, details: counts });
  await publishEvent(trx, tenantId, 'responses.erased', { count: responses.length });
  return { ...counts, erased_at: now.toISOString() };
}
