import type { BrowserContext } from 'playwright-core';
import type { World } from '../testing/world.ts';
import type { Organisation, Scene } from './organisations.ts';

/** The browser of somebody in an organisation; null: of a stranger. Each is opened once. */
export type Contexts = (organisation: Organisation | null, isArabic: boolean) => Promise<BrowserContext>;

/** Browsers for everybody who is pictured. */
export async function openContexts({ browser, person, likeness }: World, scene: Scene): Promise<Contexts> {
  const storageState = await person.storageState();
  const open = new Map<string, Promise<BrowserContext>>();
  const make = async (organisation: Organisation | null, isArabic: boolean): Promise<BrowserContext> => {
    const language = { locale: isArabic ? 'ar-EG' : 'en-GB', timezoneId: 'Europe/London' };
    if (organisation === null) return browser.newContext(language);
    const context = await browser.newContext({ ...language, storageState });
    const data = { tenant_id: scene.tenantIds[organisation] };
    const answer = await context.request.put(`${likeness.url}/api/session/tenant`, { data, headers: { origin: likeness.url } });
    if (!answer.ok()) throw new Error(`Nobody could go to the organisation "${organisation}": ${answer.status()}`);
    return context;
  };
  return (organisation, isArabic) => {
    const key = `${organisation} ${isArabic}`;
    const context = open.get(key) ?? make(organisation, isArabic);
    open.set(key, context);
    return context;
  };
}
