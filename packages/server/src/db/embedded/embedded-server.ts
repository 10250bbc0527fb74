import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readOrMakeSecret } from '../../secret-file.ts';
import { locateBinaries } from './binaries.ts';
import { OWNER_ROLE, ensureCluster } from './cluster.ts';
import { prepareDataFolder } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { EmbeddedError } from './embedded-error.ts';
import { claimFolder, releaseFolder } from './folder-owner.ts';
import { startPostgres, stopPostgres } from './postgres-process.ts';
import { findPostmaster } from './postmaster-file.ts';
import type { Postmaster } from './postmaster-file.ts';
import { makeReadable } from './readable-binaries.ts';

const DATABASE = 'likeness';
const WATCH_EVERY_MS = 500;
const ADOPT_TIMEOUT_MS = 120_000;

/** Settings of every server of ours; the log holds no statements, because those hold people's answers. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

/**
 * A PostgreSQL of our own that takes connections at `url`.
 *
 * `origin`: `started` by us now, `adopted` from a process of ours that died, or `joined` beside a living one.
 */
export type EmbeddedServer = {
  readonly url: string;
  readonly origin: 'started' | 'adopted' | 'joined';
  /** Stops a started or adopted server and gives the folder up; leaves a joined one alone. Safe to call twice. */
  stop(): Promise<void>;
};

/**
 * - `folder`: the data folder (LIKENESS_DATA), made when missing.
 * - `whenInUse`: what to do when a living Likeness has this folder: refuse (a second server) or work beside it (a command).
 * - `settings`: more PostgreSQL settings (`fsync: 'off'`).
 * - `access`: `password` (random, kept in the folder with mode 0600), or `trust` for tests: anybody on this machine.
 * - `note`: hears in one line what an operator may want to know.
 * - `onUnexpectedExit`: called once if a server we started or adopted ends without our asking; nothing can be stored from then on.
 */
export type EmbeddedOptions = {
  folder: string;
  whenInUse?: 'refuse' | 'join';
  settings?: Record<string, string>;
  access?: 'password' | 'trust';
  note?: (message: string) => void;
  onUnexpectedExit?: (message: string) => void;
};

/**
 * Starts PostgreSQL on a data folder, or takes up the one that is running there.
 *
 * After a crash of ours the server may still be up: then it is adopted, once a connection has shown that it is the one
 * of this folder. After a crash of its own it replays its log; whatever was committed is there.
 * Throws `EmbeddedError`, fit to be shown as it is.
 *
 * @example
 * const server = await startEmbedded({ folder: '.data' });
 * const db = await openDatabase({ url: server.url });
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const note = options.note ?? (() => undefined);
  const data = prepareDataFolder(options.folder, note);
  const claim = claimFolder(data.ownerFile);
  if (!claim.claimed) return join(data, options, claim.owner.pid);
  try {
    return await startOwned(data, options, note);
  } catch (error) {
    releaseFolder(data.ownerFile);
    throw error;
  }
}

async function join(data: DataFolder, options: EmbeddedOptions, pid: number): Promise<EmbeddedServer> {
  if (options.whenInUse !== 'join') {
    throw new EmbeddedError('folder_in_use', `Likeness is running already on ${data.root} (process ${pid}). Stop it first, or set LIKENESS_DATA to another folder`);
  }
  const url = await findRunning(data, readPassword(data, options));
  if (url === null) throw new EmbeddedError('folder_in_use', `Process ${pid} has the data folder ${data.root}, but no database runs there. Stop it and try again`);
  return { url, origin: 'joined', stop: async () => undefined };
}

async function startOwned(data: DataFolder, options: EmbeddedOptions, note: (message: string) => void): Promise<EmbeddedServer> {
  const password = readPassword(data, options);
  const binaries = makeReadable(locateBinaries(), data.runAs);
  ensureCluster(data, binaries, password);
  let isStopping = false;
  const stop = once(async () => {
    isStopping = true;
    await stopPostgres(data, binaries);
    releaseFolder(data.ownerFile);
  });
  const running = await findRunning(data, password);
  if (running !== null) {
    note(`took up the database that was still running on ${data.root}`);
    watchAdopted(data, () => {
      if (!isStopping) options.onUnexpectedExit?.(`PostgreSQL ended by itself; see ${data.logFile}`);
    });
    return { url: running, origin: 'adopted', stop };
  }
  const { child, postmaster } = await startPostgres(data, binaries, { ...SETTINGS, ...options.settings });
  child.unref();
  child.once('exit', (code, signal) => {
    if (!isStopping) options.onUnexpectedExit?.(`PostgreSQL ended by itself (${signal ?? `code ${code}`}); see ${data.logFile}`);
  });
  try {
    await ensureDatabase(urlOf(postmaster, password, 'postgres'));
  } catch (error) {
    await stop();
    throw new EmbeddedError('start_failed', `PostgreSQL started in ${data.cluster}, but refused us: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return { url: urlOf(postmaster, password, DATABASE), origin: 'started', stop };
}

/** An adopted server is no child of ours, so nobody tells us of its end: looking does. */
function watchAdopted(data: DataFolder, onEnd: () => void): void {
  const timer = setInterval(() => {
    if (findPostmaster(data.cluster) !== null) return;
    clearInterval(timer);
    onEnd();
  }, WATCH_EVERY_MS);
  timer.unref();
}

/** The URL of a server that runs on this folder, waiting while it recovers; null when none does. */
async function findRunning(data: DataFolder, password: string | null): Promise<string | null> {
  for (const deadline = Date.now() + ADOPT_TIMEOUT_MS; ; await sleep(50)) {
    const postmaster = findPostmaster(data.cluster);
    if (postmaster === null) return null;
    if (postmaster.status === 'ready' && (await worksOn(data.cluster, urlOf(postmaster, password, 'postgres')))) {
      await ensureDatabase(urlOf(postmaster, password, 'postgres'));
      return urlOf(postmaster, password, DATABASE);
    }
    if (Date.now() > deadline) {
      throw new EmbeddedError('start_failed', `Process ${postmaster.pid} runs PostgreSQL on ${data.cluster}, but does not answer. Stop it and try again`);
    }
  }
}

async function worksOn(cluster: string, url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
    return rows[0]?.folder === cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function readPassword(data: DataFolder, options: EmbeddedOptions): string | null {
  return options.access === 'trust' ? null : readOrMakeSecret(data.passwordFile);
}

function urlOf(postmaster: Postmaster, password: string | null, database: string): string {
  const secret = password === null ? '' : `:${password}`;
  return `postgres://${OWNER_ROLE}${secret}@127.0.0.1:${postmaster.port}/${database}`;
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
