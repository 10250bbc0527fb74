import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { SNAPSHOT_COLUMNS, toSnapshot, type Snapshot, type SnapshotRow } from './snapshot.ts';

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

/**
 * A persona's snapshots of so many days up to the one that `now` is in, by the tenant's clocks; oldest first. Days without
 * responses have none. Null when there is no such persona.
 */
export async function findEvolution(trx: TenantTransaction, tenantId: number, personaId: number, { days, now }: { days: number; now: Date }): Promise<Snapshot[] | null> {
  const columns = sql.join(SNAPSHOT_COLUMNS.map((column) => sql.ref(`s.${column}`)));
  const { rows } = await sql<SnapshotRow | { snapshot_date: null }>`
    select ${columns}
    from cx_personas p
    join tenants t on t.id = ${tenantId}
    left join persona_data_snapshots s on s.tenant_id = ${tenantId} and s.persona_id = ${personaId}
      and s.snapshot_date > (${now}::timestamptz at time zone t.time_zone)::date - ${days}::integer
    where p.tenant_id = ${tenantId} and p.id = ${personaId}
    order by s.snapshot_date`.execute(trx);
  if (rows.length === 0) return null;
  return rows.flatMap((row) => (row.snapshot_date === null ? [] : toSnapshot(row)));
}
