import http from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { LoadOptions, SentLoad } from './http-load.ts';

/** The thread of `measureLoad`: warms the server up, sends, and tells the times. */
const { url, method = 'GET', headers = {}, bodies = [], connections, requests, warmUpRequests = 0 } = workerData as LoadOptions;
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
const statuses: SentLoad['statuses'] = {};
let sample = '';
let sent = 0;

await sendAll(warmUpRequests);
const startMs = performance.now();
const timesMs = await sendAll(requests);
const told: SentLoad = { timesMs, elapsedMs: performance.now() - startMs, statuses, sample };
agent.destroy();
parentPort?.postMessage(told);

/** Sends so many over all connections, and answers the time of each in milliseconds. */
async function sendAll(count: number): Promise<Float64Array> {
  const times = new Float64Array(count);
  let next = 0;
  const keepAsking = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      const beforeMs = performance.now();
      await sendOne();
      times[index] = performance.now() - beforeMs;
    }
  };
  await Promise.all(Array.from({ length: connections }, keepAsking));
  return times;
}

function sendOne(): Promise<void> {
  const body = bodies[sent++ % bodies.length];
  return new Promise((resolve, reject) => {
    const described = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(url, { method, agent, headers: { ...described, ...headers } }, (answer) => {
      const status = answer.statusCode ?? 0;
      statuses[status] = (statuses[status] ?? 0) + 1;
      const isGood = status >= 200 && status < 300;
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        if (!isGood && sample === '') text += chunk.toString();
      });
      answer.on('end', () => {
        if (!isGood && sample === '') sample = `${status} ${text}`;
        resolve();
      });
      answer.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}
