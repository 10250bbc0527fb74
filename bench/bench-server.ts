import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Database, hashToken, newApiKeyToken } from '@likeness/server/bench';

/**
 * A server as people start it, in a process of its own, on the benchmark's database.
 *
 * `headersFor` makes an API key with every scope for a tenant, and gives the headers that present it.
 * `readMemoryBytes` is the memory its processes have resident now, the launcher included (Linux; NaN elsewhere).
 */
export type BenchServer = { url: string; headersFor(tenantId: number): Promise<Record<string, string>>; readMemoryBytes(): number };

const COMMAND = fileURLToPath(new URL('../packages/server/bin/likeness.mjs', import.meta.url));
const READY_WITHIN_MS = 120_000;

/**
 * Runs work beside a server that is ready and has nothing left to do: the first start also makes the demo tenant, and
 * work begins when its runs have ended. The nightly sync is off. `environment` adds settings of the server.
 *
 * The server is stopped afterwards, whatever happened. Throws with what it printed when it does not get ready.
 *
 * @example await withBenchServer(db, async ({ url, headersFor }) => measureLoad({ url: `${url}/api/cx-personas`, headers: await headersFor(1), ... }))
 */
export async function withBenchServer<T>(db: Database, work: (server: BenchServer) => Promise<T>, environment: Record<string, string> = {}): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness-bench-server-'));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { DATABASE_URL: db.url, PORT: String(port), HOST: '127.0.0.1', LIKENESS_DATA: folder, ENABLE_PERSONA_SYNC: 'false', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [COMMAND, 'serve'], { env: { PATH: process.env.PATH ?? '', ...settings, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const stopped = once(child, 'close');
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  try {
    if (!(await isReady(url, child))) throw new Error(`The server did not get ready:\n${printed}`);
    await waitUntilIdle(db);
    return await work({ url, headersFor: (tenantId) => makeKey(db, tenantId), readMemoryBytes: () => readMemoryBytes(child) });
  } finally {
    child.kill('SIGTERM');
    await stopped;
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function isReady(url: string, child: ChildProcess): Promise<boolean> {
  for (const endsAtMs = performance.now() + READY_WITHIN_MS; performance.now() < endsAtMs && child.exitCode === null; await sleep(100)) {
    const isUp = await fetch(`${url}/ready`).then((answer) => answer.ok, () => false);
    if (isUp) return true;
  }
  return false;
}

async function waitUntilIdle(db: Database): Promise<void> {
  for (const endsAtMs = performance.now() + READY_WITHIN_MS; performance.now() < endsAtMs; await sleep(200)) {
    const { rows } = await db.owner.query<{ count: number }>(`SELECT count(*) AS count FROM runs WHERE status IN ('queued', 'running')`);
    if (rows[0]?.count === 0) return;
  }
  throw new Error('The runs that the first start asks for did not end');
}

async function makeKey(db: Database, tenantId: number): Promise<Record<string, string>> {
  const { prefix, token } = newApiKeyToken();
  const scopes = ['read', 'submit', 'write', 'admin'];
  await db.owner.query(`INSERT INTO api_keys (tenant_id, name, prefix, secret_hash, scopes) VALUES ($1, 'Benchmark', $2, $3, $4)`, [
    tenantId, prefix, hashToken(token), scopes,
  ]);
  return { authorization: `Bearer ${token}` };
}

/** Of the command, which is a launcher, and of all that it has started. */
function readMemoryBytes({ pid }: ChildProcess): number {
  return pid === undefined || !fs.existsSync(`/proc/${pid}/status`) ? Number.NaN : readTreeBytes(pid);
}

function readTreeBytes(pid: number): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  const own = 1024 * Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
  // A process is listed under the thread that started it.
  const children = fs.readdirSync(`/proc/${pid}/task`).flatMap((task) => fs.readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter((text) => text !== ''));
  return children.reduce((sum, child) => sum + readTreeBytes(Number(child)), own);
}

async function findFreePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
