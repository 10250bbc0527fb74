import type { Caller, Scope } from '../../access/caller.ts';
import { withImpliedScopes } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { Failure } from '../../failures/failure.ts';
import { findPresentedKey, type StoredApiKey } from './api-key.queries.ts';
import { noteKeyUse } from './api-key.store.ts';
import { parseApiKeyToken } from '../../access/api-key-token.ts';
import { isSameToken } from '../../access/secret-token.ts';

const USE_NOTED_EVERY_MS = 60_000;

/** See `ApiKeyService.admit`. */
export async function admitApiKey(deps: { db: Database; clock: Clock }, text: string, requestId: string): Promise<Caller> {
  const token = parseApiKeyToken(text);
  const key = token === null ? null : await findPresentedKey(deps.db, token.prefix);
  if (key === null || !isSameToken(text, key.secretHash)) throw new Failure('invalid_credentials', 'There is no such API key.');
  const now = deps.clock.now();
  if (key.revokedAt !== null) throw new Failure('invalid_credentials', 'This API key was revoked.');
  if (key.expiresAt !== null && key.expiresAt <= now) throw new Failure('invalid_credentials', 'The time of this API key is over.');
  const notedBefore = new Date(now.getTime() - USE_NOTED_EVERY_MS);
  if (key.lastUsedAt === null || key.lastUsedAt <= notedBefore) await noteKeyUse(deps.db, key.tenantId, key.id, now, notedBefore);
  return toCaller(key, requestId);
}

function toCaller(key: StoredApiKey, requestId: string): Caller {
  return {
    actor: `api-key:${key.id}`,
    name: key.name,
    userId: null,
    tenantId: key.tenantId,
    role: null,
    // Only scopes of the contract are ever written.
    scopes: withImpliedScopes(key.scopes as Scope[]),
    requestId,
  };
}
