import { type LikenessClient, unwrap } from '@likeness/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive, type LikenessProcess, makeDataFolder, removeLikeness, startLikeness, wait } from './testing/likeness-process.ts';
import { makeKeyClient, signInWithLink } from './testing/sign-in.ts';
import { waitForRuns } from './testing/wait-for-runs.ts';

const WRITERS = 4;
const WRITE_FOR_MS = 1500;

/** What a client believes is stored: it got a 201 for each of these external ids. */
async function writeUntilRefused(client: LikenessClient, formId: number, writer: string, acknowledged: Set<string>): Promise<void> {
  for (let n = 0; ; n++) {
    const external_id = `${writer}-${n}`;
    const body = { response_data: { age: 18 + (n % 60), occupation: 'Founder' }, external_id };
    const answer = await client.POST('/api/forms/{id}/responses', { params: { path: { id: formId } }, body }).catch(() => null);
    if (answer?.response.status !== 201) return;
    acknowledged.add(external_id);
  }
}

async function listExternalIds(client: LikenessClient, formId: number): Promise<Set<string>> {
  const found = new Set<string>();
  let cursor: string | null = null;
  do {
    const query: { form_id: number; limit: number; cursor?: string } = { form_id: formId, limit: 100, ...(cursor !== null && { cursor }) };
    const page: { items: { external_id: string | null }[]; next_cursor: string | null } = unwrap(await client.GET('/api/responses', { params: { query } }));
    for (const { external_id } of page.items) found.add(String(external_id));
    cursor = page.next_cursor;
  } while (cursor !== null);
  return found;
}

describe('kill -9 during writes, then start', () => {
  let likeness: LikenessProcess;
  let client: LikenessClient;

  const connect = async (): Promise<void> => {
    client = await makeKeyClient(likeness.url, (await signInWithLink(likeness.signInLink)).clientFor());
    await waitForRuns(client);
  };
  beforeAll(async () => {
    likeness = await startLikeness(makeDataFolder());
    await connect();
  }, 150_000);
  afterAll(async () => removeLikeness(likeness));

  for (const victim of ['server', 'postgres'] as const) {
    it(`loses nothing acknowledged when ${victim === 'server' ? 'the server' : 'PostgreSQL'} dies`, async () => {
      const form = unwrap(await client.POST('/api/forms', { body: { name: `Crash of ${victim}`, fields: [] } }));
      const acknowledged = new Set<string>();
      const writers = Array.from({ length: WRITERS }, (_, n) => writeUntilRefused(client, form.id, `w${n}`, acknowledged));
      await wait(WRITE_FOR_MS);
      process.kill(likeness.processIds()[victim], 'SIGKILL');
      await Promise.all(writers);
      await endOf(likeness);
      likeness = await startLikeness(likeness.dataFolder);
      await connect();
      const stored = await listExternalIds(client, form.id);
      expect(acknowledged.size).toBeGreaterThan(WRITERS);
      expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
      await expectAllScored(client);
    }, 120_000);
  }
});

/** A command whose PostgreSQL died ends by itself; should it go on, a service manager would stop it. */
async function endOf(likeness: LikenessProcess): Promise<void> {
  const ended = await Promise.race([likeness.exit.then(() => true), wait(20_000).then(() => false)]);
  expect(ended, 'the command ends when what it runs is gone').toBe(true);
  expect(isAlive(likeness.processIds().command)).toBe(false);
}

/** Every stored response has its score: none was stored without. */
async function expectAllScored(client: LikenessClient): Promise<void> {
  const { items } = unwrap(await client.GET('/api/cx-personas', { params: { query: { include: 'figures' } } }));
  const { total_responses } = unwrap(await client.GET('/api/cx-personas/portfolio'));
  expect(items.map(({ figures }) => figures?.total_responses)).toEqual(items.map(() => total_responses));
}
