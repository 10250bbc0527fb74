import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret of 32 random bytes as 43 characters that are safe in URLs and headers. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The SHA-256 of a secret: all that is ever stored of it. Plain SHA-256 is enough because the secrets are 256 random
 * bits; passwords are another matter and are not handled here.
 */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether a presented secret is the one whose hash is stored, in a time that does not tell how much of it is right. */
export function isSameToken(presented: string, storedHash: Buffer): boolean {
  const hash = hashToken(presented);
  return hash.length === storedHash.length && timingSafeEqual(hash, storedHash);
}
