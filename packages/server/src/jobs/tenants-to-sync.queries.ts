import { dayOf, dayRange, isTimeZone } from '@likeness/core';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { readThroughDoor } from '../db/doors.ts';
import type { TenantTransaction } from '../db/scoped-transaction.ts';

export type TenantZone = { id: number; timeZone: string };

/** All tenants with their time zones, by id. Read through the scheduler's door. */
export async function listTenantZones(db: Database): Promise<TenantZone[]> {
  return readThroughDoor(db, { directory: true }, (trx) => trx.selectFrom('tenants').select(['id', 'time_zone as timeZone']).orderBy('id').execute());
}

/**
 * Does the tenant have a persona that is synchronised automatically and was last brought up to date before `before`
 * (null: whenever that was)? Such a tenant has work at night.
 */
export async function hasPersonasToSync(trx: TenantTransaction, tenantId: number, before: Date | null): Promise<boolean> {
  let query = trx
    .selectFrom('cx_personas')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'active')
    .where('edition', '>', 0)
    .where(sql<boolean>`coalesce((sync_config ->> 'auto_sync')::boolean, true)`);
  if (before !== null) query = query.where((row) => row.or([row('last_synced_at', 'is', null), row('last_synced_at', '<', before)]));
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** The beginning of today in a time zone: whoever was last synchronised before it may have complete days to write. */
export function startOfToday(now: Date, timeZone: string): Date {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  return dayRange(dayOf(now, zone), zone).from;
}
