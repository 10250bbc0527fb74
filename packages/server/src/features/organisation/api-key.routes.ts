import { operations } from '@likeness/contract';
import type { Scope } from '../../access/caller.ts';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { ApiKey, ApiKeyService } from './api-key.service.ts';

/** Listing, making and revoking API keys. */
export function apiKeyRoutes(apiKeys: ApiKeyService): BoundOperation[] {
  return [
    bind(operations.listApiKeys, async ({ caller }) => ({ status: 200, body: { items: (await apiKeys.list(caller)).map(toApiKey) } })),
    bind(operations.createApiKey, async ({ caller, body }) => {
      const expiresAt = body.expires_at === undefined ? null : new Date(body.expires_at);
      const { key, secret } = await apiKeys.create(caller, { name: body.name, scopes: body.scopes, expiresAt });
      return { status: 201, body: { ...toApiKey(key), secret } };
    }),
    bind(operations.revokeApiKey, async ({ caller, params }) => {
      await apiKeys.revoke(caller, params.id);
      return { status: 204 };
    }),
  ];
}

function toApiKey(row: ApiKey) {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    // Only scopes of the contract are ever written.
    scopes: row.scopes as Scope[],
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at?.toISOString() ?? null,
    last_used_at: row.last_used_at?.toISOString() ?? null,
    revoked_at: row.revoked_at?.toISOString() ?? null,
  };
}
