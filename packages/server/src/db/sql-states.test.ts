import { describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { DatabaseError, isDatabaseError } from './database-error.ts';
import type { DatabaseErrorCode } from './database-error.ts';
import { isWorthRetrying, toDatabaseError } from './sql-states.ts';

const db = await testDatabase();

async function errorOf(statements: string): Promise<unknown> {
  const client = await db.owner.connect();
  try {
    await client.query('BEGIN');
    return await client.query(statements).then(
      () => null,
      (error: unknown) => toDatabaseError(error),
    );
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

const TENANT = `INSERT INTO tenants (id, name) VALUES (1, 'One');`;
const FORM = `${TENANT} INSERT INTO forms (tenant_id, id, name) VALUES (1, 1, 'Form');`;

describe('toDatabaseError', () => {
  it.each<[DatabaseErrorCode, string | null, string]>([
    ['duplicate', 'tenants_pkey', `${TENANT} ${TENANT}`],
    ['missing_reference', 'forms_tenant_fkey', `INSERT INTO forms (tenant_id, name) VALUES (77, 'Form')`],
    ['still_referenced', 'form_responses_form_fkey', `${FORM} INSERT INTO form_responses (tenant_id, form_id, submitted_at, response_data) VALUES (1, 1, now(), '{}'); DELETE FROM forms`],
    ['check_failed', 'tenants_name_not_blank', `INSERT INTO tenants (name) VALUES (' ')`],
    ['value_missing', null, `INSERT INTO tenants (name) VALUES (NULL)`],
    ['value_invalid', null, `SELECT '{"a": "\\u0000"}'::jsonb ->> 'a'`],
    ['value_invalid', null, `SELECT 1 / 0`],
    ['timed_out', null, `SET LOCAL statement_timeout = 20; SELECT pg_sleep(5)`],
    ['forbidden', null, `SET LOCAL ROLE likeness_app; INSERT INTO tenants (name) VALUES ('Smuggled')`],
    ['query_broken', null, `SELECT nothing FROM nowhere`],
  ])('%s (%s)', async (code, constraint, statements) => {
    const error = await errorOf(statements);
    expect(error).toMatchObject({ code, constraint });
    expect(isDatabaseError(error, code)).toBe(true);
    expect(isWorthRetrying(error)).toBe(false);
  });

  it('calls a lost connection unavailable', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
    expect(toDatabaseError(refused)).toMatchObject({ code: 'unavailable' });
    expect(toDatabaseError(new Error('Connection terminated unexpectedly'))).toMatchObject({ code: 'unavailable' });
  });

  it('leaves what is not the database’s alone', () => {
    const own = new DatabaseError('conflict', 'ours');
    const other = new TypeError('a slip');
    expect([toDatabaseError(own), toDatabaseError(other), toDatabaseError('text')]).toEqual([own, other, 'text']);
    expect(toDatabaseError(other)).toBe(other);
  });
});
