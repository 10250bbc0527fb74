import { foldText } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { notFound } from '../../failures/failure.ts';
import { recordChange } from '../audit/audit.store.ts';
import { bumpSettingsRevision } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import type { FormField } from './check-fields.ts';
import { findForm } from './form.queries.ts';
import { deleteForm, insertForm, lockForm, replaceFields, updateForm } from './form.store.ts';

/** Where the responses of an import go. `isReadAnew`: the form has responses whose answers its new fields may read differently. */
export type ImportedForm = { formId: number; isReadAnew: boolean };

/** Makes a form with these checked fields, for an import, in its transaction. */
export async function makeImportedForm(trx: TenantTransaction, caller: Caller, name: string, fields: readonly FormField[], now: Date): Promise<ImportedForm> {
  const formId = await insertForm(trx, caller.tenantId, name, now);
  await replaceFields(trx, caller.tenantId, formId, fields);
  await announce(trx, caller, 'form.created', formId);
  return { formId, isReadAnew: false };
}

/**
 * Adds to a form the fields that it lacks, for an import, in its transaction; those it has stay as they are. The form
 * cannot be changed by others until the transaction ends. Throws `not_found`.
 */
export async function extendImportedForm(trx: TenantTransaction, caller: Caller, formId: number, fields: readonly FormField[], now: Date): Promise<ImportedForm> {
  const { tenantId } = caller;
  const form = (await lockForm(trx, tenantId, formId)) && (await findForm(trx, tenantId, formId));
  if (!form) throw notFound('form');
  const keys = new Set(form.fields.map(({ key }) => foldText(key)));
  const added = fields.filter(({ key }) => !keys.has(foldText(key)));
  if (added.length === 0) return { formId, isReadAnew: false };
  await updateForm(trx, tenantId, formId, undefined, now);
  await replaceFields(trx, tenantId, formId, [...form.fields, ...added]);
  await announce(trx, caller, 'form.changed', formId);
  return { formId, isReadAnew: form.response_count > 0 };
}

/**
 * Removes a form that an import made and that is as the import left it, once its responses are gone. Answers whether it
 * went: a form that anybody changed or answered stays. No import may refer to it any more.
 */
export async function removeImportedForm(trx: TenantTransaction, caller: Caller, formId: number): Promise<boolean> {
  const { tenantId } = caller;
  const form = (await lockForm(trx, tenantId, formId)) && (await findForm(trx, tenantId, formId));
  if (!form || form.revision > 1 || form.response_count > 0) return false;
  await deleteForm(trx, tenantId, formId);
  await announce(trx, caller, 'form.deleted', formId);
  return true;
}

async function announce(trx: TenantTransaction, caller: Caller, action: 'form.created' | 'form.changed' | 'form.deleted', formId: number): Promise<void> {
  await bumpSettingsRevision(trx, caller.tenantId);
  await recordChange(trx, caller, { action, subjectType: 'form', subjectId: formId, details: { by: 'import' } });
  await publishEvent(trx, caller.tenantId, 'settings.changed', { form_id: formId });
}
