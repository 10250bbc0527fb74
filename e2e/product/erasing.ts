import { type LikenessClient, unwrap } from '@likeness/sdk';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientOfContext } from '../testing/client-of-context.ts';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openContext } from '../testing/open-context.ts';
import { waitForRuns } from '../testing/wait-for-runs.ts';
import { world } from '../testing/world.ts';

const NAME = 'Leavers';

let context: BrowserContext;
let page: Page;
let owner: LikenessClient;

/** Deleting everything an organisation holds, beside one that keeps its own. */
export function describeErasing(): void {
  beforeAll(async () => {
    const { likeness, session, person } = world();
    const tenantId = unwrap(await session.POST('/api/tenants', { body: { name: NAME, time_zone: 'UTC' } })).id;
    owner = await clientOfContext(person, likeness.url, tenantId);
    const form = unwrap(await owner.POST('/api/forms', { body: { name: 'Farewell', fields: [{ key: 'town' }] } }));
    for (const [index, town] of ['Oslo', 'Oslo', 'Bonn'].entries()) {
      const body = { response_data: { town }, respondent_key: `leaver-${index % 2}` };
      unwrap(await owner.POST('/api/forms/{id}/responses', { params: { path: { id: form.id } }, body }));
    }
    unwrap(await owner.POST('/api/cx-personas', { body: { name: 'From Oslo', mapping_rules: { town: ['Oslo'] } } }));
    await waitForRuns(owner);
    context = await openContext({ tenantId, height: 900 });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  it('says in numbers what is lost, wants the name, deletes all of it, and leaves the other organisation as it was', async () => {
    const neighbour = await contentsOf(world().session);
    expect(neighbour.responses).toBeGreaterThan(0);
    const lost = await contentsOf(owner);
    expect(lost).toMatchObject({ responses: 3, respondents: 2, personas: 1, forms: 1 });
    await page.goto(`${world().likeness.url}/settings/organisation`);
    await page.getByRole('button', { name: 'Delete all data of this organisation' }).click();
    const dialog = page.getByRole('dialog');
    expect(await isShown(dialog.getByText(/^Lost are 3 responses of 2 named respondents, 1 persona with \d+ days? of history, 1 form and 0 imports\.$/))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByLabel(`Type “${NAME}” to confirm`).fill('leavers');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    expect(await isShown(dialog.getByText('This is not the name.'))).toBe(true);
    expect(await contentsOf(owner)).toEqual(lost);
    await dialog.getByLabel(`Type “${NAME}” to confirm`).fill(NAME);
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(new Set(Object.values(await contentsOf(owner)))).toEqual(new Set([0]));
    expect(await contentsOf(world().session)).toEqual(neighbour);
  });

  it('leaves empty pages and the log, over a reload', async () => {
    await page.goto(`${world().likeness.url}/persona-builder`);
    await page.reload();
    expect(await isShown(page.getByRole('link', { name: 'Import a file' }))).toBe(true);
    expect(await page.getByText('From Oslo').count()).toBe(0);
    await page.goto(`${world().likeness.url}/responses`);
    expect(await isShown(page.getByText('No responses yet'))).toBe(true);
    await page.goto(`${world().likeness.url}/settings/audit`);
    expect(await isShown(page.getByRole('rowheader', { name: 'tenant.data_erased' }))).toBe(true);
  });
}

const contentsOf = async (client: LikenessClient) => unwrap(await client.GET('/api/tenant/contents'));
