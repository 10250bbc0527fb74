import { parseRuleSet, printRuleSet } from '@likeness/core';
import { type Database, DEMO_FORMS, DEMO_PERSONAS, generateDemoResponses, insertResponses, keysOf, rememberKeys, withTenant } from '@likeness/server/bench';

/** The tenant of a benchmark: its responses' ids in order, and one active persona of five rules. */
export type DemoTenant = { tenantId: number; personaId: number; responseIds: number[] };

const TENANT_ID = 1;
const ROWS_AT_ONCE = 2000;

/** Fills a tenant with so many of the demo's responses, the same in every run, and gives the planner its statistics. */
export async function makeDemoTenant(db: Database, responseCount: number): Promise<DemoTenant> {
  const formIds = await withTenant(db, TENANT_ID, async (trx) => {
    await trx.insertInto('tenants').values({ id: TENANT_ID, name: 'Benchmark' }).execute();
    const forms = await trx.insertInto('forms').values(DEMO_FORMS.map(({ name }) => ({ tenant_id: TENANT_ID, name }))).returning('id').execute();
    return forms.map(({ id }) => id);
  });
  const personaId = await addPersona(db);
  const responses = generateDemoResponses(new Date('2026-06-01T00:00:00Z'), 2026, responseCount);
  const responseIds: number[] = [];
  for (const [form, formId] of formIds.entries()) {
    const rows = responses.filter((response) => response.form === form).map((response) => ({ ...response, externalId: null }));
    const keys = await rememberKeys(db, TENANT_ID, formId, keysOf(rows));
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const { ids } = await withTenant(db, TENANT_ID, (trx) => insertResponses(trx, TENANT_ID, formId, rows.slice(start, start + ROWS_AT_ONCE), { keys }));
      responseIds.push(...ids);
    }
  }
  await db.owner.query('VACUUM ANALYZE form_responses');
  return { tenantId: TENANT_ID, personaId, responseIds };
}

async function addPersona(db: Database): Promise<number> {
  const [persona] = DEMO_PERSONAS;
  const parsed = parseRuleSet(persona?.mapping_rules);
  if (!persona || !parsed.ok) throw new Error('The demo has no persona that parses');
  return withTenant(db, TENANT_ID, async (trx) => {
    const nothingYet = { scored_edition: null, scored_at: null, last_synced_at: null, created_by: null };
    const { id } = await trx
      .insertInto('cx_personas')
      .values({ tenant_id: TENANT_ID, name: persona.name, edition: 1, ...nothingYet })
      .returning('id')
      .executeTakeFirstOrThrow();
    const rules = JSON.stringify(printRuleSet(parsed.ruleSet));
    await trx
      .insertInto('persona_editions')
      .values({ tenant_id: TENANT_ID, persona_id: id, edition: 1, mapping_rules: rules, rules, restored_from: null, created_by: null })
      .execute();
    return id;
  });
}
