import { createInterface } from 'node:readline';
import pg from 'pg';
import { startEmbedded } from '../db/embedded/embedded-server.ts';

/**
 * A program for the crash scenarios: starts the server of the folder in its first argument, writes numbers into a table one
 * commit at a time, and prints each once it is committed. It ends cleanly when its input ends, and with exit code 3
 * when its PostgreSQL does.
 */
const server = await startEmbedded({ folder: process.argv[2] ?? '', onUnexpectedExit: () => process.exit(3) });
const client = new pg.Client({ connectionString: server.url });
client.on('error', () => undefined);
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS written (n bigint PRIMARY KEY)');
let isWanted = true;
createInterface({ input: process.stdin }).once('close', () => {
  isWanted = false;
});
const { rows } = await client.query<{ next: string }>('SELECT coalesce(max(n), 0) + 1 AS next FROM written');
for (let n = Number(rows[0]?.next); isWanted; n++) {
  // A write cut short by the crash is not acknowledged; the process ends as soon as it hears of its server's death.
  const isCommitted = await client.query('INSERT INTO written VALUES ($1)', [n]).then(() => true, () => false);
  if (!isCommitted) break;
  process.stdout.write(`${n}\n`);
}
if (!isWanted) {
  await client.end();
  await server.stop();
}
