import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { SNAPSHOT_COLUMNS, toSnapshot, type Snapshot } from './snapshot.ts';

/** A persona's newest snapshot, today's unfinished one included; null when there is none. */
export async function findLatestSnapshot(trx: TenantTransaction, tenantId: number, personaId: number): Promise<Snapshot | null> {
  const row = await trx
    .selectFrom('persona_data_snapshots')
    .select(SNAPSHOT_COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .orderBy('snapshot_date', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toSnapshot(row) : null;
}

/** A persona's snapshots from a day on, oldest first. Days without responses have none. */
export async function listSnapshots(trx: TenantTransaction, tenantId: number, personaId: number, fromDay: string): Promise<Snapshot[]> {
  const rows = await trx
    .selectFrom('persona_data_snapshots')
    .select(SNAPSHOT_COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .where('snapshot_date', '>=', fromDay)
    .orderBy('snapshot_date')
    .execute();
  return rows.map(toSnapshot);
}
