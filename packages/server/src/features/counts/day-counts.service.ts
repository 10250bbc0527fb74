import type { RawBuilder } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { lockCounts } from './counts-lock.ts';
import { MANY_PENDING, findCounted, findCountsState } from './day-counts.queries.ts';
import { type DayCount, addPending, changeCounts, countAmong, deleteCounts, markPending, moveCounted, noteCountsChanged, recount, replaceCounts, subtractPending, withoutNestedLoops } from './day-counts.store.ts';

export type { DayCount };

/**
 * Counts every response that this transaction can see and that is not counted yet. Where the tenant's time zone is
 * another than that of the counted days, everything is counted anew.
 *
 * The caller holds the scoring lock (shared is enough). One transaction a tenant does this at a time, and until it ends
 * nobody else does; so it belongs at the end of a transaction that stores much. Killed at any moment, all or nothing of it
 * is kept. Cost: in the pending responses, not in those that are counted.
 *
 * `exceptPersonaIds`: personas whose counts the caller keeps itself. Answers whether everything was counted anew, theirs too.
 */
export async function settleDayCounts(trx: TenantTransaction, tenantId: number, exceptPersonaIds: readonly number[] = []): Promise<boolean> {
  await lockCounts(trx, tenantId);
  const { pending, isOfThisZone } = await findCountsState(trx, tenantId);
  if (!isOfThisZone) await recount(trx, tenantId, null);
  else if (pending >= MANY_PENDING) await withoutNestedLoops(trx, () => addPending(trx, tenantId, { except: exceptPersonaIds }));
  else if (pending > 0) await addPending(trx, tenantId, { except: exceptPersonaIds });
  return !isOfThisZone;
}

/**
 * Takes responses out of the counts, before they are deleted. What else their respondents answered is counted as if they
 * had never been.
 *
 * The caller holds the scoring lock exclusively, and deletes them in this transaction; `which` is a condition on
 * `form_responses r`.
 *
 * @example await uncountResponses(trx, tenantId, sql`r.import_id = ${importId}`)
 */
export async function uncountResponses(trx: TenantTransaction, tenantId: number, which: RawBuilder<boolean>): Promise<void> {
  await settleDayCounts(trx, tenantId);
  await markPending(trx, tenantId, which);
  const { pending } = await findCountsState(trx, tenantId);
  if (pending >= MANY_PENDING) await withoutNestedLoops(trx, () => subtractPending(trx, tenantId));
  else if (pending > 0) await subtractPending(trx, tenantId);
}

/**
 * Counts one response under the outcomes that it will have for one persona from now on.
 *
 * Call it before they are stored in this transaction, holding the scoring lock (shared is enough). Nobody else changes
 * counts or outcomes of single responses until the transaction ends. Outcomes that are stored already change nothing.
 */
export async function recountResponse(
  trx: TenantTransaction,
  tenantId: number,
  { personaId, responseId, ruleOutcomes }: { personaId: number; responseId: number; ruleOutcomes: string },
): Promise<void> {
  await lockCounts(trx, tenantId);
  const { before, isPending } = await findCounted(trx, tenantId, personaId, responseId);
  // Whoever counts a pending response will find its outcomes.
  if (!isPending && before !== ruleOutcomes) await moveCounted(trx, tenantId, { personaId, responseId, before, after: ruleOutcomes });
}

/**
 * Makes these the counts of a persona whose outcomes were all calculated anew in this transaction.
 *
 * `counts` cover every stored response that the persona has scored, each once, with days in the tenant's time zone. The
 * caller holds the scoring lock exclusively. When the tenant's other counts are still in days of another time zone, all
 * are counted from the stored outcomes instead.
 */
export async function replaceDayCounts(trx: TenantTransaction, tenantId: number, personaId: number, counts: readonly DayCount[]): Promise<void> {
  await lockCounts(trx, tenantId);
  const { isOfThisZone } = await findCountsState(trx, tenantId);
  if (!isOfThisZone) return recount(trx, tenantId, null);
  // The responses that are pending are among the counts given, but the other personas have not counted them.
  await settleDayCounts(trx, tenantId);
  await replaceCounts(trx, tenantId, personaId, counts);
  await noteCountsChanged(trx, tenantId);
}

/**
 * Stores the counts of a persona that has no scores but those of this transaction, while others go on: it needs no lock and
 * nobody sees them.
 *
 * Under the scoring lock the caller then settles all but this persona, changes these counts by what came or went
 * meanwhile (`changeDayCounts`), and ends with `noteDayCounts`; or it replaces them.
 */
export function storeFirstDayCounts(trx: TenantTransaction, tenantId: number, personaId: number, counts: readonly DayCount[]): Promise<void> {
  return replaceCounts(trx, tenantId, personaId, counts);
}

/**
 * The same for several such personas, counted from the outcomes that this transaction has stored: `among` is a condition on
 * `form_responses r` that says of which responses. What came later is added by `addFirstDayCounts`.
 */
export function countFirstDays(trx: TenantTransaction, tenantId: number, personaIds: readonly number[], among: RawBuilder<boolean>): Promise<void> {
  return countAmong(trx, tenantId, personaIds, among);
}

/**
 * Counts the rest of the responses, those of `which`, for personas whose others were counted early (`countFirstDays`); none
 * of these may be gone.
 *
 * The caller holds the scoring lock exclusively, and settled the counts in this transaction.
 */
export async function addFirstDayCounts(trx: TenantTransaction, tenantId: number, personaIds: readonly number[], which: RawBuilder<boolean>): Promise<void> {
  await markPending(trx, tenantId, which);
  const { pending } = await findCountsState(trx, tenantId);
  const add = (): Promise<void> => addPending(trx, tenantId, { only: personaIds });
  await (pending >= MANY_PENDING ? withoutNestedLoops(trx, add) : add());
}

/** Makes counts that were stored early (`storeFirstDayCounts`) known as a change. The caller holds the scoring lock exclusively. */
export function noteDayCounts(trx: TenantTransaction, tenantId: number): Promise<void> {
  return noteCountsChanged(trx, tenantId);
}

/** Removes the counts of personas that were deleted while this transaction stored them. */
export function deleteDayCountsOf(trx: TenantTransaction, tenantId: number, personaIds: readonly number[]): Promise<void> {
  return deleteCounts(trx, tenantId, personaIds);
}

/**
 * Changes the counts of a persona by as much as a calculation has changed stored outcomes: one less under what a response
 * was, one more under what it is.
 *
 * The caller holds the scoring lock exclusively, and counted everything (`settleDayCounts`) in this transaction before it
 * changed the outcomes. Cost: in the cells that change.
 */
export function changeDayCounts(trx: TenantTransaction, tenantId: number, personaId: number, changes: readonly DayCount[]): Promise<void> {
  return changeCounts(trx, tenantId, personaId, changes);
}

/**
 * Counts the responses of these personas anew from their stored outcomes: for whoever calculated them without counting.
 *
 * The caller holds the scoring lock exclusively. No personas: nothing happens. Cost: one pass over all responses.
 */
export async function recountPersonas(trx: TenantTransaction, tenantId: number, personaIds: readonly number[]): Promise<void> {
  if (personaIds.length === 0) return;
  await settleDayCounts(trx, tenantId);
  await recount(trx, tenantId, personaIds);
}
