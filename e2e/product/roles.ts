import { type LikenessClient, unwrap } from '@likeness/sdk';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { joinAs, type Member } from '../testing/join-as.ts';
import { keepPicture } from '../testing/keep-picture.ts';
import { makeCardPersona } from '../testing/make-card-persona.ts';
import { world } from '../testing/world.ts';

const ROLES = ['viewer', 'editor', 'owner'] as const;
type Role = (typeof ROLES)[number];
type Ids = { persona: number; scored: number; respondent: number };

/** Something that is done on a page: from which role on, how it shows that one may, and what the API says to the same. */
type Action = {
  name: string;
  from: 'editor' | 'owner';
  address: (ids: Ids) => string;
  /** There when the page is. */
  ready: (page: Page) => Locator;
  control: (page: Page) => Locator;
  /** The same over the API with nothing in it, or about something that does not exist: nobody changes anything by asking. */
  ask: (client: LikenessClient) => Promise<{ response: Response }>;
};

const NOWHERE = 987_654_321;
const by = (role: Parameters<Page['getByRole']>[0], name: string | RegExp) => (page: Page): Locator => page.getByRole(role, { name });
const heading = (name: string): ((page: Page) => Locator) => by('heading', name);
const params = { path: { id: NOWHERE } };

const ACTIONS: Action[] = [
  {
    name: 'make a persona', from: 'editor', address: () => '/persona-builder', ready: by('article', /^Olivia/), control: by('button', 'New persona'),
    ask: (client) => client.POST('/api/cx-personas', { body: {} as never }),
  },
  {
    name: 'change a card', from: 'editor', address: ({ persona }) => `/persona-builder/${persona}`, ready: by('heading', 'Mapping rules'), control: by('button', 'Section'),
    ask: (client) => client.PATCH('/api/cx-personas/{id}', { params: { ...params, header: { 'if-match': '"1"' } }, body: { description: 'x' } }),
  },
  {
    name: 'publish rules', from: 'editor', address: ({ persona }) => `/persona-builder/${persona}`, ready: by('heading', 'Mapping rules'), control: by('button', 'Rule'),
    ask: (client) => client.PATCH('/api/cx-personas/{id}', { params: { ...params, header: { 'if-match': '"1"' } }, body: { mapping_rules: {} } }),
  },
  {
    name: 'sync', from: 'editor', address: ({ scored }) => `/persona-builder/${scored}?tab=analytics`, ready: by('region', 'Verdict'), control: by('button', 'Sync Now'),
    ask: (client) => client.POST('/api/cx-personas/{id}/sync', { params }),
  },
  {
    name: 'import a file', from: 'editor', address: () => '/imports', ready: by('heading', /./), control: by('link', 'Import a file'),
    ask: (client) => client.POST('/api/imports/{id}/undo', { params }),
  },
  {
    name: 'erase a person', from: 'editor', address: ({ respondent }) => `/respondents/${respondent}`, ready: by('region', 'How their personas changed'), control: by('button', 'Erase this person'),
    ask: (client) => client.DELETE('/api/respondents/{id}', { params }),
  },
  {
    name: 'rename the organisation', from: 'owner', address: () => '/settings/organisation', ready: heading('Organisation'), control: (page) => page.getByLabel('Name', { exact: true }),
    ask: (client) => client.PATCH('/api/tenant', { body: {} }),
  },
  {
    name: 'move the thresholds', from: 'owner', address: () => '/settings/metrics', ready: (page) => page.getByLabel('A match from'), control: (page) => page.getByLabel('A match from'),
    ask: (client) => client.PATCH('/api/tenant', { body: {} }),
  },
  {
    name: 'invite somebody', from: 'owner', address: () => '/settings/members', ready: by('table', /Members/), control: (page) => page.getByLabel('E-mail'),
    ask: (client) => client.POST('/api/invitations', { body: {} as never }),
  },
  {
    name: 'make an API key', from: 'owner', address: () => '/settings/keys', ready: by('main', ''), control: (page) => page.getByLabel('Name', { exact: true }),
    ask: (client) => client.POST('/api/api-keys', { body: {} as never }),
  },
  {
    name: 'read the audit log', from: 'owner', address: () => '/settings/audit', ready: by('main', ''), control: by('table', /./),
    ask: (client) => client.GET('/api/audit-log'),
  },
];

