import { randomBytes } from 'node:crypto';
import { newToken } from './secret-token.ts';

/** An API key as its holder writes it: `token` whole, of which `prefix` may be shown and looked up. */
export type ApiKeyToken = { prefix: string; token: string };

const SHAPE = /^(lk_[0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

/** A new key: `lk_<12 hex digits>_<32 random bytes>`. */
export function newApiKeyToken(): ApiKeyToken {
  const prefix = `lk_${randomBytes(6).toString('hex')}`;
  return { prefix, token: `${prefix}_${newToken()}` };
}

/**
 * Reads a key that somebody presented; null for anything that cannot be one of ours.
 *
 * @example parseApiKeyToken('lk_3f9a2c0d11aa_...')?.prefix // 'lk_3f9a2c0d11aa'
 */
export function parseApiKeyToken(text: string): ApiKeyToken | null {
  const prefix = SHAPE.exec(text)?.[1];
  return prefix === undefined ? null : { prefix, token: text };
}
