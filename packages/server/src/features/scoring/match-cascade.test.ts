import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { testDatabase } from '../../testing/index.ts';
import { insertMatches } from './insert-matches.testing.ts';

const db = await testDatabase();
let lastTenantId = 0;

/** A tenant with two responses, two personas, and a match of each with each. */
async function seed(): Promise<{ tenantId: number; responses: number[]; personas: number[] }> {
  const tenantId = ++lastTenantId;
  return withTenant(db, tenantId, async (trx) => {
    await trx.insertInto('tenants').values({ id: tenantId, name: 'Tenant' }).execute();
    const form = await trx.insertInto('forms').values({ tenant_id: tenantId, name: 'Form' }).returning('id').executeTakeFirstOrThrow();
    const response = { tenant_id: tenantId, form_id: form.id, respondent_id: null, external_id: null, import_id: null, submitted_at: new Date(), response_data: '{}' };
    const responses = (await trx.insertInto('form_responses').values([response, response]).returning('id').execute()).map((row) => row.id);
    const persona = { tenant_id: tenantId, scored_edition: null, scored_at: null, last_synced_at: null, created_by: null };
    const personas = (await trx.insertInto('cx_personas').values([{ ...persona, name: 'A' }, { ...persona, name: 'B' }]).returning('id').execute()).map((row) => row.id);
    const score = { tenant_id: tenantId, match_score: 100, band: 2 as const, evidence: 1, every_rule: true, rule_outcomes: '+' };
    const matches = personas.flatMap((persona_id) => responses.map((response_id) => ({ ...score, persona_id, response_id })));
    await insertMatches(trx, matches);
    return { tenantId, responses, personas };
  });
}

const countMatches = (database: Database, tenantId: number): Promise<number> =>
  withTenant(database, tenantId, async (trx) => (await trx.selectFrom('persona_matches').select('response_id').execute()).length);

describe('matches', () => {
  it('go with their response and with their persona, and no others do', async () => {
    const neighbour = await seed();
    const { tenantId, responses, personas } = await seed();
    await withTenant(db, tenantId, (trx) => trx.deleteFrom('form_responses').where('id', '=', responses[0]!).execute());
    expect(await countMatches(db, tenantId)).toBe(2);
    await withTenant(db, tenantId, (trx) => trx.deleteFrom('cx_personas').where('id', '=', personas[0]!).execute());
    expect(await countMatches(db, tenantId)).toBe(1);
    expect(await countMatches(db, neighbour.tenantId)).toBe(4);
  });
});
