import { createClient, type LikenessClient } from '@likeness/sdk';
import type { BrowserContext } from 'playwright-core';

/** A client with the session of a browser, as the page itself would call the API, in one of the person's tenants. */
export async function clientOfContext(context: BrowserContext, baseUrl: string, tenantId?: number): Promise<LikenessClient> {
  const cookies = (await context.cookies(baseUrl)).map(({ name, value }) => `${name}=${value}`).join('; ');
  return createClient({
    baseUrl,
    ...(tenantId !== undefined && { tenantId }),
    fetch: (request) => {
      request.headers.set('cookie', cookies);
      return fetch(request);
    },
  });
}
