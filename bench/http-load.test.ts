import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureLoad } from './http-load.ts';

const seen = { requests: 0, sockets: new Set<unknown>(), bodies: new Map<string, number>() };
const server = http.createServer((request, answer) => {
  seen.requests += 1;
  seen.sockets.add(request.socket);
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    seen.bodies.set(body, (seen.bodies.get(body) ?? 0) + 1);
    answer.statusCode = request.url === '/refused' ? 401 : 200;
    answer.end(request.url === '/refused' ? 'who are you?' : 'fine');
  });
});
const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

describe('measuring under load', () => {
  it('sends what it was asked to, over connections that stay open', async () => {
    const report = await measureLoad({ url: url(), method: 'POST', bodies: ['{"a":1}', '{"a":2}'], connections: 3, requests: 40, warmUpRequests: 10 });
    expect(seen.requests).toBe(50);
    expect(seen.sockets.size).toBe(3);
    expect(Object.fromEntries(seen.bodies)).toEqual({ '{"a":1}': 25, '{"a":2}': 25 });
    expect(report.p50Ms).toBeGreaterThan(0);
    expect(report.p99Ms).toBeGreaterThanOrEqual(report.p95Ms);
    expect(report.p95Ms).toBeGreaterThanOrEqual(report.p50Ms);
    expect(report.perSecond).toBeGreaterThan(0);
  });

  it('says what came back when an answer is a refusal', async () => {
    await expect(measureLoad({ url: `${url()}/refused`, connections: 2, requests: 4 })).rejects.toThrow('{"401":4}; one of those that failed: 401 who are you?');
  });
});
