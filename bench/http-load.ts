import { Worker } from 'node:worker_threads';
import { percentile } from './measure.ts';

/**
 * What to send: `bodies` are sent in turn, JSON text; none: no body. `requests` are measured, after `warmUpRequests`
 * that are not, over so many connections that stay open.
 */
export type LoadOptions = {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  bodies?: readonly string[];
  connections: number;
  requests: number;
  warmUpRequests?: number;
};

/** Times are from sending a request to the last byte of its answer. `perSecond` counts answers while it was measured. */
export type LoadReport = { perSecond: number; p50Ms: number; p95Ms: number; p99Ms: number };

/** What the thread that sends tells. `statuses` counts answers by status. */
export type SentLoad = { timesMs: Float64Array; elapsedMs: number; statuses: Record<number, number>; sample: string };

/**
 * How long does a server take to answer, when so many clients keep asking?
 *
 * Closed loop: each connection sends its next request when it has its answer, so a slow server is asked less often, and
 * these percentiles are kinder than those of visitors who come regardless (coordinated omission). Compare them with a
 * report of the same `connections` only. The requests are sent by a thread of its own with a bare `node:http`, so that
 * they take as little from a server in this process as can be.
 *
 * Throws when any answer is not 2xx, with the first such answer, or when a connection breaks.
 *
 * @example const { p95Ms } = await measureLoad({ url: `${server.url}/api/session`, headers, connections: 100, requests: 5000 });
 */
export async function measureLoad(options: LoadOptions): Promise<LoadReport> {
  const worker = new Worker(new URL('http-load.worker.ts', import.meta.url), { workerData: options });
  const { timesMs, elapsedMs, statuses, sample } = await new Promise<SentLoad>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that sends ended early (${code})`)));
  });
  if (sample !== '') throw new Error(`Answers by status: ${JSON.stringify(statuses)}; one of those that failed: ${sample}`);
  return {
    perSecond: (1000 * timesMs.length) / elapsedMs,
    p50Ms: percentile(timesMs, 0.5),
    p95Ms: percentile(timesMs, 0.95),
    p99Ms: percentile(timesMs, 0.99),
  };
}
