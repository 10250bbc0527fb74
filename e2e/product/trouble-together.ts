import { unwrap } from '@likeness/sdk';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { keepPicture } from '../testing/keep-picture.ts';
import { makeCardPersona } from '../testing/make-card-persona.ts';
import { openPage } from '../testing/open-page.ts';
import { world } from '../testing/world.ts';

/** Two people at the same thing, and what is done by mistake. */
export function describeTogether(): void {
  describe('two people edit the same persona', () => {
    describeConflict();
  });
  describe('undo', () => {
    describeUndo();
  });
}

function describeConflict(): void {
  it('keep mine: what is typed here is stored', async () => {
    const { id, page } = await openConflict('Keep mine');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => cardOf(id)).toContain('Typed here');
    expect(await cardOf(id)).not.toContain('Typed there');
  });

  it('take theirs: what is typed there is shown, and undo brings mine back', async () => {
    const { id, page } = await openConflict('Take theirs');
    expect(await findViolations(page)).toEqual([]);
    await keepPicture(page, 'conflict');
    await page.getByRole('dialog').getByRole('button', { name: 'Take theirs' }).click();
    const claim = page.getByRole('textbox', { name: 'Claim' });
    await expect.poll(() => claim.inputValue()).toBe('Typed there');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await claim.inputValue()).toBe('Typed here');
    await expect.poll(() => cardOf(id)).toContain('Typed here');
  });

  it('both: what each typed in another part is stored without a question', async () => {
    const { id } = await makeCardPersona('Both');
    const page = await openPage(`/persona-builder/${id}`);
    await page.getByRole('textbox', { name: 'Claim' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'Description' }).fill('Typed here');
    await storeTheirs(id);
    await page.context().setOffline(false);
    await expect.poll(async () => JSON.stringify(await getPersona(id))).toMatch(/Typed here.*Typed there|Typed there.*Typed here/);
    await expect.poll(() => page.getByRole('textbox', { name: 'Claim' }).inputValue()).toBe('Typed there');
    expect(await page.getByRole('button', { name: 'See the difference' }).count()).toBe(0);
  });
}

function describeUndo(): void {
  it('takes an archived persona back from its message', async () => {
    const { id } = await makeCardPersona('Archived by mistake');
    const page = await openPage('/persona-builder?q=archived+by+mistake');
    await page.getByRole('button', { name: 'What can be done with Archived by mistake', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    await expect.poll(async () => (await getPersona(id)).status).toBe('archived');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await keepPicture(page, 'undo-archive');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await getPersona(id)).status).toBe('draft');
    expect(await isShown(page.getByText('Undone'))).toBe(true);
  });

  it('takes a removed section back from its message', async () => {
    const { id } = await makeCardPersona('Section gone');
    const page = await openPage(`/persona-builder/${id}`);
    await page.getByRole('button', { name: 'More for the section Wishes' }).click();
    await page.getByRole('menuitem', { name: 'Remove section' }).click();
    await expect.poll(() => cardOf(id)).not.toContain('First');
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(() => cardOf(id)).toContain('First');
  });

  it('says before erasing that there is no way back, and offers none afterwards', async () => {
    const form = unwrap(await world().client.GET('/api/forms')).items[0]?.id ?? 0;
    unwrap(await world().client.POST('/api/forms/{id}/responses', { params: { path: { id: form } }, body: { response_data: { age: 40 }, respondent_key: 'gone-for-good' } }));
    const person = unwrap(await world().client.GET('/api/respondents', { params: { query: { key_contains: 'gone-for-good' } } })).items[0];
    const page = await openPage(`/respondents/${person?.id}`);
    await page.getByRole('button', { name: 'Erase this person' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('This cannot be undone.');
    await keepPicture(page, 'erase');
    await dialog.getByRole('button', { name: 'Erase' }).click();
    expect(await isShown(page.getByRole('heading', { name: 'Erased', exact: true }))).toBe(true);
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });
}

/** A page whose claim was changed here and on the server, with the two versions side by side. */
async function openConflict(name: string): Promise<{ id: number; page: Page }> {
  const { id } = await makeCardPersona(name);
  const page = await openPage(`/persona-builder/${id}`);
  await page.getByRole('textbox', { name: 'Claim' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('textbox', { name: 'Claim' }).fill('Typed here');
  await storeTheirs(id);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'See the difference' }).click();
  expect(await page.getByRole('dialog').innerText()).toMatch(/Typed here[\s\S]*Typed there/);
  return { id, page };
}

async function storeTheirs(id: number): Promise<void> {
  const { revision, card } = await getPersona(id);
  const theirs: unknown = JSON.parse(JSON.stringify(card).replace('First', 'Typed there'));
  unwrap(await world().client.PATCH('/api/cx-personas/{id}', { params: { path: { id }, header: { 'if-match': `"${revision}"` } }, body: { card: theirs } as never }));
}

async function getPersona(id: number) {
  return unwrap(await world().client.GET('/api/cx-personas/{id}', { params: { path: { id } } }));
}

async function cardOf(id: number): Promise<string> {
  return JSON.stringify((await getPersona(id)).card);
}
