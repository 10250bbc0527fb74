import { sql } from 'kysely';
import type { Caller } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { Failure, invalidInput } from '../../failures/failure.ts';
import { recordChange } from '../audit/audit.store.ts';
import { bumpSettingsRevision } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import { hasUnfinishedRun } from '../runs/run.queries.ts';
import { lockScoringExclusive } from '../scoring/scoring-lock.ts';
import { countTenantContents, type TenantContents } from './tenant-contents.queries.ts';
import { getTenantRow } from './tenant.queries.ts';

/** Tables whose rows are the tenant's data, each before those it refers to. What hangs on them alone goes with them. */
const TABLES = [
  'response_outcomes', 'form_responses', 'respondents', 'cx_personas', 'outcome_scores', 'persona_day_counts', 'imports', 'forms', 'attributes', 'runs', 'idempotency_keys', 'events',
] as const;

/**
 * Deletes all data of the tenant in the caller's transaction and answers how much it was: responses, people, personas,
 * forms, imports, history, dictionary and runs. Members, keys, settings and the audit log stay. New responses wait.
 *
 * Like the erasing of people, this one function reaches into other features' tables: it has to know all of them.
 *
 * Throws `invalid_input` unless `confirm` is the tenant's name, `wrong_state` while a run is under way.
 */
export async function eraseTenantData(trx: TenantTransaction, caller: Caller, confirm: string): Promise<TenantContents> {
  const { tenantId } = caller;
  const tenant = await getTenantRow(trx, tenantId);
  if (confirm.trim() !== tenant.name) throw invalidInput([{ path: 'confirm', message: 'is not the name of the organisation' }]);
  await lockScoringExclusive(trx, tenantId);
  if (await hasUnfinishedRun(trx, tenantId)) throw new Failure('wrong_state', 'A run is under way. Wait for its end, then delete the data.');
  const contents = await countTenantContents(trx, tenantId);
  for (const table of TABLES) await sql`DELETE FROM ${sql.table(table)} WHERE tenant_id = ${tenantId}`.execute(trx);
  await trx.updateTable('tenants').set({ is_demo: false }).where('id', '=', tenantId).execute();
  await bumpSettingsRevision(trx, tenantId);
  await recordChange(trx, caller, { action: 'tenant.data_erased', subjectType: 'tenant', subjectId: tenantId, details: contents });
  await publishEvent(trx, tenantId, 'settings.changed', { changed: ['data'] });
  await publishEvent(trx, tenantId, 'responses.erased', { count: contents.responses });
  return contents;
}
