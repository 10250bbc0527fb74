import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';

/** What did this response answer, and to which form? null when there is none of this id. */
export async function findResponse(
  trx: TenantTransaction,
  tenantId: number,
  responseId: number,
): Promise<{ formId: number; responseData: JsonObject } | null> {
  const row = await trx
    .selectFrom('form_responses')
    .select(['form_id as formId', 'response_data as responseData'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', responseId)
    .executeTakeFirst();
  return row ?? null;
}
