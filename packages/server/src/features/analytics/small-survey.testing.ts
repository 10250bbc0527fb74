import { parseRuleSet, printRuleSet } from '@likeness/core';
import { systemCaller, type Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { keysOf, rememberKeys } from '../responses/form-keys.service.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';

/** A response of a test's survey: who (null: nobody said), when, and what. */
export type GivenResponse = { who: string | null; at: string; data: JsonObject };

/** A tenant made for a test. */
export type TestTenant = { caller: Caller; formIds: number[] };

/** Makes a tenant in London's time zone with two forms: one of plain keys, one whose keys mean the same attributes. */
export async function makeTenant(db: Database, tenantId: number): Promise<TestTenant> {
  return withTenant(db, tenantId, async (trx) => {
    await trx.insertInto('tenants').values({ id: tenantId, name: `Tenant ${tenantId}`, time_zone: 'Europe/London' }).execute();
    const forms = await trx
      .insertInto('forms')
      .values(['Plain', 'Renamed'].map((name) => ({ tenant_id: tenantId, name })))
      .returning('id')
      .execute();
    const formIds = forms.map(({ id }) => id);
    await addFields(trx, tenantId, formIds[1] ?? 0, { respondent_age: 'age', city: 'location' });
    return { caller: systemCaller(tenantId), formIds };
  });
}

async function addFields(trx: TenantTransaction, tenantId: number, formId: number, attributes: Record<string, string>): Promise<void> {
  const fields = Object.entries(attributes).map(([key, attribute], position) => ({
    tenant_id: tenantId, form_id: formId, position, key, folded_key: key, label: '', attribute, type: 'text' as const,
    delimiter: null, date_order: null, language: null, role: null,
  }));
  await trx.insertInto('form_fields').values(fields).execute();
}

/** Adds a persona, active unless said otherwise, and its first edition when there are rules; answers its id. */
export async function addPersona(
  db: Database,
  tenantId: number,
  name: string,
  rules: JsonObject | null,
  status: 'draft' | 'active' | 'archived' = 'active',
): Promise<number> {
  return withTenant(db, tenantId, async (trx) => {
    const { id } = await trx
      .insertInto('cx_personas')
      .values({ tenant_id: tenantId, name, status, edition: 0, scored_edition: null, scored_at: null, last_synced_at: null, created_by: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (rules) await addEdition(trx, tenantId, id, rules);
    return id;
  });
}

/** Adds the next edition of a persona's rules; nothing is scored under it before the next calculation. */
export async function addEdition(trx: TenantTransaction, tenantId: number, personaId: number, rules: JsonObject): Promise<void> {
  const parsed = parseRuleSet(rules);
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message ?? '');
  const { edition } = await trx
    .updateTable('cx_personas')
    .set((eb) => ({ edition: eb('edition', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personaId)
    .returning('edition')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('persona_editions')
    .values({
      tenant_id: tenantId, persona_id: personaId, edition, mapping_rules: JSON.stringify(rules),
      rules: JSON.stringify(printRuleSet(parsed.ruleSet)), restored_from: null, created_by: null,
    })
    .execute();
}

/** Stores responses of one form, unscored; answers their ids in order. */
export async function addResponses(db: Database, tenantId: number, formId: number, responses: readonly GivenResponse[]): Promise<number[]> {
  if (responses.length === 0) return [];
  await rememberKeys(db, tenantId, formId, keysOf(responses.map(({ data }) => ({ responseData: data }))));
  return withTenant(db, tenantId, async (trx) => {
    const respondentIds = await addRespondents(trx, tenantId, responses.flatMap(({ who }) => who ?? []));
    const rows = responses.map(({ who, at, data }) => ({
      tenant_id: tenantId, form_id: formId, respondent_id: who === null ? null : (respondentIds.get(who) ?? null), external_id: null,
      import_id: null, submitted_at: new Date(at), response_data: JSON.stringify(data),
    }));
    const stored = await trx.insertInto('form_responses').values(rows).returning('id').execute();
    return stored.map(({ id }) => id).toSorted((a, b) => a - b);
  });
}

async function addRespondents(trx: TenantTransaction, tenantId: number, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await trx
    .insertInto('respondents')
    .values([...new Set(keys)].map((key) => ({ tenant_id: tenantId, respondent_key: key })))
    .onConflict((conflict) => conflict.constraint('respondents_key').doUpdateSet({ respondent_key: (eb) => eb.ref('excluded.respondent_key') }))
    .returning(['id', 'respondent_key'])
    .execute();
  return new Map(rows.map((row) => [row.respondent_key, row.id]));
}

/**
 * Six responses of five people, whose figures can be counted on the fingers:
 *
 * | response | who  | form    | Maya            | Tom             |
 * | 0        | ann  | plain   | 100 strong      | 0               |
 * | 1        | ann  | plain   | 33.33           | 66.67 moderate  |
 * | 2        | ben  | plain   | 66.67, no plan  | 0               |
 * | 3        | cat  | renamed | 100 strong      | 0               |
 * | 4        | -    | renamed | 0               | 100 strong      |
 * | 5        | -    | plain   | 0, no plan      | 33.33           |
 */
export type SmallSurvey = TestTenant & { maya: number; tom: number; responseIds: number[] };

export const MAYA = { age: { min: 25, max: 40 }, location: ['London'], plan: ['pro'] };
const TOM = { age: { min: 50 }, location: ['Leeds'], plan: ['free'] };

const PLAIN: GivenResponse[] = [
  { who: 'ann', at: '2026-03-28T12:00:00Z', data: { age: 30, location: 'London', plan: 'pro' } },
  { who: 'ann', at: '2026-03-29T12:00:00Z', data: { age: 30, location: 'Leeds', plan: 'free' } },
  // Half past midnight of the 30th in London, on the night after the clocks went forward.
  { who: 'ben', at: '2026-03-29T23:30:00Z', data: { Age: '35 ', location: 'london', plan: '' } },
];
const RENAMED: GivenResponse[] = [
  { who: 'cat', at: '2026-03-30T10:00:00Z', data: { respondent_age: '28', city: 'London', plan: 'Pro' } },
  { who: null, at: '2026-03-30T11:00:00Z', data: { respondent_age: 60, city: 'Leeds', plan: 'free' } },
];
const LAST: GivenResponse[] = [{ who: null, at: '2026-03-31T00:30:00Z', data: { age: 60, location: 'York' } }];

/** Makes a tenant with the small survey, scored. */
export async function makeSmallSurvey(db: Database, tenantId: number): Promise<SmallSurvey> {
  const tenant = await makeTenant(db, tenantId);
  const [plain = 0, renamed = 0] = tenant.formIds;
  const maya = await addPersona(db, tenantId, 'Maya', MAYA);
  const tom = await addPersona(db, tenantId, 'Tom', TOM);
  const responseIds: number[] = [];
  for (const [formId, rows] of [[plain, PLAIN], [renamed, RENAMED], [plain, LAST]] as const) {
    responseIds.push(...(await addResponses(db, tenantId, formId, rows)));
  }
  await calculateScores(testFrames(db), tenantId, { personaIds: null });
  return { ...tenant, maya, tom, responseIds };
}
