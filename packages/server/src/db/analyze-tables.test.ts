import { expect, it } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { newTenant } from '../testing/new-tenant.ts';
import { analyzeTables } from './analyze-tables.ts';
import { withTenant } from './tenant-scope.ts';

const db = await testDatabase();

it('lets the planner know how many rows there are', async () => {
  const { tenantId } = await newTenant(db);
  await withTenant(db, tenantId, (trx) =>
    trx.insertInto('respondents').values(Array.from({ length: 500 }, (_, index) => ({ tenant_id: tenantId, respondent_key: `c-${index}` }))).execute());
  await analyzeTables(db, ['respondents', 'form_responses']);
  const { rows } = await db.owner.query<{ reltuples: number }>(`SELECT reltuples FROM pg_class WHERE relname = 'respondents'`);
  expect(rows[0]?.reltuples).toBe(500);
  await analyzeTables(db, []);
});
