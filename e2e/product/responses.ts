import { unwrap } from '@likeness/sdk';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openPage, type PageOptions } from '../testing/open-page.ts';
import { world } from '../testing/world.ts';

/** Responses and the people behind them: found, explained, erased. */
export function describeResponses(): void {
  describe('the list', () => {
    describeList();
  });
  describe('one response and one person', () => {
    describePeople();
  });
  describe('accessibility', () => {
    describeAccessibility();
  });
}

function describeList(): void {
  it('keeps its filters in the address, and shows what the API answers to them', async () => {
    const page = await open('/responses');
    const persona = unwrap(await world().client.GET('/api/cx-personas')).items[0];
    await page.getByRole('combobox', { name: 'Persona' }).click();
    await page.getByRole('option', { name: persona?.name ?? '?' }).click();
    await page.getByRole('combobox', { name: 'Band' }).click();
    await page.getByRole('option', { name: 'Strong' }).click();
    const query = { persona_id: persona?.id ?? 0, band: 'strong' as const, limit: 5 };
    const { items } = unwrap(await world().client.GET('/api/responses', { params: { query } }));
    expect(await isShown(page.getByRole('region', { name: 'Responses that fit the filters' }))).toBe(true);
    expect(await isShown(page.getByRole('link', { name: `Response ${items[0]?.id}`, exact: true }))).toBe(true);
    expect(page.url()).toContain('band=strong');
    await page.reload();
    expect(await isShown(page.getByRole('link', { name: `Response ${items[0]?.id}`, exact: true }))).toBe(true);
  });

  it('draws only what is in sight, however far one scrolls', async () => {
    const page = await open('/responses');
    for (let turn = 0; turn < 6; turn++) {
      await page.mouse.wheel(0, 6000);
      await page.waitForTimeout(250);
    }
    expect(await page.locator('tbody tr[data-index]').count()).toBeLessThan(90);
    expect(Number(await page.locator('tbody tr[data-index]').last().getAttribute('data-index'))).toBeGreaterThan(100);
  });

  it('says which filters to take away when nothing fits them', async () => {
    const page = await open('/responses?q=no%20such%20answer');
    await page.getByRole('link', { name: 'Clear filters' }).click();
    expect(await isShown(page.getByRole('region', { name: 'All responses' }))).toBe(true);
  });
}

function describePeople(): void {
  it('gives the reason of each rule, and follows a person over time', async () => {
    const { items } = unwrap(await world().client.GET('/api/respondents', { params: { query: { limit: 1 } } }));
    const page = await open(`/respondents/${items[0]?.id}`);
    expect(await isShown(page.getByRole('region', { name: 'How their personas changed' }).getByRole('rowheader').first())).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('link', { name: /^Response \d+$/ }).first().click();
    expect(await isShown(page.getByRole('table', { name: /Reasons of the score under/ }).first())).toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });

  it('erases a person after a question, with a receipt', async () => {
    const form = unwrap(await world().client.GET('/api/forms')).items[0]?.id ?? 0;
    const submitted = await world().client.POST('/api/forms/{id}/responses', { params: { path: { id: form } }, body: { response_data: { age: 40 }, respondent_key: 'to-be-erased' } });
    expect(submitted.response.status).toBe(201);
    const person = unwrap(await world().client.GET('/api/respondents', { params: { query: { key_contains: 'BE-ERASED' } } })).items[0];
    const page = await open(`/respondents/${person?.id}`);
    await page.getByRole('button', { name: 'Erase this person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase to-be-erased?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Erase this person' }).click();
    await dialog.getByRole('button', { name: 'Erase' }).click();
    expect(await isShown(page.getByRole('heading', { name: 'Erased', exact: true }))).toBe(true);
    expect((await world().client.GET('/api/respondents/{id}', { params: { path: { id: person?.id ?? 0 } } })).response.status).toBe(404);
  });
}

function describeAccessibility(): void {
  for (const { name, ...options } of [
    { name: 'light, 1280' },
    { name: 'dark, 390', colorScheme: 'dark', width: 390 },
    { name: 'Arabic, 1280', language: 'ar' },
  ] as const) {
    it(`has no axe violation and no sideways scrolling: ${name}`, async () => {
      const page = await open('/responses', options);
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    });
  }
}

async function open(address: string, options: PageOptions = {}): Promise<Page> {
  const page = await openPage(address, options);
  await page.locator('main h1').waitFor();
  await page.locator('main tbody tr, main h2').first().waitFor();
  return page;
}
