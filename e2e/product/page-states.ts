import { type LikenessClient, unwrap } from '@likeness/sdk';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOfContext } from '../testing/client-of-context.ts';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { makeKeyClient } from '../testing/sign-in.ts';
import { world } from '../testing/world.ts';

const RULES = { age: { min: 20, max: 40 }, plan: ['Business'], goals: ['Save time'] };
const FIGURES = '**/api/cx-personas/portfolio';

/** Signed out, loading, failed, expired, empty and too few: each has its place and says what to do next. */
export function describePageStates(): void {
  describe('not signed in', () => {
    describeSignedOut();
  });
  describe('loading and failing', () => {
    describeFailing();
  });
  describe('an empty tenant', () => {
    describeEmptyTenant();
  });
}

function describeSignedOut(): void {
  it('says how to get the link, and tells a wrong password', async () => {
    const stranger = await world().browser.newContext();
    const page = await open(stranger);
    expect(await isShown(page.getByText('one-time sign-in link'))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.getByLabel('E-mail').fill('nobody@example.com');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await isShown(page.getByText('E-mail and password do not fit together.'))).toBe(true);
    await stranger.close();
  });

  it('says that a link was used', async () => {
    const stranger = await world().browser.newContext();
    const page = await stranger.newPage();
    await page.goto(world().likeness.signInLink);
    expect(await isShown(page.getByText('That sign-in link was used already'))).toBe(true);
    await stranger.close();
  });
}

function describeFailing(): void {
  it('shows the shape of the result when the answer takes long', async () => {
    const page = await world().person.newPage();
    const released = Promise.withResolvers<void>();
    await page.route(FIGURES, async (route) => {
      await released.promise;
      await route.continue();
    });
    await page.goto(world().likeness.url);
    expect(await isShown(page.getByRole('status', { name: 'Loading' }))).toBe(true);
    released.resolve();
    expect(await isShown(page.getByRole('article').first())).toBe(true);
    expect(await page.getByRole('status', { name: 'Loading' }).count()).toBe(0);
    await page.close();
  });

  it('says that figures did not load, and loads them on Try again', async () => {
    const page = await world().person.newPage();
    await page.route(FIGURES, (route) => route.abort());
    await page.goto(world().likeness.url);
    expect(await isShown(page.getByRole('heading', { name: 'The server does not answer' }))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.unroute(FIGURES);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await isShown(page.getByRole('article').first())).toBe(true);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });

  it('keeps old figures, and says from when they are', async () => {
    const page = await open(world().person);
    expect(await isShown(page.getByRole('article').first())).toBe(true);
    await page.route(FIGURES, (route) => route.abort());
    await submit(world().client, 1);
    expect(await isShown(page.getByText('The newest figures did not load.'))).toBe(true);
    expect(await page.getByRole('article').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('says that the session has ended', async () => {
    const other = await world().browser.newContext({ storageState: await world().person.storageState() });
    const page = await open(other);
    expect(await isShown(page.getByRole('article').first())).toBe(true);
    await other.clearCookies();
    await submit(world().client, 1);
    expect(await isShown(page.getByText('Your session has ended'))).toBe(true);
    await other.close();
  });
}

function describeEmptyTenant(): void {
  /** The steps follow one another in one tenant, as its first day does. */
  let page: Page;
  /** A program of the tenant. */
  let empty: LikenessClient;

  beforeAll(async () => {
    const { likeness, session, person } = world();
    const tenantId = unwrap(await session.POST('/api/tenants', { body: { name: 'Empty', time_zone: 'UTC' } })).id;
    empty = await makeKeyClient(likeness.url, await clientOfContext(person, likeness.url, tenantId));
    const context = await world().browser.newContext({ storageState: await world().person.storageState(), locale: 'en-GB' });
    page = await context.newPage();
    await context.request.put(`${world().likeness.url}/api/session/tenant`, { data: { tenant_id: tenantId }, headers: { origin: world().likeness.url } });
    await page.goto(world().likeness.url);
  });
  afterAll(async () => page.context().close());

  it('says what a persona is and where to make one', async () => {
    expect(await isShown(page.getByRole('heading', { name: 'No personas yet' }))).toBe(true);
    expect(await page.getByRole('link', { name: 'Try it in the API documentation' }).getAttribute('href')).toBe('/api/docs');
    expect(await page.getByText('Demo data').count()).toBe(0);
    expect(await findViolations(page)).toEqual([]);
  });

  it('shows a new persona by itself, and how to bring responses in', async () => {
    unwrap(await empty.POST('/api/cx-personas', { body: { name: 'First guess', mapping_rules: RULES } }));
    unwrap(await empty.POST('/api/cx-personas', { body: { name: 'Only a name' } }));
    expect(await isShown(page.getByRole('article', { name: 'Only a name' }).getByText('No rules yet'))).toBe(true);
    expect(await isShown(page.getByRole('heading', { name: 'No responses yet' }))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });

  it('shows no figure under ten answers, and "too few to tell" under thirty', async () => {
    const card = page.getByRole('article', { name: 'First guess' });
    await submit(empty, 6);
    expect(await isShown(card.getByText('6 answered so far'))).toBe(true);
    expect(await card.getByText('%').count()).toBe(0);
    await submit(empty, 12);
    expect(await isShown(card.getByText(/18 of 18 match/))).toBe(true);
    expect(await card.getByText('Too few to tell').count()).toBeGreaterThan(0);
    expect(await findViolations(page)).toEqual([]);
  });
}

async function open(context: BrowserContext, address = '/'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(world().likeness.url + address);
  return page;
}

/** Submits responses that fit `RULES`, each of a person of their own. */
async function submit(client: LikenessClient, count: number): Promise<void> {
  const forms = unwrap(await client.GET('/api/forms')).items;
  const id = forms[0]?.id ?? unwrap(await client.POST('/api/forms', { body: { name: 'Survey', fields: [] } })).id;
  const response_data = { age: 30, plan: 'Business', goals: ['Save time'] };
  for (let n = 0; n < count; n++) unwrap(await client.POST('/api/forms/{id}/responses', { params: { path: { id } }, body: { response_data } }));
}
