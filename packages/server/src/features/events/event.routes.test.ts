import { setTimeout as delay } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { systemCaller } from '../../access/caller.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { createApplication } from '../../http/application.ts';
import type { Log } from '../../log.ts';
import { testDatabase } from '../../testing/index.ts';
import { eventRoutes } from './event.routes.ts';
import { createEventService } from './event.service.ts';
import { publishEvent } from './event.store.ts';

const db = await testDatabase();
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
await withTenant(db, 1, (trx) => trx.insertInto('tenants').values({ id: 1, name: 'Ours' }).execute());
const publish = (number: number): Promise<void> => withTenant(db, 1, (trx) => publishEvent(trx, 1, 'persona.changed', { id: number }));

async function serve() {
  const events = createEventService({ db, log });
  const app = await createApplication({
    operations: eventRoutes(events),
    authenticate: async () => ({ user: null, caller: systemCaller(1) }),
    plugins: [],
    openApiDocument: {},
    webFolder: null,
    limits: { jsonBytes: 1000, fileBytes: 1000 },
    metrics: new Registry(),
    log: null,
    trustProxy: false,
  });
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/events`;
  return { app, events, url };
}

/** Reads until the text holds what is wanted. */
async function readUntil(answer: Response, wanted: string): Promise<string> {
  const reader = answer.body!.getReader();
  let text = '';
  while (!text.includes(wanted)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += new TextDecoder().decode(value);
  }
  reader.releaseLock();
  return text;
}

it('streams over HTTP, resumes after Last-Event-ID, and ends with its reader or the server', async () => {
  const { app, events, url } = await serve();
  const first = new AbortController();
  const answer = await fetch(url, { signal: first.signal });
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  await publish(1);
  const lastId = /id: (\d+)/.exec(await readUntil(answer, '{"id":1}\n\n'))?.[1];
  first.abort();

  await publish(2);
  const again = await fetch(url, { headers: { 'last-event-id': String(lastId) } });
  const missed = await readUntil(again, '{"id":2}\n\n');
  expect(missed).not.toContain('{"id":1}');
  expect((await fetch(url, { headers: { 'last-event-id': 'x' } })).status).toBe(422);

  await events.close();
  const rest = await Promise.race([readUntil(again, 'never').catch(() => 'cut off'), delay(5000, 'still open')]);
  expect(rest).not.toBe('still open');
  await app.close();
});
