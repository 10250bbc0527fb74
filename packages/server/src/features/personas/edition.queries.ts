import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';

/** One edition of a persona's rules as the contract shows it. */
export type Edition = {
  edition: number;
  mapping_rules: JsonObject;
  rules: JsonObject;
  note: string;
  restored_from: number | null;
  created_by_name: string;
  created_at: string;
};

function selectEditions(trx: TenantTransaction, tenantId: number, personaId: number) {
  return trx
    .selectFrom('persona_editions')
    .select(['edition', 'mapping_rules', 'rules', 'note', 'restored_from', 'created_by_name', 'created_at'])
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId);
}

/** The editions of a persona, newest first, older than `beforeEdition` (null: from the newest). Unknown persona: none. */
export async function listEditions(
  trx: TenantTransaction,
  tenantId: number,
  personaId: number,
  page: { beforeEdition: number | null; limit: number },
): Promise<Edition[]> {
  const rows = await selectEditions(trx, tenantId, personaId)
    .$if(page.beforeEdition !== null, (query) => query.where('edition', '<', page.beforeEdition))
    .orderBy('edition', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }));
}

/** One edition; null when the persona has none of this number. */
export async function findEdition(
  trx: TenantTransaction,
  tenantId: number,
  personaId: number,
  edition: number,
): Promise<Edition | null> {
  // Editions are small numbers; a larger one would not fit the column.
  if (edition > 2_147_483_647) return null;
  const row = await selectEditions(trx, tenantId, personaId).where('edition', '=', edition).executeTakeFirst();
  return row ? { ...row, created_at: row.created_at.toISOString() } : null;
}
