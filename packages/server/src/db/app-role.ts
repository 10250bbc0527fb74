import pg from 'pg';
import type { ServerFacts } from './connect.ts';
import { DatabaseError } from './database-error.ts';

const STEP_DOWN_ROLE = 'likeness_app';

/**
 * The role that row-level security binds, which all of the server's work is done as.
 *
 * `isStepDown`: the connecting role would walk through the walls (superuser or BYPASSRLS), so sessions take this
 * other role. Otherwise it is the connecting role itself, bound because the policies are forced on the owner too.
 * Decision 0003 has the reasons.
 */
export type AppRole = { name: string; isStepDown: boolean };

/**
 * Which role shall the server work as? Creates `likeness_app` when stepping down needs it and it is missing.
 *
 * Throws `DatabaseError('role_refused')`, with the statements an administrator should run, when the role cannot be
 * made or taken, or when somebody gave `likeness_app` the very rights that stepping down is to lose.
 */
export async function ensureAppRole(owner: pg.Pool, facts: ServerFacts): Promise<AppRole> {
  if (!facts.isSuperuser && !facts.bypassesRowSecurity) return { name: facts.role, isStepDown: false };
  if (!(await isUsable(owner))) await createRole(owner, facts);
  return { name: STEP_DOWN_ROLE, isStepDown: true };
}

async function isUsable(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query<{ walksThroughWalls: boolean; mayBeTaken: boolean }>(
    `SELECT rolsuper OR rolbypassrls AS "walksThroughWalls", pg_has_role(current_user, oid, 'MEMBER') AS "mayBeTaken"
     FROM pg_roles WHERE rolname = $1`,
    [STEP_DOWN_ROLE],
  );
  const [found] = rows;
  if (found?.walksThroughWalls) {
    throw new DatabaseError('role_refused', `The role ${STEP_DOWN_ROLE} is a superuser or has BYPASSRLS, so it would see every tenant. ` +
      `Run: ALTER ROLE ${STEP_DOWN_ROLE} NOSUPERUSER NOBYPASSRLS`);
  }
  return found?.mayBeTaken ?? false;
}

async function createRole(owner: pg.Pool, facts: ServerFacts): Promise<void> {
  const create = `CREATE ROLE ${STEP_DOWN_ROLE} NOLOGIN NOINHERIT`;
  const grant = `GRANT ${STEP_DOWN_ROLE} TO ${pg.escapeIdentifier(facts.role)}`;
  try {
    await owner.query(create).catch(ignoreExisting);
    if (!facts.isSuperuser) await owner.query(grant);
  } catch (error) {
    throw new DatabaseError('role_refused', `The role ${facts.role} bypasses row-level security and may not make the role that Likeness steps down to. ` +
      `As an administrator run: ${create}; ${grant};`, { cause: error });
  }
}

function ignoreExisting(error: unknown): void {
  // Roles belong to the whole server: another database of it, or another process starting now, may have made it.
  const state = error instanceof pg.DatabaseError ? error.code : undefined;
  if (state !== '42710' && state !== '23505') throw error;
}

const OUR_SCHEMAS = ['public', 'identity'];

/** Lets the step-down role read and write what the migrations made; call it after every migration. Idempotent. */
export async function grantToAppRole(owner: pg.ClientBase, role: AppRole): Promise<void> {
  if (!role.isStepDown) return;
  const name = pg.escapeIdentifier(role.name);
  const { rows } = await owner.query<{ schema: string }>('SELECT nspname AS schema FROM pg_namespace WHERE nspname = ANY ($1)', [OUR_SCHEMAS]);
  for (const { schema } of rows) {
    await owner.query(`
      GRANT USAGE ON SCHEMA ${schema} TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${name};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${name};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${name};`);
  }
  await owner.query(`REVOKE INSERT, UPDATE, DELETE ON likeness_migrations FROM ${name}`);
}
