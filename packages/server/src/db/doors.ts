import type { Database } from './database.ts';
import { runScoped } from './scoped-transaction.ts';
import type { ScopeSettings, TenantTransaction } from './scoped-transaction.ts';

/**
 * What may be read before a tenant is known, one narrow thing each; the policies are in the first migration.
 *
 * - `directory`: all tenants and their unfinished runs (for the scheduler).
 * - `userId`: this person's memberships, and the tenants of them.
 * - `apiKeyPrefix`: the one key with this prefix.
 * - `invitationHash`: the one invitation whose token has this SHA-256, in lower-case hex.
 */
export type Door = { directory: true } | { userId: string } | { apiKeyPrefix: string } | { invitationHash: string };

/**
 * Reads through one door, in one read-only transaction; no tenant's other rows are visible.
 *
 * An unknown user, prefix or hash, or an empty one, sees nothing.
 *
 * @example await readThroughDoor(db, { apiKeyPrefix: 'lk_3f9a' }, (trx) =>
 *   trx.selectFrom('api_keys').select(['tenant_id', 'secret_hash']).executeTakeFirst())
 */
export function readThroughDoor<T>(db: Database, door: Door, work: (trx: TenantTransaction) => Promise<T>): Promise<T> {
  return runScoped(db.app, doorSettings(door), 'snapshot', (trx) => work(trx));
}

function doorSettings(door: Door): ScopeSettings {
  if ('directory' in door) return { directory: 'on' };
  if ('userId' in door) return { user_id: door.userId };
  if ('apiKeyPrefix' in door) return { api_key_prefix: door.apiKeyPrefix };
  return { invitation_hash: door.invitationHash };
}
