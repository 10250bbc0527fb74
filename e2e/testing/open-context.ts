import type { BrowserContext } from 'playwright-core';
import { world } from './world.ts';

export type ContextOptions = {
  colorScheme?: 'light' | 'dark';
  language?: 'en' | 'ar';
  width?: number;
  height?: number;
  /** An organisation of the person other than the one at hand. */
  tenantId?: number;
};

/**
 * A browser of its own for the person of the world, so that what is chosen, typed or broken there stays there. Whoever
 * opens it closes it.
 */
export async function openContext({ colorScheme = 'light', language = 'en', width = 1280, height = 800, tenantId }: ContextOptions = {}): Promise<BrowserContext> {
  const { browser, person, likeness } = world();
  const { cookies } = await person.storageState();
  const localStorage = [{ name: 'likeness.language', value: language }];
  const context = await browser.newContext({
    storageState: { cookies, origins: [{ origin: likeness.url, localStorage }] }, colorScheme, viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/London',
  });
  if (tenantId !== undefined) await enterTenant(context, tenantId);
  return context;
}

/** Makes the browser's session work in this organisation. */
async function enterTenant(context: BrowserContext, tenantId: number): Promise<void> {
  const { url } = world().likeness;
  const answer = await context.request.put(`${url}/api/session/tenant`, { data: { tenant_id: tenantId }, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`The session did not enter organisation ${tenantId}: ${answer.status()}`);
}
