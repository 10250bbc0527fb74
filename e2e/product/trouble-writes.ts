import { unwrap } from '@likeness/sdk';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { keepPicture } from '../testing/keep-picture.ts';
import { makeCardPersona } from '../testing/make-card-persona.ts';
import { openPage } from '../testing/open-page.ts';
import { REASON, refuse, type RefusedStatus } from '../testing/refuse.ts';
import { world } from '../testing/world.ts';

/** Something that is typed and sent: how, to where, and what the field must still hold after a refusal. */
type Write = {
  name: string;
  address: string;
  method: string;
  to: RegExp;
  typed: string;
  field: (page: Page) => Locator;
  send: (page: Page) => Promise<void>;
  /** Asks the API whether it is stored. */
  isStored: () => Promise<boolean>;
};

const WRITES: Write[] = [
  {
    name: 'a new persona', address: '/persona-builder?create=blank', method: 'POST', to: /^\/api\/cx-personas$/, typed: 'Typed in vain',
    field: (page) => page.getByRole('dialog').getByRole('textbox', { name: /^Name/ }),
    send: (page) => page.getByRole('button', { name: 'Create persona' }).click(),
    isStored: async () => unwrap(await world().client.GET('/api/cx-personas', { params: { query: { search: 'Typed in vain' } } })).items.length === 1,
  },
  {
    name: 'the organisation', address: '/settings/organisation', method: 'PATCH', to: /^\/api\/tenant$/, typed: 'Renamed in trouble',
    field: (page) => page.getByLabel('Name', { exact: true }),
    send: (page) => page.getByRole('button', { name: 'Save' }).click(),
    isStored: async () => unwrap(await world().client.GET('/api/tenant')).name === 'Renamed in trouble',
  },
  {
    name: 'an invitation', address: '/settings/members', method: 'POST', to: /^\/api\/invitations$/, typed: 'typed@example.com',
    field: (page) => page.getByLabel('E-mail'),
    send: (page) => page.getByRole('button', { name: 'Invite' }).click(),
    isStored: async () => unwrap(await world().session.GET('/api/invitations')).items.some(({ email }) => email === 'typed@example.com'),
  },
  {
    name: 'an API key', address: '/settings/keys', method: 'POST', to: /^\/api\/api-keys$/, typed: 'Typed key',
    field: (page) => page.getByLabel('Name', { exact: true }),
    send: async (page) => {
      await page.getByRole('checkbox', { name: 'Read' }).check();
      await page.getByRole('button', { name: 'Make a key' }).click();
    },
    isStored: async () => unwrap(await world().session.GET('/api/api-keys')).items.some(({ name }) => name === 'Typed key'),
  },
];

const SAID: [RefusedStatus, string][] = [
  [403, 'Your role does not allow this'],
  [404, 'It is not there any more'],
  [409, REASON],
  [412, 'Somebody else changed it meanwhile'],
  [413, REASON],
  [429, 'Too many requests'],
  [500, 'It was not done'],
];

/** What is said when something typed is refused. It stays where it was typed, and is stored when the server takes it. */
export function describeRefusedWrites(): void {
  for (const { name, address, method, to, typed, field, send, isStored } of WRITES) {
    it(`${name}: says each refusal, keeps what was typed, and sends it again`, async () => {
      const page = await openPage(address);
      await field(page).fill(typed);
      for (const [status, said] of SAID) {
        const allow = await refuse(page, method, to, status);
        await send(page);
        expect(await isShown(page.getByText(said)), `${status}: ${said}`).toBe(true);
        expect(await field(page).inputValue()).toBe(typed);
        await allow();
      }
      await keepPicture(page, `write-${name}`);
      expect(await findViolations(page)).toEqual([]);
      await send(page);
      await expect.poll(isStored).toBe(true);
    }, 90_000);
  }
  describe('a card', () => {
    describeCard();
  });
}

function describeCard(): void {
  it('is kept in the browser whatever the server says, with the reason where trying again does not help, and stored afterwards', async () => {
    const { id } = await makeCardPersona('Refused card');
    const page = await openPage(`/persona-builder/${id}`);
    for (const [status, said] of [[403, 'Your role does not allow this. Not on the server yet.'], [404, 'It is not there any more.'], [413, REASON], [429, 'Kept in this browser.'], [500, 'Kept in this browser.']] as const) {
      const allow = await refuse(page, 'PATCH', /^\/api\/cx-personas\/\d+$/, status);
      await page.getByRole('textbox', { name: 'Description' }).fill(`Typed at ${status}`);
      expect(await isShown(page.getByText(said)), `${status}: ${said}`).toBe(true);
      await keepPicture(page, `write-card-${status}`);
      await allow();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect.poll(() => descriptionOf(id)).toBe(`Typed at ${status}`);
      await page.getByText('Kept in this browser.').waitFor({ state: 'detached' });
    }
  }, 120_000);

  it('keeps the rules and the note when publishing is refused, says why, and publishes on Try again', async () => {
    const { id } = await makeCardPersona('Refused rules');
    const page = await openPage(`/persona-builder/${id}`);
    await page.getByRole('button', { name: 'More weight for age between 25 and 40' }).click();
    await page.getByRole('button', { name: 'Publish…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Why?' }).fill('A reason of ours');
    for (const [status, said] of [[412, 'do it again'], [413, REASON], [500, 'It was not done']] as const) {
      const allow = await refuse(page, 'PATCH', /^\/api\/cx-personas\/\d+$/, status);
      await dialog.getByRole('button', { name: 'Publish' }).click();
      expect(await isShown(dialog.getByText(said))).toBe(true);
      expect(await dialog.getByRole('textbox', { name: 'Why?' }).inputValue()).toBe('A reason of ours');
      await allow();
    }
    await keepPicture(page, 'write-publish');
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await getPersona(id)).edition).toBe(2);
  }, 90_000);
}

async function getPersona(id: number) {
  return unwrap(await world().client.GET('/api/cx-personas/{id}', { params: { path: { id } } }));
}

async function descriptionOf(id: number): Promise<string> {
  return (await getPersona(id)).description;
}
