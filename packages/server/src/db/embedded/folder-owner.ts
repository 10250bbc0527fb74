import fs from 'node:fs';
import { EmbeddedError } from './embedded-error.ts';

/**
 * The process that owns a data folder. `startedAt` tells it from a later process with the same number, where the
 * system says when a process began (Linux: clock ticks since boot, from /proc); elsewhere it is null.
 */
export type FolderOwner = { pid: number; startedAt: string | null };

/**
 * Makes this process the owner of a data folder, or answers the living owner; a dead one is replaced.
 *
 * The file is made whole under another name and linked into place, which succeeds for one process only.
 */
export function claimFolder(ownerFile: string): { claimed: true } | { claimed: false; owner: FolderOwner } {
  const aside = `${ownerFile}.${process.pid}`;
  fs.writeFileSync(aside, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) } satisfies FolderOwner));
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (linkedInto(aside, ownerFile)) return { claimed: true };
      const owner = readOwner(ownerFile);
      if (owner !== null && isAlive(owner)) return { claimed: false, owner };
      removeDead(ownerFile, owner);
    }
    throw new EmbeddedError('folder_in_use', `Several processes fight over ${ownerFile}; start one of them again`);
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/** Gives the folder up, if this process has it. */
export function releaseFolder(ownerFile: string): void {
  if (readOwner(ownerFile)?.pid === process.pid) fs.rmSync(ownerFile, { force: true });
}

/** Takes the dead owner's file away, unless a new owner put its own there in the meantime. */
function removeDead(ownerFile: string, dead: FolderOwner | null): void {
  const taken = `${ownerFile}.${process.pid}.dead`;
  try {
    fs.renameSync(ownerFile, taken);
  } catch {
    return;
  }
  const found = readOwner(taken);
  if (found !== null && found.pid !== dead?.pid && isAlive(found)) linkedInto(taken, ownerFile);
  fs.rmSync(taken, { force: true });
}

function linkedInto(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(ownerFile: string): FolderOwner | null {
  try {
    const value: unknown = JSON.parse(fs.readFileSync(ownerFile, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number') return null;
    return { pid: value.pid, startedAt: 'startedAt' in value && typeof value.startedAt === 'string' ? value.startedAt : null };
  } catch {
    return null;
  }
}

function isAlive(owner: FolderOwner): boolean {
  if (!isProcessAlive(owner.pid)) return false;
  const startedAt = startOf(owner.pid);
  return owner.startedAt === null || startedAt === null || owner.startedAt === startedAt;
}

/** Whether a process with this number exists, be it ours or somebody else's. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function startOf(pid: number): string | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name, which may hold spaces; the start is the 22nd.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
