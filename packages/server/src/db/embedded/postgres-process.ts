import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { programPath } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { EmbeddedError } from './embedded-error.ts';
import { findPostmaster, retireForeignPid } from './postmaster-file.ts';
import type { Postmaster } from './postmaster-file.ts';
import { spawnAs } from './run-as.ts';

const READY_TIMEOUT_MS = 120_000;
const START_ATTEMPTS = 20;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Starts PostgreSQL on a cluster and waits until it takes connections (after a crash that includes its recovery).
 *
 * It listens on the loopback only, on a free port. The child has a session of its own, so Ctrl-C in the terminal
 * reaches us alone and we stop it when our own work is done. Throws `EmbeddedError('start_failed')` with its last words.
 */
export async function startPostgres(
  data: DataFolder,
  binaries: Binaries,
  settings: Record<string, string>,
): Promise<{ child: ChildProcess; postmaster: Postmaster }> {
  trimLog(data.logFile);
  for (let attempt = 1; ; attempt++) {
    retireForeignPid(data.cluster);
    const logStart = sizeOf(data.logFile);
    const child = spawnPostgres(data, binaries, { ...settings, port: String(await findFreePort()) });
    const postmaster = await waitUntilReady(data.cluster, child);
    if (postmaster !== null) return { child, postmaster };
    const lastWords = readFrom(data.logFile, logStart);
    // The sessions of a server that was killed take a moment to notice; a port can be taken between finding and using.
    const isPassing = /pre-existing shared memory block|lock file .* already exists|could not bind|could not create any TCP/.test(lastWords);
    if (!isPassing || attempt === START_ATTEMPTS) {
      throw new EmbeddedError('start_failed', `PostgreSQL did not start; its log ${data.logFile} ends with:\n${lastWords.trim().slice(-1500)}`);
    }
    await sleep(250);
  }
}

function spawnPostgres(data: DataFolder, binaries: Binaries, settings: Record<string, string>): ChildProcess {
  const log = fs.openSync(data.logFile, 'a', 0o600);
  try {
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return spawn(programPath(binaries, 'postgres'), ['-D', data.cluster, ...options], {
      ...spawnAs(data.runAs),
      // A file, not a pipe: the server may outlive us, and must not lose its log when it does.
      stdio: ['ignore', log, log],
      detached: true,
      windowsHide: true,
    });
  } finally {
    fs.closeSync(log);
  }
}

/** Null when the child ended before it was ready. */
async function waitUntilReady(cluster: string, child: ChildProcess): Promise<Postmaster | null> {
  let hasEnded = false;
  child.once('exit', () => (hasEnded = true));
  child.once('error', () => (hasEnded = true));
  for (const deadline = Date.now() + READY_TIMEOUT_MS; Date.now() < deadline; await sleep(15)) {
    if (hasEnded) return null;
    const postmaster = findPostmaster(cluster);
    if (postmaster !== null && postmaster.pid === child.pid && postmaster.status === 'ready') return postmaster;
  }
  child.kill('SIGKILL');
  throw new EmbeddedError('start_failed', `PostgreSQL in ${cluster} was not ready after ${READY_TIMEOUT_MS / 1000} seconds`);
}

/**
 * Stops the PostgreSQL of a cluster, be it our child or one we adopted: open transactions are rolled back and
 * everything committed is written out ("fast" shutdown). Does nothing when none runs.
 */
export async function stopPostgres(data: DataFolder, binaries: Binaries): Promise<void> {
  if (findPostmaster(data.cluster) === null) return;
  const args = ['stop', '--pgdata', data.cluster, '--mode', 'fast', '--timeout', '60', '--silent'];
  const child = spawn(programPath(binaries, 'pg_ctl'), args, { ...spawnAs(data.runAs), stdio: 'ignore' });
  await new Promise<void>((resolve, reject) => child.once('exit', () => resolve()).once('error', reject));
  if (findPostmaster(data.cluster) === null) return;
  spawnSync(programPath(binaries, 'pg_ctl'), ['stop', '--pgdata', data.cluster, '--mode', 'immediate'], { ...spawnAs(data.runAs), stdio: 'ignore' });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function trimLog(file: string): void {
  if (sizeOf(file) > LOG_LIMIT_BYTES) fs.renameSync(file, `${file}.1`);
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function readFrom(file: string, position: number): string {
  return fs.existsSync(file) ? fs.readFileSync(file).subarray(position).toString('utf8') : '';
}
