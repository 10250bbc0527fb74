import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * The secret kept in a file that only its owner can read; a new random one (192 bits, URL-safe) when there is none.
 *
 * The file is on disk before the secret is used for anything, and of several processes that make it at once all get
 * the same. Throws what the file system says when the folder cannot be written.
 *
 * @example readOrMakeSecret('/srv/likeness/session.secret') // 'kXw0Jq...', 32 characters, the same every time
 */
export function readOrMakeSecret(file: string): string {
  const existing = readOrEmpty(file);
  if (existing !== '') return existing;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  try {
    // Whole or not at all, and never over somebody else's.
    fs.linkSync(aside, file);
  } catch (error) {
    if (readOrEmpty(file) === '') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
  return readOrEmpty(file);
}

function readOrEmpty(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
}
