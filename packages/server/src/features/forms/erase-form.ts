import type { Caller } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { Failure, invalidInput, notFound } from '../../failures/failure.ts';
import { recordChange } from '../audit/audit.store.ts';
import { bumpSettingsRevision } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import { eraseFormResponses } from '../responses/imported-responses.service.ts';
import { hasUnfinishedImport } from '../runs/run.queries.ts';
import { findForm } from './form.queries.ts';
import { deleteForm, deleteImportsOf, lockForm } from './form.store.ts';

/** What was deleted with a form; `snapshots` were computed again without it. */
export type ErasedForm = { responses: number; scores: number; snapshots: number; imports: number };

/**
 * Deletes a form with its responses, their scores, the people who answered nothing else, and the imports that brought
 * them, in the caller's transaction. New responses wait until it ends.
 *
 * Throws `not_found`, `invalid_input` unless `confirm` is the form's name, `wrong_state` while an import is under way.
 */
export async function eraseForm(trx: TenantTransaction, caller: Caller, formId: number, confirm: string): Promise<ErasedForm> {
  const { tenantId } = caller;
  const form = (await lockForm(trx, tenantId, formId)) && (await findForm(trx, tenantId, formId));
  if (!form) throw notFound('form');
  if (confirm.trim() !== form.name) throw invalidInput([{ path: 'confirm', message: 'is not the name of the form' }]);
  if (await hasUnfinishedImport(trx, tenantId)) throw new Failure('wrong_state', 'An import is under way. Wait for its end, then delete the form.');
  const erased = await eraseFormResponses(trx, tenantId, formId);
  const imports = await deleteImportsOf(trx, tenantId, formId);
  await deleteForm(trx, tenantId, formId);
  await bumpSettingsRevision(trx, tenantId);
  const counts = { ...erased, imports };
  await recordChange(trx, caller, { action: 'form.erased', subjectType: 'form', subjectId: formId, details: counts });
  await publishEvent(trx, tenantId, 'settings.changed', { form_id: formId });
  return counts;
}