const SEEN = ['/persona-builder', '/portfolio', '/responses', '/imports', '/runs', '/settings/organisation', '/settings/metrics', '/settings/fields', '/settings/dictionary', '/settings/sync', '/settings/members'];

let members: Record<Role, Member>;
let ids: Ids;

/** What each role can do: the pages offer it, and the API allows it, to the same people. */
export function describeRoles(): void {
  beforeAll(async () => {
    members = { viewer: await joinAs('viewer'), editor: await joinAs('editor'), owner: await joinAs('owner') };
    const { client } = world();
    const scored = unwrap(await client.GET('/api/cx-personas')).items.find(({ name }) => name.startsWith('Olivia'))?.id ?? 0;
    const respondent = unwrap(await client.GET('/api/respondents', { params: { query: { limit: 1 } } })).items[0]?.id ?? 0;
    ids = { persona: (await makeCardPersona('Looked at')).id, scored, respondent };
  }, 60_000);
  afterAll(async () => {
    for (const role of ROLES) await members[role].context.close();
  });
  for (const role of ROLES) {
    describe(`a ${role}`, () => {
      describeActions(role);
    });
  }
  describe('a viewer', () => {
    describeViewer();
  });
}

function describeActions(role: Role): void {
  for (const { name, from, address, ready, control, ask } of ACTIONS) {
    const may = ROLES.indexOf(role) >= ROLES.indexOf(from);
    it(`${may ? 'can' : 'cannot'} ${name}`, async () => {
      const page = await open(role, address(ids));
      await ready(page).first().waitFor();
      await expect.poll(() => isUsable(control(page))).toBe(may);
      const { status } = (await ask(members[role].client)).response;
      expect(status === 403).toBe(!may);
      await page.close();
    });
  }
}

function describeViewer(): void {
  it('sees every page, and asks for nothing that is refused', async () => {
    const page = await open('viewer', '/help');
    const refused: string[] = [];
    const alarmed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
    });
    const personas = [`/persona-builder/${ids.persona}`, `/persona-builder/${ids.scored}?tab=analytics`, `/respondents/${ids.respondent}`];
    for (const address of [...SEEN, ...personas]) {
      await page.goto(world().likeness.url + address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      if ((await page.getByRole('alert').count()) > 0) alarmed.push(address);
    }
    expect({ refused, alarmed }).toEqual({ refused: [], alarmed: [] });
    await page.close();
  }, 120_000);

  it('reads a card, and cannot type into it', async () => {
    const page = await open('viewer', `/persona-builder/${ids.persona}`);
    expect(await isShown(page.getByText('Your role lets you read this persona, not change it.'))).toBe(true);
    expect(await page.locator('main input:not([readonly]):not(:disabled), main textarea:not([readonly]):not(:disabled)').count()).toBe(0);
    await keepPicture(page, 'viewer-canvas');
    expect(await findViolations(page)).toEqual([]);
    await page.close();
  });

  it.each([
    ['/persona-builder?create=blank', 'Ask an owner for the role of an editor.'],
    ['/imports/new', 'Ask an owner for the role of an editor.'],
    ['/settings/keys', 'Only owners of this organisation see this.'],
    ['/settings/audit', 'Only owners of this organisation see this.'],
  ])('is told why by a link to %s', async (address, said) => {
    const page = await open('viewer', address);
    expect(await isShown(page.getByText(said))).toBe(true);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await keepPicture(page, `viewer${address}`);
    expect(await findViolations(page)).toEqual([]);
    await page.close();
  });

  it('has no key for what it may not do', async () => {
    const page = await open('viewer', '/persona-builder');
    await page.getByRole('article').first().waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('Go to Imports').waitFor();
    expect(await sheet.getByText('New persona').count()).toBe(0);
    await page.close();
  });
}

async function isUsable(control: Locator): Promise<boolean> {
  return (await control.count()) > 0 && (await control.first().isEnabled());
}

async function open(role: Role, address: string): Promise<Page> {
  const page = await members[role].context.newPage();
  await page.goto(world().likeness.url + address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
