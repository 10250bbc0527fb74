import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { programPath } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { EmbeddedError } from './embedded-error.ts';
import { spawnAs } from './run-as.ts';

/** The superuser of our own server, and the role Likeness connects as (to step down from, see app-role.ts). */
export const OWNER_ROLE = 'likeness';

/**
 * Makes the cluster unless it is there, with this password for its owner (null: no password asked, for tests only).
 *
 * It is made in a folder aside and renamed, so a crash on the way leaves nothing that looks like a database.
 * Throws `EmbeddedError('wrong_version')` when the data are of another major version of PostgreSQL than ours, and
 * `folder_unusable` when there is a folder that is no cluster.
 */
export function ensureCluster(data: DataFolder, binaries: Binaries, password: string | null): void {
  const ours = binaries.version.split('.')[0] ?? '';
  const theirs = readClusterVersion(data.cluster);
  if (theirs === ours) return;
  if (theirs !== null) {
    throw new EmbeddedError('wrong_version', `The database in ${data.cluster} was written by PostgreSQL ${theirs}, and this Likeness brings ${ours}. ` +
      `Export it with the Likeness that wrote it, or run PostgreSQL ${theirs} on it and set DATABASE_URL`);
  }
  if (fs.existsSync(data.cluster) && fs.readdirSync(data.cluster).length > 0) {
    throw new EmbeddedError('folder_unusable', `${data.cluster} is not empty and not a PostgreSQL database; move it away first`);
  }
  initialise(data, binaries, password);
}

function readClusterVersion(cluster: string): string | null {
  try {
    return fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new EmbeddedError('folder_unusable', `${cluster} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function initialise(data: DataFolder, binaries: Binaries, password: string | null): void {
  const aside = `${data.cluster}.new`;
  const passwordFile = `${aside}.password`;
  fs.rmSync(aside, { recursive: true, force: true });
  fs.rmSync(passwordFile, { force: true });
  makeFolder(aside, data);
  try {
    if (password !== null) writePrivately(passwordFile, password, data);
    const access = password === null ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const result = spawnSync(
      programPath(binaries, 'initdb'),
      // Only the built-in provider gets lower('É') right without a locale of the system's.
      [`--pgdata=${aside}`, `--username=${OWNER_ROLE}`, ...access, '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions',
        ...(password === null ? ['--no-sync'] : [])],
      { ...spawnAs(data.runAs), encoding: 'utf8' },
    );
    if (result.status !== 0) {
      throw new EmbeddedError('start_failed', `No database could be made in ${data.cluster}: ${result.error?.message ?? result.stderr.trim()}`);
    }
    fs.rmSync(data.cluster, { recursive: true, force: true });
    fs.renameSync(aside, data.cluster);
  } finally {
    fs.rmSync(passwordFile, { force: true });
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

function makeFolder(folder: string, { runAs }: DataFolder): void {
  fs.mkdirSync(folder, { mode: 0o700 });
  if (runAs !== null) fs.chownSync(folder, runAs.uid, runAs.gid);
}

function writePrivately(file: string, text: string, { runAs }: DataFolder): void {
  fs.writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  if (runAs !== null) fs.chownSync(file, runAs.uid, runAs.gid);
}
