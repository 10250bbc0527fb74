import { randomBytes } from 'node:crypto';
import fs from 'node:fs';

/**
 * The password kept in a file only its owner can read; a new random one (192 bits, URL-safe) when there is none.
 *
 * It is written before the database is made with it, so a crash between the two loses nothing.
 */
export function readOrMakePassword(file: string): string {
  const existing = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
  if (existing !== '') return existing;
  const password = randomBytes(24).toString('base64url');
  fs.rmSync(file, { force: true });
  fs.writeFileSync(file, password, { mode: 0o600, flag: 'wx', flush: true });
  return password;
}
