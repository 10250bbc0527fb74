import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { systemCaller } from '../../access/caller.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import type { Log } from '../../log.ts';
import { testDatabase } from '../../testing/index.ts';
import { createEventService } from './event.service.ts';
import { deleteEventsBefore, publishEvent } from './event.store.ts';

const db = await testDatabase();
const warnings: string[] = [];
const log: Log = { info: () => undefined, warn: (_details, message) => void warnings.push(message), error: () => undefined };
const times = { heartbeatMs: 150, latecomerMs: 10_000, lifetimeMs: 60_000, stalledMs: 60_000 };
const events = createEventService({ db, log, times });
afterAll(() => events.close());

let lastTenant = 0;
async function newTenant(): Promise<number> {
  const id = ++lastTenant;
  await withTenant(db, id, (trx) => trx.insertInto('tenants').values({ id, name: `Tenant ${id}` }).execute());
  return id;
}
const publish = (tenantId: number, number: number): Promise<void> =>
  withTenant(db, tenantId, (trx) => publishEvent(trx, tenantId, 'persona.changed', { id: number }));

/** Collects what a stream says. */
function follow(stream: Readable): { text: () => string; seen: () => number[]; ids: () => number[]; until(condition: () => boolean): Promise<void> } {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const numbers = (pattern: RegExp): number[] => [...text.matchAll(pattern)].map((match) => Number(match[1]));
  return {
    text: () => text,
    seen: () => numbers(/^data: \{"id":(\d+)\}$/gm),
    ids: () => numbers(/^id: (\d+)$/gm),
    until: async (condition) => {
      while (!condition()) await delay(5);
    },
  };
}

describe('the event stream', () => {
  it('tells a reader what happens from now on, in its own tenant alone', async () => {
    const [ours, theirs] = [await newTenant(), await newTenant()];
    await publish(ours, 1);
    const stream = await events.open(systemCaller(ours), undefined);
    const reader = follow(stream);
    await publish(theirs, 2);
    await publish(ours, 3);
    await publish(ours, 4);
    await reader.until(() => reader.seen().length === 2);
    expect(reader.seen()).toEqual([3, 4]);
    expect(reader.text()).toMatch(/id: \d+\nevent: persona\.changed\ndata: \{"id":3\}\n\n/);
    stream.destroy();
  });

  it('gives a reader that comes back what it missed, once', async () => {
    const ours = await newTenant();
    const first = await events.open(systemCaller(ours), undefined);
    const before = follow(first);
    await publish(ours, 1);
    await before.until(() => before.seen().length === 1);
    first.destroy();
    await publish(ours, 2);
    await publish(ours, 3);
    const stream = await events.open(systemCaller(ours), before.ids().at(-1));
    const after = follow(stream);
    await after.until(() => after.seen().length === 2);
    await publish(ours, 4);
    await after.until(() => after.seen().length === 3);
    expect(after.seen()).toEqual([2, 3, 4]);
    stream.destroy();
  });

  it('does not lose an event that commits after one with a higher id', async () => {
    const ours = await newTenant();
    const stream = await events.open(systemCaller(ours), undefined);
    const reader = follow(stream);
    await withTenant(db, ours, async (trx) => {
      await publishEvent(trx, ours, 'persona.changed', { id: 1 });
      await publish(ours, 2);
      await reader.until(() => reader.seen().length === 1);
    });
    await reader.until(() => reader.seen().length === 2);
    expect(reader.seen()).toEqual([2, 1]);
    expect(reader.ids()).toHaveLength(1);
    stream.destroy();
  });

  it('sends a comment when nothing happens', async () => {
    const stream = await events.open(systemCaller(await newTenant()), undefined);
    const reader = follow(stream);
    await reader.until(() => reader.text().includes('still here'));
    expect(reader.text()).toBe('retry: 2000\n\n: still here\n\n');
    stream.destroy();
  });

  it('listens again after it lost its connection', async () => {
    const ours = await newTenant();
    const stream = await events.open(systemCaller(ours), undefined);
    const reader = follow(stream);
    await db.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'likeness-listen' AND datname = current_database()`);
    await publish(ours, 1);
    await reader.until(() => reader.seen().length === 1);
    expect(warnings).toEqual(['lost the connection that listens; connecting again']);
    stream.destroy();
  });

  it('drops a reader that takes nothing', async () => {
    const ours = await newTenant();
    const impatient = createEventService({ db, log, times: { ...times, stalledMs: 50 } });
    const stream = await impatient.open(systemCaller(ours), 0);
    await withTenant(db, ours, (trx) =>
      trx.insertInto('events').values(Array.from({ length: 200 }, () => ({ tenant_id: ours, type: 'x', payload: JSON.stringify('x'.repeat(2000)) }))).execute(),
    );
    stream.read(0);
    while (!stream.destroyed) await delay(5);
    expect(stream.readableLength).toBeLessThan(200_000);
    await impatient.close();
  });

  it('ends when the server stops', async () => {
    const stopping = createEventService({ db, log, times });
    const stream = await stopping.open(systemCaller(await newTenant()), undefined);
    const ended = new Promise((resolve) => stream.once('close', resolve));
    stream.resume();
    await stopping.close();
    await ended;
    expect(stream.destroyed).toBe(true);
  });
});

describe('deleteEventsBefore', () => {
  it('removes the old ones of one tenant', async () => {
    const [ours, theirs] = [await newTenant(), await newTenant()];
    for (const tenantId of [ours, theirs]) {
      await withTenant(db, tenantId, (trx) =>
        trx.insertInto('events').values({ tenant_id: tenantId, type: 'x', payload: '{}', created_at: new Date('2026-01-01') }).execute(),
      );
    }
    await publish(ours, 1);
    expect(await withTenant(db, ours, (trx) => deleteEventsBefore(trx, ours, new Date('2026-02-01')))).toBe(1);
    const left = await withTenant(db, theirs, (trx) => trx.selectFrom('events').select('id').execute());
    expect(left).toHaveLength(1);
  });
});
