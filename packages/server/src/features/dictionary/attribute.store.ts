import { foldText } from '@likeness/core';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { AttributeRow } from './to-field-definitions.ts';

/** An attribute as the contract shows it. */
export type Attribute = { id: number; name: string; aliases: string[]; synonyms: Record<string, string>; language: string | null };

/** Adds an attribute. Throws `DatabaseError('duplicate', 'attributes_name_key')` when the folded name is taken. */
export async function insertAttribute(trx: TenantTransaction, tenantId: number, attribute: AttributeRow, now: Date): Promise<Attribute> {
  return trx
    .insertInto('attributes')
    .values({ ...toColumns(attribute), tenant_id: tenantId, created_at: now, updated_at: now })
    .returning(['id', 'name', 'aliases', 'synonyms', 'language'])
    .executeTakeFirstOrThrow();
}

/** Replaces an attribute; null when there is none of this id. Throws like `insertAttribute`. */
export async function replaceAttribute(
  trx: TenantTransaction,
  tenantId: number,
  attributeId: number,
  attribute: AttributeRow,
  now: Date,
): Promise<Attribute | null> {
  const row = await trx
    .updateTable('attributes')
    .set({ ...toColumns(attribute), updated_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', attributeId)
    .returning(['id', 'name', 'aliases', 'synonyms', 'language'])
    .executeTakeFirst();
  return row ?? null;
}

/** Removes an attribute and answers its name; null when there was none of this id. */
export async function deleteAttribute(trx: TenantTransaction, tenantId: number, attributeId: number): Promise<string | null> {
  const row = await trx
    .deleteFrom('attributes')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', attributeId)
    .returning('name')
    .executeTakeFirst();
  return row?.name ?? null;
}

function toColumns({ name, aliases, synonyms, language }: AttributeRow) {
  return { name, folded_name: foldText(name), aliases, synonyms: JSON.stringify(synonyms), language };
}
