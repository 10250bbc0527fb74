import { unwrap } from '@likeness/sdk';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openPage } from '../testing/open-page.ts';
import { world } from '../testing/world.ts';
import { toOneDecimal } from '../testing/to-one-decimal.ts';

/** What is done in the gallery: found, made, copied, put away, taken back and compared; all of it survives a reload. */
export function describeGallery(): void {
  describe('finding and comparing', () => {
    describeFinding();
  });
  describe('making and moving', () => {
    describeMaking();
  });
}

function describeFinding(): void {
  it('finds and orders by the address, and the address is kept', async () => {
    const page = await openPage('/persona-builder');
    await page.getByRole('searchbox', { name: 'Search personas' }).fill('olivia');
    await page.waitForURL(/q=olivia/);
    expect(await page.getByRole('article').count()).toBe(1);
    await page.reload();
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    await page.goto(`${world().likeness.url}/persona-builder?sort=coverage`);
    await page.getByRole('article').first().waitFor();
    const { items } = unwrap(await world().client.GET('/api/cx-personas', { params: { query: { include: 'figures', limit: 100 } } }));
    const byCoverage = items.toSorted((a, b) => (b.figures?.coverage.percentage ?? -1) - (a.figures?.coverage.percentage ?? -1));
    expect(await page.getByRole('article').first().getByRole('heading').textContent()).toBe(byCoverage[0]?.name);
    await page.goto(`${world().likeness.url}/persona-builder?q=nobody+at+all`);
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    expect(await isShown(page.getByRole('article', { name: /^Olivia/ }))).toBe(true);
  });

  it('shows how coverage went, as the API has it', async () => {
    const { items } = unwrap(await world().client.GET('/api/cx-personas', { params: { query: { include: 'figures', limit: 100 } } }));
    const page = await openPage('/persona-builder');
    const olivia = items.find(({ name }) => name.startsWith('Olivia'));
    const solid = olivia?.figures?.trend.filter(({ coverage }) => coverage.total_customers >= 30) ?? [];
    const [first, last] = [solid.at(0), solid.at(-1)].map((week) => `${Math.round(week?.coverage.percentage ?? 0)}\u202f%`);
    const trend = page.getByRole('article', { name: /^Olivia/ }).getByRole('figure', { name: /^Coverage in 12 weeks/ });
    expect(await trend.getAttribute('aria-label')).toMatch(new RegExp(`: ${first} in the week to .*, ${last} in the week to `));
  });

  it('stays in shape with thirty personas and long names', async () => {
    const names = Array.from({ length: 24 }, (_, index) => `Crowd ${index} ${'of Donaudampfschifffahrtsgesellschaftskapitäne '.repeat(index === 0 ? 3 : 1)}`.trim());
    for (const name of names) unwrap(await world().client.POST('/api/cx-personas', { body: { name, status: 'draft', tags: ['a tag that is rather long for a chip'] } }));
    for (const width of [1280, 390]) {
      const page = await openPage('/persona-builder?status=draft', { width });
      await expect.poll(() => page.getByRole('article').count()).toBeGreaterThanOrEqual(24);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const cut = await page.getByRole('article').evaluateAll((cards) => cards.filter((card) => card.scrollWidth > card.clientWidth).length);
      expect(cut).toBe(0);
    }
    for (const name of names) await remove(name);
  }, 60_000);

  it('compares, with figures of the API and differences marked', async () => {
    const { items } = unwrap(await world().client.GET('/api/cx-personas', { params: { query: { include: 'figures', limit: 100 } } }));
    const [olivia, busy] = [items.find(({ name }) => name.startsWith('Olivia')), items.find(({ name }) => name.startsWith('The busy'))];
    const page = await openPage(`/persona-builder?compare=${olivia?.id},${busy?.id}`);
    const coverage = page.getByRole('table', { name: 'Side by side' }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Coverage' }) });
    await coverage.waitFor();
    const text = (await coverage.textContent()) ?? '';
    for (const persona of [olivia, busy]) expect(text).toContain(`${toOneDecimal(persona?.figures?.coverage.percentage)}\u202f%`);
    expect(text).toContain('more');
    expect(await findViolations(page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has no violation in a dialog, %s', async (colorScheme) => {
    const page = await openPage('/persona-builder?create=template', { colorScheme });
    await page.getByText('What it asks, and which of your questions that is').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
}

function describeMaking(): void {
  it('makes a persona from a name, from a template and from JSON', async () => {
    const page = await openPage('/persona-builder');
    await page.getByRole('article').first().waitFor();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: /^Name/ }).fill('Only a name');
    await page.getByRole('button', { name: 'Create persona' }).click();
    expect(await isShown(page.getByRole('heading', { level: 1, name: 'Only a name' }))).toBe(true);

    await page.goto(`${world().likeness.url}/persona-builder?create=template`);
    await page.getByText('What it asks, and which of your questions that is').waitFor();
    await page.getByRole('button', { name: 'Create persona' }).click();
    expect(await isShown(page.getByRole('heading', { level: 1, name: 'Loyal promoter' }))).toBe(true);
    expect((await named('Loyal promoter'))?.rule_count).toBe(3);

    await page.goto(`${world().likeness.url}/persona-builder?create=json`);
    await page.getByLabel('Persona as JSON').fill('{"name": "From JSON", "mapping_rules": {"age": {"minimum": 3}}}');
    await page.getByRole('button', { name: 'Create from JSON' }).click();
    expect(await isShown(page.getByText(/mapping_rules/).filter({ hasNot: page.getByRole('textbox') }))).toBe(true);
    await page.getByLabel('Persona as JSON').fill('{"name": "From JSON", "mapping_rules": {"age": {"min": 30}}}');
    await page.getByRole('button', { name: 'Create from JSON' }).click();
    expect(await isShown(page.getByRole('heading', { level: 1, name: 'From JSON' }))).toBe(true);
    for (const name of ['Only a name', 'Loyal promoter', 'From JSON']) await remove(name);
  });

  it('copies, archives and restores, and takes each back; deletes only when asked twice', async () => {
    unwrap(await world().client.POST('/api/cx-personas', { body: { name: 'To be moved' } }));
    const page = await openPage('/persona-builder?q=to+be+moved');
    await choose(page, 'To be moved', 'Clone');
    expect(await isShown(page.getByText('To be moved is a new draft.'))).toBe(true);
    await page.getByRole('article').nth(1).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.getByRole('article').count()).toBe(1);

    await choose(page, 'To be moved', 'Archive');
    await expect.poll(async () => (await named('To be moved'))?.status).toBe('archived');
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(async () => (await named('To be moved'))?.status).toBe('active');

    await expect.poll(() => page.getByRole('article', { name: 'To be moved' }).getByText('Active', { exact: true }).count()).toBe(1);
    await choose(page, 'To be moved', 'Delete');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect.poll(() => page.getByRole('article').count()).toBe(0);
    expect(await named('To be moved')).toBeUndefined();
  }, 60_000);
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `What can be done with ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function named(name: string) {
  return unwrap(await world().client.GET('/api/cx-personas', { params: { query: { search: name, limit: 100 } } })).items.find((persona) => persona.name === name);
}

async function remove(name: string): Promise<void> {
  const persona = await named(name);
  if (persona === undefined) return;
  await world().client.DELETE('/api/cx-personas/{id}', { params: { path: { id: persona.id }, header: { 'if-match': `"${persona.revision}"` } } });
}
