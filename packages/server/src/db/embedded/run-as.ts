import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { EmbeddedError } from './embedded-error.ts';

/** The account PostgreSQL runs as when we are root; null otherwise (then it runs as we do). */
export type RunAs = { uid: number; gid: number; name: string } | null;

/**
 * Who shall PostgreSQL run as? It refuses root, so root lends it an account that every system has.
 *
 * A data folder that exists keeps the account it was made with (`owner`), if that is an unprivileged one.
 * Throws `EmbeddedError('no_user')` when we are root and neither `postgres` nor `nobody` exists.
 */
export function chooseAccount(owner: { uid: number; gid: number } | null): RunAs {
  if (process.getuid?.() !== 0) return null;
  if (owner !== null && owner.uid !== 0) return { ...owner, name: `user ${owner.uid}` };
  const accounts = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find(([candidate]) => candidate === name);
    if (account !== undefined) return { name, uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new EmbeddedError('no_user', 'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as. ' +
    'Start Likeness as a normal user, or set DATABASE_URL');
}

/**
 * The part of spawn options that makes a child run as this account, from a folder every account can enter, and without
 * our environment: it holds secrets, and PGDATA or PGPORT would mean another server.
 */
export function spawnAs(runAs: RunAs): { uid?: number; gid?: number; cwd: string; env: Record<string, string> } {
  const cwd = process.platform === 'win32' ? process.cwd() : '/';
  const env = { LC_ALL: 'C' };
  return runAs === null ? { cwd, env } : { uid: runAs.uid, gid: runAs.gid, cwd, env };
}

/** Whether this account can enter a folder, with all the folders above it. */
export function canEnter(folder: string, runAs: RunAs): boolean {
  if (runAs === null) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...spawnAs(runAs), stdio: 'ignore' }).status === 0;
}
