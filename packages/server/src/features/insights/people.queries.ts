import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';

/** A respondent by one response, as the contract shows it. */
export type Person = {
  response_id: number;
  form_id: number;
  respondent_id: number | null;
  respondent_key: string | null;
  submitted_at: string;
  response_data: JsonObject;
};

/** Who gave these responses, and what did they say? In the order of the ids; responses erased meanwhile are left out. */
export async function listPeople(trx: TenantTransaction, tenantId: number, responseIds: readonly number[]): Promise<Person[]> {
  if (responseIds.length === 0) return [];
  const { rows } = await sql<Omit<Person, 'submitted_at'> & { submitted_at: Date }>`
    select r.id as response_id, r.form_id, r.respondent_id, p.respondent_key, r.submitted_at, r.response_data
    from unnest(${responseIds}::bigint[]) with ordinality as asked (id, position)
    join form_responses r on r.tenant_id = ${tenantId} and r.id = asked.id
    left join respondents p on p.tenant_id = r.tenant_id and p.id = r.respondent_id
    order by asked.position`.execute(trx);
  return rows.map((row) => ({ ...row, submitted_at: row.submitted_at.toISOString() }));
}
