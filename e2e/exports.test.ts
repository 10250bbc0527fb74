import fs from 'node:fs';
import { unwrap } from '@likeness/sdk';
import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from './testing/find-violations.ts';
import { openPage } from './testing/open-page.ts';
import { closeWorld, openWorld, world } from './testing/world.ts';

/** What is taken away is downloaded for real and opened. */
beforeAll(openWorld, 150_000);
afterAll(closeWorld);

async function firstPersona() {
  const [persona] = unwrap(await world().client.GET('/api/cx-personas')).items;
  if (persona === undefined) throw new Error('The demo has personas.');
  return persona;
}

/** Does what starts a download, and answers the file with its name. */
async function download(page: Page, start: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const arriving = page.waitForEvent('download');
  await start();
  const file = await arriving;
  return { name: file.suggestedFilename(), bytes: fs.readFileSync(await file.path()) };
}

const choose = (page: Page, item: string) => async (): Promise<void> => {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

/** Width and height of a PNG, from its head. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
const linesOf = (csv: Buffer): string[] => csv.toString('utf8').replace('\uFEFF', '').trimEnd().split('\r\n');

describe('a page', () => {
  it.each([
    ['the card', (id: number) => `/persona-builder/${id}?tab=canvas`, 1],
    ['the dashboard', (id: number) => `/persona-builder/${id}?tab=analytics`, 3],
    ['the portfolio', () => '/portfolio', 2],
  ])('%s is a picture and a PDF of A4 pages', async (_name, addressOf, atLeastPages) => {
    const { id } = await firstPersona();
    const page = await openPage(addressOf(id));
    const shown = page.locator('[data-export-page]');
    await shown.waitFor();
    await page.waitForLoadState('networkidle');
    const box = await shown.boundingBox();
    const picture = await download(page, choose(page, 'Picture (PNG)'));
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = sizeOf(picture.bytes);
    expect(width).toBeGreaterThanOrEqual(2 * Math.floor(box?.width ?? Infinity));
    expect(height).toBeGreaterThan(400);
    expect(picture.name).toMatch(/\d{4}-\d\d-\d\d\.png$/);
    const pdf = await download(page, choose(page, 'Pages (PDF, A4)'));
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(pdf.bytes)).toBeGreaterThanOrEqual(atLeastPages);
  });

  it('opens its menu by keyboard, without violations in light, dark and Arabic', async () => {
    for (const options of [{}, { colorScheme: 'dark' }, { language: 'ar' }] as const) {
      const page = await openPage('/portfolio', options);
      const button = page.getByRole('button', { name: 'language' in options ? 'تصدير' : 'Export', exact: true });
      await page.locator('[data-export-page]').waitFor();
      await button.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem').first().waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('menuitem').first().waitFor({ state: 'hidden' });
    }
  });
});

describe('a table', () => {
  it('that is read page by page comes whole, as CSV and as a workbook, as the API says', async () => {
    const page = await openPage('/responses?q=London');
    await page.getByRole('link', { name: /^Response / }).first().waitFor();
    const csv = linesOf((await download(page, () => page.getByRole('button', { name: 'Export CSV' }).click())).bytes);
    const workbook = await download(page, () => page.getByRole('button', { name: 'Export Excel' }).click());
    const [sheet] = await readXlsxFile(workbook.bytes);
    const ids: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const found = unwrap(await world().client.GET('/api/responses', { params: { query: { text: 'London', limit: 100, ...(cursor !== undefined && { cursor }) } } }));
      ids.push(...found.items.map(({ id }) => id));
      cursor = found.next_cursor;
    }
    expect(ids.length).toBeGreaterThan(100);
    expect(csv.slice(1).map((line) => Number(line.split(',')[0])).toSorted()).toEqual(ids.toSorted());
    expect(sheet?.data.slice(1).map(([id]) => id).toSorted()).toEqual(ids.toSorted());
    expect(sheet?.data[0]?.[0]).toBe('response_id');
    expect(sheet?.data[1]?.some((cell) => cell instanceof Date)).toBe(true);
  });

  it('that is wholly on the page is the same in both formats', async () => {
    const { id } = await firstPersona();
    const page = await openPage(`/persona-builder/${id}?tab=analytics`);
    const card = page.getByRole('region', { name: 'Which rules carry, which keep people out' });
    const csv = linesOf((await download(page, () => card.getByRole('button', { name: 'Export CSV' }).click())).bytes);
    const [sheet] = await readXlsxFile((await download(page, () => card.getByRole('button', { name: 'Export Excel' }).click())).bytes);
    expect(sheet?.data.length).toBe(csv.length);
    expect(sheet?.data[0]?.join(',')).toBe(csv[0]);
  });

  it('says why when it is refused, and keeps no file', async () => {
    const page = await openPage('/runs', { before: (opened) => opened.route('**/api/exports/**', (route) => route.fulfill({ status: 413, contentType: 'application/problem+json', body: '{"type":"x","title":"It is larger than the limit","status":413,"code":"too_large","detail":"As Excel at most 500000 cells."}' })) });
    await page.getByRole('button', { name: 'Export Excel' }).click();
    await page.getByText('As Excel at most 500000 cells.').waitFor();
    expect(await page.getByRole('button', { name: 'Export Excel' }).isEnabled()).toBe(true);
  });
});

it('hands personas out as JSON that can be created again, equal in all its parts', async () => {
  const { id, name } = await firstPersona();
  const { client } = world();
  const photo = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const before = unwrap(await client.GET('/api/cx-personas/{id}', { params: { path: { id } } }));
  unwrap(await client.PATCH('/api/cx-personas/{id}', { params: { path: { id }, header: { 'if-match': `"${before.revision}"` } }, body: { tags: ['taken away'], card: { ...before.card, photo } as never } }));
  const page = await openPage(`/persona-builder/${id}?tab=canvas`);
  const { bytes, name: fileName } = await download(page, choose(page, 'Persona (JSON)'));
  expect(fileName).toBe(`${name}.json`);
  const { personas } = JSON.parse(bytes.toString('utf8')) as { personas: Record<string, unknown>[] };
  const [taken] = personas;
  const made = unwrap(await client.POST('/api/cx-personas', { body: { ...taken, name: 'Taken away' } as never })) as { id: number };
  const again = unwrap(await client.GET('/api/exports/personas', { params: { query: { persona_ids: String(made.id) } } })).personas;
  expect(again).toEqual([{ ...taken, name: 'Taken away' }]);
  expect(taken).toMatchObject({ tags: ['taken away'], card: { photo } });
});
