import { sql, type RawBuilder } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { uncountResponses } from '../counts/day-counts.service.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import { openScorer } from '../scoring/scoring.service.ts';
import { lockScoringExclusive } from '../scoring/scoring-lock.ts';
import { recomputeDays } from '../snapshots/snapshot.service.ts';
import { deleteResponses, listDaysOf } from './imported-responses.store.ts';
import type { RememberedKeys } from './form-keys.service.ts';
import { insertResponses, type NewResponse } from './response.store.ts';

export type ImportedResponses = {
  /**
   * Stores and scores some thousand responses, and answers for each whether its external id was there already, so that
   * nothing was changed.
   */
  store(rows: readonly NewResponse[]): Promise<boolean[]>;
  /** Call it last in the transaction: what others may wait for is stored only now. */
  finish(): Promise<void>;
};

/**
 * Makes ready for storing the responses of an import in this transaction, scored under every active persona as they
 * would be on submission. Takes the tenant's scoring lock, shared, until the transaction ends.
 *
 * The form's fields must be in place: they decide how the answers are read. `keys`: the form, and all keys of its answers.
 */
export async function openImportedResponses(trx: TenantTransaction, tenantId: number, importId: number, keys: RememberedKeys): Promise<ImportedResponses> {
  const { formId } = keys;
  const scorer = await openScorer(trx, tenantId, { isLong: true });
  return {
    finish: () => scorer.finish(),
    store: async (rows) => {
      const { ids, alreadyThere } = await insertResponses(trx, tenantId, formId, rows, { keys, importId });
      const added = rows.flatMap(({ responseData }, index) => {
        const id = ids[index];
        return id === undefined || alreadyThere[index] ? [] : [{ id, formId, responseData }];
      });
      await scorer.score(added);
      return alreadyThere;
    },
  };
}

/** What was removed with an import or a form, and how many snapshots are different for it. */
export type ErasedResponses = { responses: number; scores: number; snapshots: number };

/**
 * Takes the responses of an import back, with their scores and the respondents nobody answers for any more, and brings
 * the snapshots of their days in line, all in this transaction. New responses wait until it ends.
 */
export function eraseImportedResponses(trx: TenantTransaction, tenantId: number, importId: number): Promise<ErasedResponses> {
  return eraseAll(trx, tenantId, sql<boolean>`r.import_id = ${sql.lit(importId)}`);
}

/** The same for all responses of a form. */
export function eraseFormResponses(trx: TenantTransaction, tenantId: number, formId: number): Promise<ErasedResponses> {
  return eraseAll(trx, tenantId, sql<boolean>`r.form_id = ${sql.lit(formId)}`);
}

async function eraseAll(trx: TenantTransaction, tenantId: number, which: RawBuilder<boolean>): Promise<ErasedResponses> {
  await lockScoringExclusive(trx, tenantId);
  const { timeZone } = await loadDictionaries(trx, tenantId);
  const days = await listDaysOf(trx, tenantId, which, timeZone);
  await uncountResponses(trx, tenantId, which);
  const erased = await deleteResponses(trx, tenantId, which);
  const snapshots = await recomputeDays(trx, tenantId, days);
  await publishEvent(trx, tenantId, 'responses.erased', { count: erased.responses });
  return { ...erased, snapshots };
}
