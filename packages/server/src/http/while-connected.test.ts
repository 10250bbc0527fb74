import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { whileConnected } from './while-connected.ts';

const app = Fastify({ forceCloseConnections: true });
afterAll(() => app.close());
const ends: unknown[] = [];
app.post<{ Body: { waitMs: number } }>('/work', async (request) => {
  const work = whileConnected(request, (signal) => delay(request.body.waitMs, 'done', { signal }));
  return { end: await work.catch((error: unknown) => void ends.push(error)) };
});
await app.listen({ port: 0, host: '127.0.0.1' });
const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/work`;
const send = (waitMs: number, signal: AbortSignal | null = null): Promise<Response> =>
  fetch(url, { method: 'POST', body: JSON.stringify({ waitMs }), headers: { 'content-type': 'application/json' }, signal });

describe('whileConnected', () => {
  it('lets work with a body end while the client waits, again and again on one connection', async () => {
    for (let round = 0; round < 3; round += 1) expect(await (await send(20)).json()).toEqual({ end: 'done' });
    expect(ends).toEqual([]);
  });

  it('stops the work when the client goes', async () => {
    const client = new AbortController();
    const answer = send(60_000, client.signal).catch(() => 'gone');
    await delay(100);
    client.abort();
    expect(await answer).toBe('gone');
    await expect.poll(() => ends).toMatchObject([{ name: 'AbortError', cause: { code: 'bad_request' } }]);
  });
});
