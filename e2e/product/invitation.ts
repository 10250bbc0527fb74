import { unwrap } from '@likeness/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { world } from '../testing/world.ts';

const EMAIL = 'new.colleague@example.com';

/** An invitation link in the browser of somebody new. */
export function describeInvitation(): void {
  let stranger: BrowserContext;
  let page: Page;
  let link: string;

  beforeAll(async () => {
    stranger = await world().browser.newContext();
    page = await stranger.newPage();
    link = unwrap(await world().session.POST('/api/invitations', { body: { email: EMAIL, role: 'viewer' } })).link;
  });
  afterAll(() => stranger.close());

  it('lets in with a name and a password, as a member with the role it says, and works once', async () => {
    await page.goto(link);
    expect(await isShown(page.getByRole('heading', { name: 'You are invited' }))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.getByLabel('Your name').fill('New Colleague');
    await page.getByLabel('Choose a password').fill('a long enough phrase');
    await page.getByRole('button', { name: 'Join' }).click();
    expect(await isShown(page.getByRole('heading', { name: 'Personas', exact: true }))).toBe(true);
    const { items } = unwrap(await world().session.GET('/api/members'));
    expect(items.find((member) => member.email === EMAIL)).toMatchObject({ name: 'New Colleague', role: 'viewer' });
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('button', { name: 'Join' }).click();
    expect(await isShown(page.getByText('This invitation is not open to you'))).toBe(true);
  });
}
