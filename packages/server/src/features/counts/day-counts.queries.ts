import { sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import { readThroughDoor } from '../../db/doors.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/** How many responses are not counted yet (looking no further than `MANY_PENDING`), and are the counted days still the tenant's? */
export type CountsState = { pending: number; isOfThisZone: boolean };

/** From so many pending responses on, counting them is planned for many rows. */
export const MANY_PENDING = 5000;

/** What is there to be done before the tenant's counts are complete? */
export async function findCountsState(trx: TenantTransaction, tenantId: number): Promise<CountsState> {
  const { rows } = await sql<CountsState>`
    select (select count(*) from (select from pending_responses where tenant_id = ${tenantId} limit ${MANY_PENDING}) q) as pending,
      coalesce(s.time_zone = t.time_zone, true) as "isOfThisZone"
    from tenants t left join day_count_states s on s.tenant_id = t.id
    where t.id = ${tenantId}`.execute(trx);
  return rows[0] ?? { pending: 0, isOfThisZone: true };
}

/** Which tenants have responses that are not counted, or days of another time zone? Read through the scheduler's door. */
export async function listTenantsToCount(db: Database): Promise<number[]> {
  const { rows } = await readThroughDoor(db, { directory: true }, (trx) => sql<{ id: number }>`
    select tenant_id as id from pending_responses
    union
    select s.tenant_id from day_count_states s join tenants t on t.id = s.tenant_id where s.time_zone <> t.time_zone`.execute(trx));
  return rows.map(({ id }) => id);
}

/** Under which outcomes is a response counted for a persona (null: none), and is it still waiting to be counted? */
export async function findCounted(
  trx: TenantTransaction,
  tenantId: number,
  personaId: number,
  responseId: number,
): Promise<{ before: string | null; isPending: boolean }> {
  const { rows } = await sql<{ before: string | null; isPending: boolean }>`
    select
      (select o.rule_outcomes from response_outcomes o
        where o.tenant_id = ${tenantId} and o.response_id = ${responseId} and o.persona_id = ${personaId}) as before,
      exists (select from pending_responses q where q.tenant_id = ${tenantId} and q.response_id = ${responseId}) as "isPending"`.execute(trx);
  return rows[0] ?? { before: null, isPending: false };
}
