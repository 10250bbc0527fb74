import fs from 'node:fs';
import path from 'node:path';
import { type LikenessClient, unwrap } from '@likeness/sdk';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientOfContext } from '../testing/client-of-context.ts';
import { waitForRuns } from '../testing/wait-for-runs.ts';
import { world } from '../testing/world.ts';
import { toOneDecimal } from '../testing/to-one-decimal.ts';

const COFFEE = path.join(import.meta.dirname, '../../examples/coffee-survey.csv');
const EMAIL = 'newcomer@example.com';
const PASSWORD = 'a long enough phrase';

let context: BrowserContext;
let page: Page;
/** The newcomer's own session, as their pages ask. */
let client: LikenessClient;

/** What somebody does in the first minute: from signing in to an empty organisation, to the first figure of a first persona. */
export function describeNewcomer(): void {
  beforeAll(async () => {
    const { browser, likeness, person, session } = world();
    const tenantId = unwrap(await session.POST('/api/tenants', { body: { name: 'Beginners', time_zone: 'Europe/London' } })).id;
    const owner = await clientOfContext(person, likeness.url, tenantId);
    const { link } = unwrap(await owner.POST('/api/invitations', { body: { email: EMAIL, role: 'editor' } }));
    const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token');
    context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport: { width: 1280, height: 900 } });
    for (const [address, data] of [['/api/auth/sign-up', { token, name: 'New Comer', password: PASSWORD }], ['/api/invitations/accept', { token }]] as const) {
      const answer = await context.request.post(likeness.url + address, { data, headers: { origin: likeness.url } });
      expect([address, answer.status()]).toEqual([address, expect.toSatisfy((status: number) => status < 300)]);
    }
    // They come back another day.
    await context.clearCookies();
    page = await context.newPage();
  });
  afterAll(() => context.close());

  it('leads from signing in, over a dropped file, to the first figure of a first persona', async () => {
    await page.goto(world().likeness.url);
    await page.getByLabel('E-mail').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    const begunAtMs = performance.now();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Import a file' }).click();
    await drop(COFFEE);
    await page.getByRole('button', { name: 'Import 240 responses', disabled: false }).click();
    const proposal = page.getByRole('button', { name: /^Make it: / }).first();
    await proposal.waitFor();
    const proposed = await page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Make it: / }) }).first().innerText();
    const name = (await proposal.getAttribute('aria-label'))?.replace('Make it: ', '') ?? '';
    await proposal.click();
    const made = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
    await made.getByText(/%/).first().waitFor();
    const seconds = (performance.now() - begunAtMs) / 1000;
    console.log(`From signing in to the first figure: ${seconds.toFixed(1)} s`);
    client = await clientOfContext(context, world().likeness.url);
    await waitForRuns(client);
    const { items } = unwrap(await client.GET('/api/cx-personas', { params: { query: { include: 'figures' } } }));
    expect(items.map((persona) => persona.name)).toEqual([name]);
    const coverage = items[0]?.figures?.coverage;
    // Taken as recognised, each answer is somebody's.
    expect(coverage).toMatchObject({ total_customers: 240 });
    const share = `${toOneDecimal(coverage?.percentage)} %`;
    expect(plain(proposed)).toContain(share);
    await expect.poll(async () => plain(await made.innerText()), { timeout: 15_000 }).toContain(share);
  });

  it('shows the same figure in the gallery, over a reload', async () => {
    await page.goto(`${world().likeness.url}/persona-builder`);
    await page.reload();
    const { items } = unwrap(await client.GET('/api/cx-personas', { params: { query: { include: 'figures' } } }));
    const card = page.getByRole('main').getByRole('listitem').filter({ hasText: items[0]?.name ?? '' }).first();
    await expect.poll(async () => plain(await card.innerText()), { timeout: 15_000 }).toContain(`${toOneDecimal(items[0]?.figures?.coverage.percentage)} %`);
    expect(await page.getByRole('link', { name: 'Import a file' }).count()).toBe(0);
  });
}

/** Text with plain spaces: figures keep their signs with narrow ones. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Drops a file on the page as a person does it with the mouse. */
async function drop(file: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Choose a file' });
  await button.waitFor();
  const files = await page.evaluateHandle(({ name, text }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name, { type: 'text/csv' }));
    return transfer;
  }, { name: path.basename(file), text: fs.readFileSync(file, 'utf8') });
  await button.dispatchEvent('drop', { dataTransfer: files });
}
