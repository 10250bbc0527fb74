import fs from 'node:fs';
import path from 'node:path';
import { isProcessAlive } from './folder-owner.ts';

/**
 * What a running PostgreSQL writes about itself in `postmaster.pid`: its process, port, and whether it takes
 * connections yet ("ready", "starting", "stopping").
 */
export type Postmaster = { pid: number; port: number; status: string };

/** The PostgreSQL that works on this cluster, or null: no file, an unreadable one, or one of a dead process. */
export function findPostmaster(cluster: string): Postmaster | null {
  const lines = readLines(cluster);
  if (lines === null) return null;
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid < 2 || !isProcessAlive(pid) || isAnotherProgram(pid)) return null;
  return { pid, port: Number.isInteger(port) ? port : 0, status: (lines[7] ?? '').trim() };
}

/**
 * Frees a cluster from a `postmaster.pid` whose number belongs to another program by now (after a reboot, or in a new
 * container), which PostgreSQL would take for a running server and refuse to start.
 *
 * It puts our own number there instead of deleting the file: PostgreSQL overlooks its parent's number, but still checks
 * by the rest of the file that no process of the old server is left in its shared memory.
 */
export function retireForeignPid(cluster: string): void {
  const lines = readLines(cluster);
  if (lines === null) return;
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || !isProcessAlive(pid) || !isAnotherProgram(pid)) return;
  fs.writeFileSync(path.join(cluster, 'postmaster.pid'), [String(process.pid), ...lines.slice(1)].join('\n'));
}

function readLines(cluster: string): string[] | null {
  try {
    return fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}

/** Also a zombie: dead, but kept by a parent that never asks (as in containers without an init). Known on Linux only. */
function isAnotherProgram(pid: number): boolean {
  try {
    const [, name, state] = /\((.*)\) (\S)/s.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name !== 'postgres' || state === 'Z';
  } catch {
    return false;
  }
}
