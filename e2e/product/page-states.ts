import { type LikenessClient, unwrap } from '@likeness/sdk';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOfContext } from '../testing/client-of-context.ts';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { makeKeyClient } from '../testing/sign-in.ts';
import { openContext } from '../testing/open-context.ts';
import { openPage } from '../testing/open-page.ts';
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
    const page = await stranger.newPage();
    await page.goto(world().likeness.url);
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
    const released = Promise.withResolvers<void>();
    const late = async (route: Route): Promise<void> => {
      await released.promise;
      await route.continue();
    };
    const page = await openPage('/', { before: (opened) => opened.route(FIGURES, late) });
    expect(await isShown(page.getByRole('status', { name: 'Loading' }))).toBe(true);
    released.resolve();
    expect(await isShown(page.getByRole('article').first())).toBe(true);
    expect(await page.getByRole('status', { name: 'Loading' }).count()).toBe(0);
  });

  it('says that figures did not load, and loads them on Try again', async () => {
    const page = await openPage('/', { before: (opened) => opened.route(FIGURES, (route) => route.abort()) });
    expect(await isShown(page.getByRole('heading', { name: 'The server does not answer' }))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.unroute(FIGURES);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await isShown(page.getByRole('article').first())).toBe(true);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('keeps old figures, and says from when they are', async () => {
    const page = await openPage('/');
    expect(await isShown(page.getByRole('article').first())).toBe(true);
    await page.route(FIGURES, (route) => route.abort());
    await submit(world().client, 1);
    expect(await isShown(page.getByText('The newest figures did not load.'))).toBe(true);
    expect(await page.getByRole('article').count()).toBeGreaterThan(0);
  });

  it('says that the session has ended', async () => {
    const page = await openPage('/');
    expect(await isShown(page.getByRole('article').first())).toBe(true);
    await page.context().clearCookies();
    await submit(world().client, 1);
    expect(await isShown(page.getByText('Your session has ended'))).toBe(true);
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
    page = await (await openContext({ tenantId })).newPage();
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

/** Submits responses that fit `RULES`, each of a person of their own. */
async function submit(client: LikenessClient, count: number): Promise<void> {
  const forms = unwrap(await client.GET('/api/forms')).items;
  const id = forms[0]?.id ?? unwrap(await client.POST('/api/forms', { body: { name: 'Survey', fields: [] } })).id;
  const response_data = { age: 30, plan: 'Business', goals: ['Save time'] };
  for (let n = 0; n < count; n++) unwrap(await client.POST('/api/forms/{id}/responses', { params: { path: { id } }, body: { response_data } }));
}
