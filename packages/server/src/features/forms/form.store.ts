import { foldText } from '@likeness/core';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { FormField } from './check-fields.ts';

/** Makes a form without fields and answers its id. */
export async function insertForm(trx: TenantTransaction, tenantId: number, name: string, now: Date): Promise<number> {
  const { id } = await trx
    .insertInto('forms')
    .values({ tenant_id: tenantId, name, created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The revision of a form, which then nobody else can change until the transaction ends; null when there is no such form. */
export async function lockForm(trx: TenantTransaction, tenantId: number, formId: number): Promise<{ revision: number } | null> {
  const row = await trx
    .selectFrom('forms')
    .select('revision')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', formId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Gives the form its next revision, and a name if there is a new one. */
export async function updateForm(trx: TenantTransaction, tenantId: number, formId: number, name: string | undefined, now: Date): Promise<void> {
  await trx
    .updateTable('forms')
    .set((eb) => ({ ...(name !== undefined && { name }), revision: eb('revision', '+', 1), updated_at: now }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', formId)
    .execute();
}

/** Replaces all fields of a form by these, in this order. */
export async function replaceFields(trx: TenantTransaction, tenantId: number, formId: number, fields: readonly FormField[]): Promise<void> {
  await trx.deleteFrom('form_fields').where('tenant_id', '=', tenantId).where('form_id', '=', formId).execute();
  if (fields.length === 0) return;
  await trx
    .insertInto('form_fields')
    .values(
      fields.map((field, position) => ({ ...field, tenant_id: tenantId, form_id: formId, position, folded_key: foldText(field.key) })),
    )
    .execute();
}

/** Deletes a form with its fields. Throws `DatabaseError('still_referenced')` when responses or imports belong to it. */
export async function deleteForm(trx: TenantTransaction, tenantId: number, formId: number): Promise<void> {
  await trx.deleteFrom('forms').where('tenant_id', '=', tenantId).where('id', '=', formId).execute();
}

/** Deletes the imports that went into a form, with their refused rows and runs; their responses are gone before. Answers how many. */
export async function deleteImportsOf(trx: TenantTransaction, tenantId: number, formId: number): Promise<number> {
  const { numDeletedRows } = await trx.deleteFrom('imports').where('tenant_id', '=', tenantId).where('form_id', '=', formId).executeTakeFirst();
  return Number(numDeletedRows);
}
