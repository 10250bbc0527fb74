import type { Caller, Scope } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { invalidInput, notFound } from '../../failures/failure.ts';
import { recordChange } from '../audit/audit.store.ts';
import { newApiKeyToken } from '../../access/api-key-token.ts';
import { hashToken } from '../../access/secret-token.ts';
import { admitApiKey } from './admit-api-key.ts';
import { listApiKeys, type ApiKeyRow } from './api-key.queries.ts';
import { insertApiKey, revokeApiKey } from './api-key.store.ts';

/** `expiresAt` null: until it is revoked. */
export type ApiKeyRequest = { name: string; scopes: Scope[]; expiresAt: Date | null };

/** A key without its secret. */
export type ApiKey = ApiKeyRow;

export type ApiKeyService = {
  /**
   * Who presents this key? Throws `invalid_credentials` for one that is unknown, revoked or over; only a holder of the
   * right secret learns which. The time of use is written at most once a minute.
   */
  admit(presented: string, requestId: string): Promise<Caller>;
  list(caller: Caller): Promise<ApiKey[]>;
  /** Makes a key and answers its secret, which nobody can be shown again. `invalid_input` for a past `expiresAt`. */
  create(caller: Caller, request: ApiKeyRequest): Promise<{ key: ApiKey; secret: string }>;
  /** Revokes a key: the next request with it is refused. `not_found` for one that is unknown or revoked already. */
  revoke(caller: Caller, id: number): Promise<void>;
};

/** The API keys of a tenant: programs sign in with them instead of a person. */
export function createApiKeyService({ db, clock }: { db: Database; clock: Clock }): ApiKeyService {
  return {
    admit: (presented, requestId) => admitApiKey({ db, clock }, presented, requestId),
    list: (caller) => readTenant(db, caller.tenantId, (trx) => listApiKeys(trx, caller.tenantId)),
    async create(caller, request) {
      const now = clock.now();
      if (request.expiresAt !== null && request.expiresAt <= now) {
        throw invalidInput([{ path: 'expires_at', message: 'must be in the future' }]);
      }
      const { prefix, token } = newApiKeyToken();
      const scopes = [...new Set(request.scopes)];
      const key = await withTenant(db, caller.tenantId, async (trx) => {
        const row = await insertApiKey(trx, caller.tenantId, {
          name: request.name,
          prefix,
          secretHash: hashToken(token),
          scopes,
          createdBy: caller.actor,
          createdAt: now,
          expiresAt: request.expiresAt,
        });
        await recordChange(trx, caller, { action: 'api-key.created', subjectType: 'api-key', subjectId: row.id, details: { name: row.name, prefix, scopes } });
        return row;
      });
      return { key, secret: token };
    },
    revoke: (caller, id) =>
      withTenant(db, caller.tenantId, async (trx) => {
        if (!(await revokeApiKey(trx, caller.tenantId, id, clock.now()))) throw notFound('API key');
        await recordChange(trx, caller, { action: 'api-key.revoked', subjectType: 'api-key', subjectId: id });
      }),
  };
}
