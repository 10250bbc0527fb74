import type { Scope } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import type { ApiKeyRow } from './api-key.queries.ts';

/** A key as it is stored: the secret's SHA-256, never the secret. */
export type NewApiKey = {
  name: string;
  prefix: string;
  secretHash: Buffer;
  scopes: Scope[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
};

/** Stores a key and answers its row. */
export async function insertApiKey(trx: TenantTransaction, tenantId: number, key: NewApiKey): Promise<ApiKeyRow> {
  return trx
    .insertInto('api_keys')
    .values({
      tenant_id: tenantId,
      name: key.name,
      prefix: key.prefix,
      secret_hash: key.secretHash,
      scopes: key.scopes,
      created_by: key.createdBy,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
    })
    .returning(['id', 'name', 'prefix', 'scopes', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'])
    .executeTakeFirstOrThrow();
}

/** Revokes a key that is not revoked yet; answers whether there was one. */
export async function revokeApiKey(trx: TenantTransaction, tenantId: number, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes that a key was used, unless that was noted after `notedBefore` already, so that busy keys cost no writes. */
export async function noteKeyUse(db: Database, tenantId: number, id: number, now: Date, notedBefore: Date): Promise<void> {
  await withTenant(db, tenantId, (trx) =>
    trx
      .updateTable('api_keys')
      .set({ last_used_at: now })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', notedBefore)]))
      .execute(),
  );
}
