import { type LikenessClient, unwrap } from '@likeness/sdk';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOfContext } from '../testing/client-of-context.ts';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openContext } from '../testing/open-context.ts';
import { world } from '../testing/world.ts';

const SECTIONS = ['organisation', 'metrics', 'fields', 'dictionary', 'sync', 'members', 'keys', 'audit'];

let context: BrowserContext;
let page: Page;
/** The owner of the organisation, through the SDK. */
let owner: LikenessClient;

/** Settings in an organisation of their own, so that other tests keep theirs. */
export function describeSettings(): void {
  beforeAll(async () => {
    const { likeness, session, person } = world();
    const tenantId = unwrap(await session.POST('/api/tenants', { body: { name: 'Settled', time_zone: 'UTC' } })).id;
    owner = await clientOfContext(person, likeness.url, tenantId);
    const fields = [{ key: 'town', label: 'Where do you live?' }];
    const form = unwrap(await owner.POST('/api/forms', { body: { name: 'Places', fields } }));
    for (const town of ['New York', 'New York', 'new-york', 'Oslo']) {
      unwrap(await owner.POST('/api/forms/{id}/responses', { params: { path: { id: form.id } }, body: { response_data: { town } } }));
    }
    unwrap(await owner.POST('/api/attributes', { body: { name: 'town' } }));
    unwrap(await owner.POST('/api/cx-personas', { body: { name: 'Townsfolk', mapping_rules: { town: ['Oslo'] } } }));
    context = await openContext({ tenantId, height: 900 });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  describe('each section', () => {
    describeSections();
  });
  describe('the organisation and its data', () => {
    describeData();
  });
  describe('who may come in, and what they did', () => {
    describeAccess();
  });
}

async function open(section: string): Promise<void> {
  await page.goto(`${world().likeness.url}/settings/${section}`);
  await page.getByRole('tab', { selected: true }).waitFor();
  await page.getByRole('region').first().waitFor();
}

function describeSections(): void {
  for (const section of SECTIONS) {
    it(`has no axe violation, on a phone neither: ${section}`, async () => {
      await open(section);
      expect(await findViolations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 900 });
    });
  }
}

function describeData(): void {
  it('renames the organisation', async () => {
    await open('organisation');
    await page.getByLabel('Name', { exact: true }).fill('Settled well');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => unwrap(await owner.GET('/api/tenant')).name).toBe('Settled well');
  });

  it('moves the thresholds, says what that changes, and refuses what makes no sense', async () => {
    await open('metrics');
    await page.getByLabel('A match from').fill('90');
    expect(await isShown(page.getByText('a match begins below strong'))).toBe(true);
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await page.getByLabel('A match from').fill('40');
    expect(await isShown(page.getByText(/It was 50 and 70/))).toBe(true);
    expect(unwrap(await owner.POST('/api/tenant/bands-preview', { body: { moderate: 40, strong: 70 } })).items[0]).toMatchObject({ persona_name: 'Townsfolk', after: { strong: 1, moderate: 0, weak: 3 } });
    expect(await isShown(page.getByRole('rowheader', { name: 'Townsfolk' }))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => unwrap(await owner.GET('/api/tenant')).settings.bands).toEqual({ moderate: 40, strong: 70 });
  });

  it('changes how a field is read', async () => {
    await open('fields');
    await page.getByRole('button', { name: 'Change town' }).click();
    await page.getByRole('dialog').getByLabel('Type').selectOption({ label: 'One choice' });
    await page.getByRole('dialog').getByLabel('Means no answer').fill('NA, n/a');
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => unwrap(await owner.GET('/api/forms')).items[0]?.fields[0]).toMatchObject({ type: 'choice', missing: ['NA', 'n/a'] });
  });

  it('suggests spellings that the data hold, and groups them', async () => {
    await open('dictionary');
    await page.getByRole('button', { name: 'Change town' }).click();
    await page.getByRole('button', { name: 'Group the spellings of New York' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => unwrap(await owner.GET('/api/attributes')).items[0]?.synonyms).toEqual({ 'new-york': 'New York' });
  });

  it('deletes a form with its responses, once its name is typed', async () => {
    const form = unwrap(await owner.POST('/api/forms', { body: { name: 'Thrown away' } }));
    unwrap(await owner.POST('/api/forms/{id}/responses', { params: { path: { id: form.id } }, body: { response_data: { town: 'Bonn' } } }));
    await open('organisation');
    await page.getByRole('combobox', { name: 'A form with all its responses' }).click();
    await page.getByRole('option', { name: 'Thrown away' }).click();
    await page.getByRole('button', { name: 'Delete the form' }).click();
    expect(await isShown(page.getByText(/^1 responses? (is|are) deleted/))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete for good' }).click();
    expect(await isShown(page.getByText('This is not the name.'))).toBe(true);
    await page.getByLabel('Type “Thrown away” to confirm').fill('Thrown away');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect.poll(async () => unwrap(await owner.GET('/api/forms')).items.map(({ name }) => name)).toEqual(['Places']);
  });

  it('turns the nightly sync of a persona off', async () => {
    await open('sync');
    await page.getByRole('checkbox', { name: 'Sync Townsfolk every night' }).click();
    await expect.poll(async () => unwrap(await owner.GET('/api/cx-personas')).items[0]?.sync_config.auto_sync).toBe(false);
  });
}

function describeAccess(): void {
  it('invites by a link that is shown once, and takes it back', async () => {
    await open('members');
    await page.getByLabel('E-mail').fill('ann@example.com');
    await page.getByRole('button', { name: 'Invite' }).click();
    expect(await isShown(page.getByText(/\/invitation#token=/))).toBe(true);
    await page.reload();
    await page.getByRole('button', { name: 'Take back the invitation of ann@example.com' }).click();
    expect(await isShown(page.getByText('No open invitations.'))).toBe(true);
  });

  it('makes a key whose secret works and is shown once, and revokes it', async () => {
    await open('keys');
    await page.getByLabel('Name', { exact: true }).fill('Reader');
    await page.getByRole('checkbox', { name: 'Read' }).check();
    await page.getByRole('button', { name: 'Make a key' }).click();
    const secret = await page.getByRole('status').locator('code').innerText();
    const ask = async (): Promise<number> => (await fetch(`${world().likeness.url}/api/forms`, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect(await ask()).toBe(200);
    await page.reload();
    await page.getByRole('button', { name: 'Revoke Reader' }).click();
    expect(await page.getByText(secret).count()).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    expect(await isShown(page.getByText('Revoked', { exact: true }))).toBe(true);
    expect(await ask()).toBe(401);
  });

  it('tells who changed what, narrowed by the address', async () => {
    await open('audit');
    await page.getByLabel('What the log is narrowed to').selectOption({ label: 'API keys' });
    await page.waitForURL(/subject=api-key/);
    expect(await isShown(page.getByRole('rowheader', { name: 'api-key.revoked' }))).toBe(true);
    expect(await page.getByRole('rowheader', { name: 'tenant.changed' }).count()).toBe(0);
  });
}
