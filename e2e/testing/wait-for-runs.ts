import { type LikenessClient, unwrap } from '@likeness/sdk';
import { wait } from './likeness-process.ts';

const WITHIN_MS = 60_000;

/** Waits until no run of the tenant is queued or running: a first start calculates the demo just after it is ready. */
export async function waitForRuns(client: LikenessClient): Promise<void> {
  const endsAtMs = performance.now() + WITHIN_MS;
  while (performance.now() < endsAtMs) {
    const { items } = unwrap(await client.GET('/api/runs', { params: { query: { limit: 100 } } }));
    if (items.length > 0 && items.every(({ status }) => status === 'succeeded' || status === 'failed')) return;
    await wait(100);
  }
  throw new Error('The runs of the tenant did not end');
}

/** Waits for one run, and answers how it ended. */
export async function endOfRun(client: LikenessClient, id: number) {
  const endsAtMs = performance.now() + WITHIN_MS;
  while (performance.now() < endsAtMs) {
    const run = unwrap(await client.GET('/api/runs/{id}', { params: { path: { id } } }));
    if (run.status === 'succeeded' || run.status === 'failed') return run;
    await wait(100);
  }
  throw new Error(`Run ${id} did not end`);
}
