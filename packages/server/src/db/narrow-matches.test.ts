import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { emptyDatabaseUrl } from '../testing/index.ts';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { readTenant } from './tenant-scope.ts';

const LAST_WIDE = '0005';
const RULES = JSON.stringify({ missing: 'unmatched', rules: [
  { attribute: 'age', is: { between: [25, 40] } },
  { attribute: 'location', is: { in: ['London'] } },
] });

/** A database as the release before narrow matches left it. */
async function oldDatabase(): Promise<Database> {
  const db = await openDatabase({ url: await emptyDatabaseUrl() });
  onTestFinished(() => db.close());
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'likeness-migrations-'));
  onTestFinished(() => fs.rm(folder, { recursive: true }));
  for (const { name, sql } of await readMigrations()) if (name.slice(0, 4) <= LAST_WIDE) await fs.writeFile(path.join(folder, name), sql);
  await migrate(db, pathToFileURL(`${folder}/`));
  return db;
}

/** Three answers of two people and a stranger, scored by a calculated persona; another persona that never was. */
async function fill(db: Database, tenantId: number): Promise<void> {
  const session = await db.owner.connect();
  try {
    await session.query(`BEGIN; SET LOCAL likeness.tenant_id = '${tenantId}'`);
    await session.query(`INSERT INTO tenants (id, name, time_zone) VALUES ($1, 'Old', 'Asia/Tokyo')`, [tenantId]);
    await session.query(`INSERT INTO forms (tenant_id, id, name) VALUES ($1, 1, 'Survey')`, [tenantId]);
    await session.query(`INSERT INTO respondents (tenant_id, id, respondent_key) VALUES ($1, 1, 'ann')`, [tenantId]);
    await session.query(`
      INSERT INTO form_responses (tenant_id, id, form_id, respondent_id, submitted_at, response_data) VALUES
        ($1, 1, 1, 1, '2026-01-01T20:00:00Z', '{"age": 31, "location": "London"}'),
        ($1, 2, 1, NULL, '2026-01-02T09:00:00Z', '{"age": 31}'),
        ($1, 3, 1, 1, '2026-01-05T09:00:00Z', '{"age": 60, "location": "Leeds", "Pet": "cat"}')`, [tenantId]);
    await session.query(`INSERT INTO cx_personas (tenant_id, id, name, edition, scored_edition) VALUES ($1, 1, 'Maya', 1, 1), ($1, 2, 'Tom', 1, NULL)`, [tenantId]);
    for (const personaId of [1, 2]) {
      await session.query('INSERT INTO persona_editions (tenant_id, persona_id, edition, mapping_rules, rules) VALUES ($1, $2, 1, $3, $3)', [tenantId, personaId, RULES]);
    }
    await session.query(`
      INSERT INTO persona_matches (tenant_id, persona_id, response_id, match_score, band, evidence, every_rule, rule_outcomes) VALUES
        ($1, 1, 1, 100, 2, 1, true, '++'), ($1, 1, 2, 50, 1, 0.5, false, '+?'), ($1, 1, 3, 0, 0, 1, false, '--')`, [tenantId]);
    await session.query('COMMIT');
  } finally {
    session.release();
  }
}

const matchesOf = async (db: Database, tenantId: number): Promise<unknown[]> =>
  readTenant(db, tenantId, async (_trx, session) => (await session.query(`
    SELECT persona_id, response_id, match_score, band, evidence, every_rule, rule_outcomes
    FROM persona_matches ORDER BY tenant_id, persona_id, response_id`)).rows);

const read = async (db: Database, tenantId: number, query: string): Promise<unknown[]> =>
  readTenant(db, tenantId, async (_trx, session) => (await session.query(query)).rows);

describe('the step from wide matches to narrow ones', () => {
  it('carries over every score of every tenant, and nothing to a persona without scores', async () => {
    const db = await oldDatabase();
    for (const tenantId of [1, 2]) await fill(db, tenantId);
    const before = [await matchesOf(db, 1), await matchesOf(db, 2)];
    expect(before[0]).toHaveLength(3);
    const applied = await migrate(db);
    expect(applied[0]).toMatch(/^0006-/);
    expect([await matchesOf(db, 1), await matchesOf(db, 2)]).toEqual(before);
    expect(await read(db, 1, 'SELECT matched_attributes FROM persona_matches ORDER BY response_id LIMIT 2')).toEqual([
      { matched_attributes: { age: { expected: { min: 25, max: 40 }, actual: 31, match: true }, location: { expected: ['London'], actual: 'London', match: true } } },
      { matched_attributes: { age: { expected: { min: 25, max: 40 }, actual: 31, match: true }, location: { expected: ['London'], actual: null, match: false } } },
    ]);
  });

  it('goes on to keys, counts of days and erasures that fit the rows', async () => {
    const db = await oldDatabase();
    await fill(db, 1);
    await migrate(db);
    expect(await read(db, 1, 'SELECT key FROM form_keys ORDER BY key COLLATE "C"')).toEqual([{ key: 'Pet' }, { key: 'age' }, { key: 'location' }]);
    // In Tokyo it was already the second of January.
    expect(await read(db, 1, 'SELECT persona_id, day::text, superseded_on::text, rule_outcomes, responses FROM persona_day_counts ORDER BY day, rule_outcomes')).toEqual([
      { persona_id: 1, day: '2026-01-02', superseded_on: '2026-01-05', rule_outcomes: '++', responses: 1 },
      { persona_id: 1, day: '2026-01-02', superseded_on: 'infinity', rule_outcomes: '+?', responses: 1 },
      { persona_id: 1, day: '2026-01-05', superseded_on: 'infinity', rule_outcomes: '--', responses: 1 },
    ]);
    await db.owner.query('DELETE FROM form_responses WHERE tenant_id = 1 AND id = 2');
    expect(await matchesOf(db, 1)).toHaveLength(2);
    expect(await read(db, 1, 'SELECT response_ids::text FROM response_erasures')).toEqual([{ response_ids: '{[2,3)}' }]);
  });
});
