import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/**
 * Which raw keys do the responses of each form use? By form id; a form that never had an answer is left out.
 *
 * A superset: keys of responses that were erased stay. Never fewer: a key is remembered before a response with it is seen.
 */
export async function listFormKeys(trx: TenantTransaction, tenantId: number): Promise<Map<number, string[]>> {
  const rows = await trx.selectFrom('form_keys').select(['form_id', 'key']).where('tenant_id', '=', tenantId).execute();
  const byForm = new Map<number, string[]>();
  for (const { form_id, key } of rows) {
    const keys = byForm.get(form_id);
    if (keys) keys.push(key);
    else byForm.set(form_id, [key]);
  }
  return byForm;
}
