import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import { canEnter, chooseAccount } from './run-as.ts';
import type { RunAs } from './run-as.ts';

/**
 * Where everything of one data folder lies.
 *
 * `cluster` is the real path of PostgreSQL's own folder. It is `<root>/postgres`, or what that symbolic link points at.
 */
export type DataFolder = { root: string; cluster: string; logFile: string; passwordFile: string; ownerFile: string; runAs: RunAs };

const SYSTEM_DATA = '/var/lib/likeness';

/**
 * Makes a data folder usable and says where its parts are.
 *
 * When we are root and PostgreSQL's account cannot get there (a checkout under `/root`), the cluster goes to
 * `/var/lib/likeness/postgres-<random>` and `<root>/postgres` becomes a link to it: opening somebody's home to everyone
 * would be worse. `note` is told so. The name is random, so that a deleted data folder never finds old data again.
 *
 * Throws `EmbeddedError('folder_unusable')` when it cannot be made or written.
 */
export function prepareDataFolder(folder: string, note: (message: string) => void): DataFolder {
  const root = makeRoot(folder);
  const link = path.join(root, 'postgres');
  const existing = statOrNull(link);
  const runAs = chooseAccount(existing);
  const placed = existing === null && !canEnter(root, runAs) ? placeElsewhere(link, note) : link;
  const cluster = existing === null ? placed : fs.realpathSync(link);
  assertUsable(cluster, existing, runAs);
  return {
    root,
    cluster,
    logFile: path.join(root, 'postgres.log'),
    passwordFile: path.join(root, 'postgres.password'),
    ownerFile: path.join(root, 'owner.json'),
    runAs,
  };
}

function makeRoot(folder: string): string {
  try {
    fs.mkdirSync(folder, { recursive: true });
    const root = fs.realpathSync(folder);
    fs.accessSync(root, fs.constants.W_OK | fs.constants.X_OK);
    return root;
  } catch (error) {
    throw new EmbeddedError('folder_unusable', `The data folder ${folder} cannot be written: ${error instanceof Error ? error.message : String(error)}. ` +
      'Set LIKENESS_DATA to a folder of yours', { cause: error });
  }
}

function placeElsewhere(link: string, note: (message: string) => void): string {
  const cluster = path.join(SYSTEM_DATA, `postgres-${randomBytes(4).toString('hex')}`);
  fs.mkdirSync(SYSTEM_DATA, { recursive: true, mode: 0o755 });
  fs.rmSync(link, { force: true });
  fs.symlinkSync(cluster, link);
  note(`${path.dirname(link)} cannot be reached by the account that runs PostgreSQL, so the database is kept in ${cluster}`);
  return cluster;
}

function assertUsable(cluster: string, existing: { uid: number } | null, runAs: RunAs): void {
  if (existing === null) return;
  const ours = runAs?.uid ?? process.getuid?.();
  if (ours !== undefined && existing.uid !== ours) {
    throw new EmbeddedError('folder_unusable', `The database in ${cluster} belongs to user ${existing.uid}, and PostgreSQL would run as user ${ours}. ` +
      `Start Likeness as the user who made it, or run: chown -R ${ours} '${cluster}'`);
  }
  if (!canEnter(cluster, runAs)) {
    throw new EmbeddedError('folder_unusable', `The account that runs PostgreSQL cannot enter ${cluster}; open the folders above it (chmod o+x)`);
  }
}

function statOrNull(file: string): { uid: number; gid: number } | null {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  return found === undefined ? null : { uid: found.uid, gid: found.gid };
}
