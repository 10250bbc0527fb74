import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { listFormKeys } from '../responses/form-keys.queries.ts';
import type { FormKeys } from './held-attributes.ts';

/** Which keys do the responses of each form use, and how many responses are there? Forms without responses are left out. */
export async function listFormSizes(trx: TenantTransaction, tenantId: number): Promise<FormKeys[]> {
  const keys = await listFormKeys(trx, tenantId);
  const { rows } = await sql<{ form_id: number; responses: number }>`
    select r.form_id, count(*) as responses
    from form_responses r
    where r.tenant_id = ${tenantId}
    group by r.form_id
    order by r.form_id`.execute(trx);
  return rows.map(({ form_id, responses }) => ({ formId: form_id, keys: (keys.get(form_id) ?? []).toSorted(), responses }));
}
