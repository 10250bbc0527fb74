import { Registry } from 'prom-client';
import { afterAll } from 'vitest';
import type { Caller } from '../access/caller.ts';
import { createApplication } from '../http/application.ts';
import type { BoundOperation } from '../http/handler.ts';

/** What came back. `body` is the JSON, taken for what the test says it is, or the text of any other content. */
export type EdgeAnswer<Body> = { status: number; headers: Record<string, unknown>; body: Body };

export type Edge = {
  /** Sends one request as this caller. A text or bytes are sent as NDJSON unless headers say otherwise, anything else as JSON. */
  send<Body = Record<string, unknown>>(
    caller: Caller | null,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<EdgeAnswer<Body>>;
};

/**
 * The HTTP application with these operations alone, for tests of what goes over the wire. Callers are believed.
 *
 * @example const { status } = await edge.send(ann, 'GET', '/api/cx-personas');
 */
export async function testEdge(operations: BoundOperation[], { jsonBytes = 1_000_000 }: { jsonBytes?: number } = {}): Promise<Edge> {
  let present: Caller | null = null;
  const app = await createApplication({
    operations,
    authenticate: async () => ({ user: null, caller: present }),
    plugins: [],
    openApiDocument: {},
    webFolder: null,
    limits: { jsonBytes, fileBytes: jsonBytes },
    metrics: new Registry(),
    log: null,
    trustProxy: false,
  });
  afterAll(() => app.close());
  return {
    send: async <Body>(caller: Caller | null, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}) => {
      present = caller;
      const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
      const answer = await app.inject({
        method,
        url,
        headers: { ...(body !== undefined && { 'content-type': isRaw ? 'application/x-ndjson' : 'application/json' }), ...headers },
        ...(body !== undefined && { payload: isRaw ? body : JSON.stringify(body) }),
      });
      const isJson = String(answer.headers['content-type']).includes('json');
      return { status: answer.statusCode, headers: answer.headers, body: (isJson ? JSON.parse(answer.body) : answer.body) as Body };
    },
  };
}
