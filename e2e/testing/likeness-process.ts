import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 120_000;
const SIGN_IN_LINK = /https?:\/\/\S+\/sign-in\?token=[\w.~%-]+/g;

/** A server started as a user starts it, in a process of its own. `exit` resolves with its exit code. */
export type LikenessProcess = {
  url: string;
  dataFolder: string;
  /** The newest one-time link it printed. */
  signInLink: string;
  /** From the command to the printed link. */
  readyMs: number;
  exit: Promise<number>;
  output(): string;
  /** Sends SIGTERM to the command, as a service manager does, and answers its exit code. */
  stop(): Promise<number>;
  /** Ids of the processes behind it: the command, the server it runs, and its PostgreSQL. */
  processIds(): { command: number; server: number; postgres: number };
};

/** A new, empty folder for a server's data, which the account that runs PostgreSQL can enter. */
export function makeDataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness-e2e-'));
  fs.chmodSync(folder, 0o711);
  return folder;
}

/**
 * Runs `node scripts/run.mjs start` on a free port and waits for the sign-in link.
 *
 * `settings` are added to its environment; `PORT` among them is the port instead. Throws with everything it printed when it ends first or takes longer than two minutes.
 */
export async function startLikeness(dataFolder: string, settings: Record<string, string> = {}): Promise<LikenessProcess> {
  const port = settings['PORT'] ?? String(await findFreePort());
  const startedAtMs = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/run.mjs'), 'start'], {
    cwd: ROOT,
    env: { ...ownEnvironment(), PORT: port, LIKENESS_DATA: dataFolder, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child);
  const exit = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  const signInLink = await waitForLink(output, exit).catch((error: unknown) => {
    child.kill('SIGTERM');
    throw error;
  });
  return {
    url: `http://localhost:${port}`,
    dataFolder,
    signInLink,
    readyMs: performance.now() - startedAtMs,
    exit,
    output,
    stop: () => {
      child.kill('SIGTERM');
      return exit;
    },
    processIds: () => readProcessIds(child, dataFolder),
  };
}

/** Ends whatever of a server still lives, and removes its data. For the end of a test, however it went; undefined: it never started. */
export async function removeLikeness(likeness: LikenessProcess | undefined): Promise<void> {
  if (likeness === undefined) return;
  const ids = Object.values(likeness.processIds());
  await Promise.race([likeness.stop(), wait(15_000)]);
  for (const id of ids) killIfAlive(id);
  fs.rmSync(likeness.dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Whether a process with this id exists. 0 stands for none. */
export function isAlive(processId: number): boolean {
  if (processId === 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function killIfAlive(processId: number): void {
  if (isAlive(processId)) process.kill(processId, 'SIGKILL');
}

/** Ours without what would lead the server elsewhere: a database of the developer's, or npm's own settings. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(DATABASE_URL|PUBLIC_URL|HOST|SECRET|NODE_OPTIONS|VITEST.*|npm_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}

async function waitForLink(output: () => string, exit: Promise<number>): Promise<string> {
  let code: number | null = null;
  void exit.then((ended) => (code = ended));
  const endsAtMs = performance.now() + READY_WITHIN_MS;
  while (code === null && performance.now() < endsAtMs) {
    const link = output().match(SIGN_IN_LINK)?.at(-1);
    if (link !== undefined) return link;
    await wait(25);
  }
  throw new Error(`Likeness ${code === null ? 'printed no sign-in link in time' : `ended with ${String(code)}`}:\n${output()}`);
}

function readProcessIds(child: ChildProcess, dataFolder: string): { command: number; server: number; postgres: number } {
  const owner: unknown = JSON.parse(readOr(path.join(dataFolder, 'owner.json'), '{}'));
  const server = typeof owner === 'object' && owner !== null && 'pid' in owner ? Number(owner.pid) : 0;
  const postgres = Number(readOr(path.join(dataFolder, 'postgres/postmaster.pid'), '0').split('\n')[0]);
  return { command: child.pid ?? 0, server, postgres };
}

function readOr(file: string, otherwise: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : otherwise;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
