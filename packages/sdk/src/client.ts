import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './generated/api-types.ts';
import { LikenessError } from './likeness-error.ts';

/**
 * `baseUrl` as `https://likeness.example.com`; empty in a browser on the same site.
 * `apiKey` for programs; without one the browser's session cookie is used. `tenantId` for a person in several tenants.
 */
export type ClientOptions = {
  baseUrl?: string;
  apiKey?: string;
  tenantId?: number;
  fetch?: (request: Request) => Promise<Response>;
};

export type LikenessClient = Client<paths>;

/**
 * A typed client of the HTTP API: paths, parameters, bodies and answers are checked by the compiler.
 *
 * A refused request gives `error` (a problem document) as openapi-fetch does; `unwrap` turns it into an exception.
 *
 * @example
 * const likeness = createClient({ baseUrl: 'http://localhost:5000', apiKey });
 * const page = unwrap(await likeness.GET('/api/cx-personas', { params: { query: { limit: 10 } } }));
 */
export function createClient(options: ClientOptions = {}): LikenessClient {
  const client = createFetchClient<paths>({
    baseUrl: options.baseUrl ?? '',
    credentials: 'same-origin',
    ...(options.fetch && { fetch: options.fetch }),
  });
  client.use(identify(options));
  return client;
}

function identify({ apiKey, tenantId }: ClientOptions): Middleware {
  return {
    onRequest({ request }) {
      if (apiKey !== undefined) request.headers.set('authorization', `Bearer ${apiKey}`);
      if (tenantId !== undefined) request.headers.set('likeness-tenant', String(tenantId));
      return request;
    },
  };
}

/**
 * The data of an answer; throws `LikenessError` with code, status and places when it was refused.
 *
 * @example unwrap(await likeness.GET('/api/tenant')).name
 */
export function unwrap<T>(result: { data?: T; error?: unknown; response: Response }): T {
  if (result.error !== undefined) throw new LikenessError(result.error, result.response.status);
  // 204 has no data, and its type says so.
  return result.data as T;
}

export type Schemas = components['schemas'];
