import fs from 'node:fs';
import path from 'node:path';
import { unwrap } from '@likeness/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive, type LikenessProcess, makeDataFolder, removeLikeness, startLikeness } from './testing/likeness-process.ts';
import { signInWithLink } from './testing/sign-in.ts';
import { waitForRuns } from './testing/wait-for-runs.ts';

/** The steps follow one another on one data folder, as the days of an installation do. */
describe('start, stop, and start again', () => {
  let likeness: LikenessProcess;
  let demo: { personas: number; responses: number };

  beforeAll(async () => {
    likeness = await startLikeness(makeDataFolder());
  }, 150_000);
  afterAll(async () => removeLikeness(likeness));

  it('serves API, documentation, first page and health from the first start', async () => {
    const addresses = ['/', '/persona-builder', '/api/openapi.json', '/api/docs', '/health', '/ready', '/metrics'];
    const statuses = await Promise.all(addresses.map(async (address) => [address, (await fetch(likeness.url + address)).status]));
    expect(statuses).toEqual(addresses.map((address) => [address, 200]));
  });

  it('makes a demo tenant whose personas are all scored', async () => {
    const client = (await signInWithLink(likeness.signInLink)).clientFor();
    await waitForRuns(client);
    const tenant = unwrap(await client.GET('/api/tenant'));
    const personas = unwrap(await client.GET('/api/cx-personas', { params: { query: { include: 'figures' } } })).items;
    const portfolio = unwrap(await client.GET('/api/cx-personas/portfolio'));
    demo = { personas: personas.length, responses: portfolio.total_responses };
    expect(tenant.is_demo).toBe(true);
    expect(demo.personas).toBe(5);
    expect(demo.responses).toBeGreaterThan(5000);
    expect(personas.map(({ figures }) => figures?.total_responses)).toEqual(personas.map(() => demo.responses));
  });

  it('takes a one-time link once', async () => {
    const again = await fetch(likeness.signInLink, { redirect: 'manual' });
    expect(again.headers.getSetCookie()).toEqual([]);
    expect(again.headers.get('location')).toBe('/?sign-in-link=used');
  });

  it('refuses a second server on the same data', async () => {
    await expect(startLikeness(likeness.dataFolder)).rejects.toThrow(/in use|already|another/i);
  });

  it('stops everything on SIGTERM, its database too', async () => {
    const { server, postgres } = likeness.processIds();
    expect([isAlive(server), isAlive(postgres)]).toEqual([true, true]);
    expect(await likeness.stop()).toBe(0);
    // PostgreSQL gives its folder up a moment before its process is gone.
    await expect.poll(() => [isAlive(server), isAlive(postgres)], { timeout: 5000 }).toEqual([false, false]);
    expect(fs.existsSync(path.join(likeness.dataFolder, 'postgres/postmaster.pid'))).toBe(false);
    await expect(fetch(`${likeness.url}/health`)).rejects.toThrow();
  });

  it('starts again with what was there, and makes no second demo', async () => {
    likeness = await startLikeness(likeness.dataFolder);
    const client = (await signInWithLink(likeness.signInLink)).clientFor();
    const { items } = unwrap(await client.GET('/api/cx-personas'));
    const { total_responses } = unwrap(await client.GET('/api/cx-personas/portfolio'));
    expect({ personas: items.length, responses: total_responses }).toEqual(demo);
  });
});
