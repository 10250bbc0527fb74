import { createClient, type LikenessClient, unwrap } from '@likeness/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LikenessProcess, makeDataFolder, removeLikeness, startLikeness, wait } from './testing/likeness-process.ts';
import { signInWithLink } from './testing/sign-in.ts';
import { waitForRuns } from './testing/wait-for-runs.ts';

/**
 * The long form: `LIKENESS_CRASH_POINTS=20 LIKENESS_CRASH_RESPONSES=100000 npm test -- e2e/crash-batch`.
 * `LIKENESS_CRASH_SEED` repeats the points of an earlier run; the seed in use is printed.
 */
const POINTS = Number(process.env.LIKENESS_CRASH_POINTS ?? 2);
const RESPONSES = Number(process.env.LIKENESS_CRASH_RESPONSES ?? 10_000);
const SEED = Number(process.env.LIKENESS_CRASH_SEED ?? Date.now() % 1_000_000);
const WITHIN_MS = 240_000 + POINTS * 60_000;
/** Away from the demo's days. */
const DAY = '2019-03-01';
const RULES = [
  { age: { min: 25, max: 40 }, place: ['London'], plan: ['pro'] },
  { age: { min: 30, max: 60 }, place: ['London', 'Leeds'], plan: ['free'] },
] as const;

type Bands = { strong: number; moderate: number; weak: number };
/** Figures as the dashboard shows them, from counts, and as the stored rows of the responses say. */
type Figures = { edition: number | null; shown: Bands; stored: Bands };

describe('kill -9 during a calculation, then start', () => {
  let likeness: LikenessProcess;
  let apiKey: string;
  let client: LikenessClient;
  const home = { personaId: 0, formId: 0 };

  const connect = (): void => {
    client = createClient({ baseUrl: likeness.url, apiKey });
  };
  beforeAll(async () => {
    likeness = await startLikeness(makeDataFolder());
    const session = (await signInWithLink(likeness.signInLink)).clientFor();
    const scopes = ['read' as const, 'submit' as const, 'write' as const, 'admin' as const];
    ({ secret: apiKey } = unwrap(await session.POST('/api/api-keys', { body: { name: 'Crash test', scopes } })));
    connect();
    await waitForRuns(client);
    home.formId = unwrap(await client.POST('/api/forms', { body: { name: 'Crash', fields: [] } })).id;
    await submitAll(likeness.url, apiKey, home.formId);
    home.personaId = unwrap(await client.POST('/api/cx-personas', { body: { name: 'Crash test', mapping_rules: RULES[0] } })).id;
    await waitForRuns(client);
  }, WITHIN_MS);
  afterAll(async () => removeLikeness(likeness));

  it(`shows the old edition's figures or the new one's, wholly, and ends the run by itself (${POINTS} points, seed ${SEED})`, async () => {
    const random = createRandom(SEED);
    const expected: Bands[] = [];
    let lengthMs = 0;
    for (const turn of [1, 0]) {
      const startMs = performance.now();
      await changeRules(client, home.personaId, turn);
      await waitForRuns(client);
      lengthMs = performance.now() - startMs;
      const { shown, stored } = await readFigures(client, likeness.url, apiKey, home);
      expect(stored).toEqual(shown);
      expected[turn] = shown;
    }
    expect(expected[0]).not.toEqual(expected[1]);
    console.log(`crash-batch: seed ${SEED}, a calculation takes ${Math.round(lengthMs)} ms`);
    for (let point = 1; point <= POINTS; point += 1) {
      const before = expected[(point - 1) % 2];
      const after = expected[point % 2];
      const edition = await changeRules(client, home.personaId, point % 2);
      await wait(random() * lengthMs);
      process.kill(likeness.processIds()[random() < 0.5 ? 'server' : 'postgres'], 'SIGKILL');
      await likeness.exit;
      likeness = await startLikeness(likeness.dataFolder);
      connect();
      const found = await readFigures(client, likeness.url, apiKey, home);
      expect(found, `point ${point}, just after the start`).toEqual(
        found.edition === edition ? { edition, shown: after, stored: after } : { edition: edition - 1, shown: before, stored: before },
      );
      await waitForRuns(client);
      expect(await readFigures(client, likeness.url, apiKey, home), `point ${point}, in the end`).toEqual({ edition, shown: after, stored: after });
    }
  }, WITHIN_MS);
});

/** Submits all responses in one body: the same ones in every run. */
async function submitAll(url: string, apiKey: string, formId: number): Promise<void> {
  const lines = Array.from({ length: RESPONSES }, (_, index) => JSON.stringify({
    response_data: { age: 18 + (index % 60), place: ['London', 'Leeds', 'Bristol'][index % 3], plan: index % 7 < 3 ? 'pro' : 'free' },
    submitted_at: `${DAY}T${String(index % 24).padStart(2, '0')}:00:00Z`,
  }));
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' };
  const answer = await fetch(`${url}/api/forms/${formId}/responses`, { method: 'POST', headers, body: lines.join('\n') });
  const text = await answer.text();
  expect(answer.ok, text.slice(0, 500)).toBe(true);
}

/** Gives the persona these rules, which begins a calculation, and answers its new edition. */
async function changeRules(client: LikenessClient, id: number, which: number): Promise<number> {
  const { revision } = unwrap(await client.GET('/api/cx-personas/{id}', { params: { path: { id } } }));
  const changed = unwrap(await client.PATCH('/api/cx-personas/{id}', {
    params: { path: { id }, header: { 'if-match': `"${revision}"` } },
    body: { mapping_rules: RULES[which] ?? RULES[0] },
  }));
  return changed.edition;
}

async function readFigures(client: LikenessClient, url: string, apiKey: string, { personaId, formId }: { personaId: number; formId: number }): Promise<Figures> {
  for (;;) {
    const before = await readShown(client, personaId);
    const answer = await fetch(`${url}/api/exports/responses?form_id=${formId}`, { headers: { authorization: `Bearer ${apiKey}` } });
    const stored = countBands(await answer.text());
    const after = await readShown(client, personaId);
    // A run that goes on may end in between: then the two ways to read are of two moments.
    if (before.edition === after.edition) return { ...before, stored };
  }
}

async function readShown(client: LikenessClient, id: number): Promise<Pick<Figures, 'edition' | 'shown'>> {
  const query = { startDate: DAY, endDate: DAY };
  const { edition, match_statistics } = unwrap(await client.GET('/api/cx-personas/{id}/analytics', { params: { path: { id }, query } }));
  return { edition, shown: match_statistics.distribution };
}

/** Bands of three equal rules, by the persona's column, which comes last: it is the newest. */
function countBands(csv: string): Bands {
  const bands: Bands = { strong: 0, moderate: 0, weak: 0 };
  for (const line of csv.trimEnd().split('\r\n').slice(1)) {
    const score = Number(line.slice(line.lastIndexOf(',') + 1));
    bands[score >= 70 ? 'strong' : score >= 50 ? 'moderate' : 'weak'] += 1;
  }
  return bands;
}

/** Numbers in [0, 1) that a seed decides (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
