import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { Attribute } from './attribute.store.ts';

/** Which attributes are there, in the order they were made, after the one with this id? */
export async function listAttributes(
  trx: TenantTransaction,
  tenantId: number,
  page: { afterId: number; limit: number },
): Promise<Attribute[]> {
  return trx
    .selectFrom('attributes')
    .select(['id', 'name', 'aliases', 'synonyms', 'language'])
    .where('tenant_id', '=', tenantId)
    .where('id', '>', page.afterId)
    .orderBy('id')
    .limit(page.limit)
    .execute();
}

/** The names and aliases of all attributes but one: what a changed attribute must not claim. */
export async function listOtherNames(
  trx: TenantTransaction,
  tenantId: number,
  exceptId: number | null,
): Promise<Pick<Attribute, 'name' | 'aliases'>[]> {
  return trx
    .selectFrom('attributes')
    .select(['name', 'aliases'])
    .where('tenant_id', '=', tenantId)
    .$if(exceptId !== null, (query) => query.where('id', '!=', exceptId))
    .orderBy('id')
    .execute();
}

/** Has any of the tenant's personas rules? */
export async function hasRules(trx: TenantTransaction, tenantId: number): Promise<boolean> {
  const persona = await trx.selectFrom('cx_personas').select('id').where('tenant_id', '=', tenantId).where('edition', '>', 0).limit(1).executeTakeFirst();
  return persona !== undefined;
}
