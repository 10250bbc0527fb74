import { sql } from 'kysely';
import type { Database } from './database.ts';
import { runScoped } from './scoped-transaction.ts';

/**
 * The id of a tenant that is about to be created: its first transaction must name it before its row exists.
 * Never the same twice; one that is not used after all leaves a gap.
 */
export async function takeTenantId(db: Database): Promise<number> {
  const next = sql<{ id: number }>`select nextval(pg_get_serial_sequence('tenants', 'id')) as id`;
  const { rows } = await runScoped(db.app, {}, 'write', (trx) => next.execute(trx));
  const [row] = rows;
  if (row === undefined) throw new Error('A sequence answered no number');
  return row.id;
}
