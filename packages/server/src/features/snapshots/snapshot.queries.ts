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
  const { rows } = await sql<{ snapshots: SnapshotRow[] | null }>`
    select (
      select json_agg(s order by s.snapshot_date) from (
        select ${SNAPSHOT} from persona_data_snapshots
        where tenant_id = ${tenantId} and persona_id = ${personaId} and snapshot_date > (${now}::timestamptz at time zone t.time_zone)::date - ${days}::integer) s
    ) as snapshots
    from cx_personas p
    join tenants t on t.id = ${tenantId}
    where p.tenant_id = ${tenantId} and p.id = ${personaId}`.execute(trx);
  const [row] = rows;
  return row === undefined ? null : (row.snapshots ?? []).map(toSnapshot);
}

// As one JSON value: a round trip of one row, parsed at once.
const SNAPSHOT = sql.join(SNAPSHOT_COLUMNS.map((column) => sql.ref(column)));
