import type { Page } from 'playwright-core';

/** What a server may answer instead of what was asked for, and the code that goes with it. */
export const REFUSALS = {
  403: 'not_allowed', 404: 'not_found', 409: 'conflict', 412: 'edited_meanwhile', 413: 'too_large', 429: 'too_many_requests', 500: 'internal',
} as const;

export type RefusedStatus = keyof typeof REFUSALS;

/** A server's own reason, which a page shows where the reason is the caller's business. */
export const REASON = 'The reason that the server gives.';

/**
 * Lets the server refuse these requests until the answered function is called. The page gets a problem as the API writes it.
 */
export async function refuse(page: Page, method: string, address: RegExp, status: RefusedStatus): Promise<() => Promise<void>> {
  const isMeant = (url: URL): boolean => address.test(url.pathname);
  const code = REFUSALS[status];
  const body = JSON.stringify({ type: code, title: code, status, code, detail: REASON, request_id: 'req-77' });
  await page.route(isMeant, async (route) => {
    if (route.request().method() === method) await route.fulfill({ status, contentType: 'application/problem+json', body });
    else await route.fallback();
  });
  return () => page.unroute(isMeant);
}
