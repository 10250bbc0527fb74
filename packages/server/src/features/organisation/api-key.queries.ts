import type { Database } from '../../db/database.ts';
import { readThroughDoor } from '../../db/doors.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/** A stored key, as far as letting its holder in needs it. `secretHash` is the SHA-256 of the whole key. */
export type StoredApiKey = {
  tenantId: number;
  id: number;
  name: string;
  secretHash: Buffer;
  scopes: string[];
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/** Which key has this prefix, in whatever tenant? Null for none. It proves nothing until the secret was compared. */
export async function findPresentedKey(db: Database, prefix: string): Promise<StoredApiKey | null> {
  const found = await readThroughDoor(db, { apiKeyPrefix: prefix }, (trx) =>
    trx
      .selectFrom('api_keys')
      .select([
        'tenant_id as tenantId',
        'id',
        'name',
        'secret_hash as secretHash',
        'scopes',
        'expires_at as expiresAt',
        'last_used_at as lastUsedAt',
        'revoked_at as revokedAt',
      ])
      .where('prefix', '=', prefix)
      .executeTakeFirst(),
  );
  return found ?? null;
}

/** All keys of a tenant, revoked ones included, newest first, without their secrets' hashes. */
export async function listApiKeys(trx: TenantTransaction, tenantId: number) {
  return trx
    .selectFrom('api_keys')
    .select(['id', 'name', 'prefix', 'scopes', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'])
    .where('tenant_id', '=', tenantId)
    .orderBy('id', 'desc')
    .execute();
}

export type ApiKeyRow = Awaited<ReturnType<typeof listApiKeys>>[number];
