import fs from 'node:fs';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type LikenessClient, unwrap } from '@likeness/sdk';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOfContext } from '../testing/client-of-context.ts';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openContext } from '../testing/open-context.ts';
import { makeKeyClient } from '../testing/sign-in.ts';
import { world } from '../testing/world.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const COFFEE = path.join(ROOT, 'examples/coffee-survey.csv');
const SHARED = path.join(process.env['LIKENESS_SHARED'] ?? path.join(ROOT, '../shared'), 'data');
const R_SURVEY = path.join(SHARED, 'r-community-survey/2018-english-form-responses.tsv');
const NESTED = path.join(SHARED, 'awkward-exports/StarWars.csv');

let context: BrowserContext;
let page: Page;
/** A program of the same organisation. */
let client: LikenessClient;

/** A person's own file, from the drop to figures and back, in an organisation of its own. */
export function describeImports(): void {
  beforeAll(async () => {
    const { likeness, session, person } = world();
    const tenantId = unwrap(await session.POST('/api/tenants', { body: { name: 'Importers', time_zone: 'Europe/London' } })).id;
    client = await makeKeyClient(likeness.url, await clientOfContext(person, likeness.url, tenantId));
    context = await openContext({ tenantId, height: 900 });
    page = await context.newPage();
  });
  afterAll(() => context.close());
  describe('the columns', () => {
    describeColumns();
  });
  describe('looking and typing', () => {
    describeAccessibility();
  });
  describe('storing', () => {
    describeStoring();
  });
  describe('what was recognised', () => {
    describeRecognition();
  });
}

const url = (address: string): string => `${world().likeness.url}${address}`;
const ready = (count: string): Locator => page.getByRole('button', { name: `Import ${count}`, disabled: false });

async function choose(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto(url('/imports/new'));
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.setInputFiles('input[type=file]', file);
}

function describeColumns(): void {
  it('explains what it saw in a file that is no survey', async () => {
    await choose({ name: 'picture.csv', mimeType: 'text/csv', buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') });
    expect(await isShown(page.getByText('“picture.csv” cannot be imported'))).toBe(true);
    expect(await isShown(page.getByText(/PNG/))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });

  it('recognises a survey, and tries it unasked', async () => {
    await choose(COFFEE);
    expect(await isShown(ready('240 responses'))).toBe(true);
    expect(await isShown(page.getByText(/240 rows × 8 columns/))).toBe(true);
    const { items } = unwrap(await client.GET('/api/imports'));
    expect(items[0]).toMatchObject({ file_name: 'coffee-survey.csv', status: 'checked', report: { rows: 240, ready: 240, refused: 0 } });
    expect(unwrap(await client.GET('/api/responses')).items).toEqual([]);
  });

  it('lets everything be corrected, and keeps it over a reload', async () => {
    await page.getByLabel('Attribute of “How old are you?”').fill('age');
    await page.getByLabel('Attribute of “How old are you?”').press('Enter');
    await page.getByLabel('Type of “Customer”').selectOption({ label: 'Who answered' });
    await page.getByRole('checkbox', { name: /“prefer not to say”/ }).check();
    await expect.poll(async () => {
      const id = Number(new URL(page.url()).searchParams.get('import'));
      const { mapping } = unwrap(await client.GET('/api/imports/{id}', { params: { path: { id } } }));
      return mapping?.columns.map(({ use, field }) => [use, field?.key, field?.missing.join()]);
    }, { timeout: 15_000 }).toEqual(expect.arrayContaining([['respondent_key', 'customer', ''], ['field', 'age', ''], ['field', 'drink_coffee', 'prefer not to say']]));
    await page.reload();
    expect(await isShown(ready('240 responses'))).toBe(true);
    expect(await page.getByLabel('Attribute of “How old are you?”').inputValue()).toBe('age');
    expect(await page.getByLabel('Type of “Customer”').inputValue()).toBe('respondent_key');
  });
}

function describeRecognition(): void {
  const titled = Buffer.from('When,Age,Town\nsubmitted,in years,where\n2026-01-13,31,Köln\n2026-01-14,52,Łódź\n');
  const importNow = async () => unwrap(await client.GET('/api/imports/{id}', { params: { path: { id: Number(new URL(page.url()).searchParams.get('import')) } } }));

  it('says how sure it is, reads the file anew when told otherwise, and keeps what was corrected', async () => {
    await choose({ name: 'two-names.csv', mimeType: 'text/csv', buffer: titled });
    expect(await isShown(ready('3 responses'))).toBe(true);
    await page.getByLabel('Type of “When”').selectOption({ label: 'Submitted at' });
    expect(await isShown(ready('2 responses'))).toBe(true);
    await page.getByLabel('Attribute of “Age”').fill('years');
    await page.getByLabel('Attribute of “Age”').press('Enter');
    await expect.poll(async () => (await importNow()).mapping?.columns[1]?.field?.key, { timeout: 15_000 }).toBe('years');
    await page.getByLabel('Names of the columns').selectOption({ label: '2 header rows' });
    expect(await isShown(page.getByLabel('Attribute of “Age: in years”'))).toBe(true);
    expect(await page.getByLabel('Attribute of “Age: in years”').inputValue()).toBe('years');
    expect(await isShown(page.getByText('As you said'))).toBe(true);
    await expect.poll(async () => (await importNow()).report, { timeout: 15_000 }).toMatchObject({ rows: 2, ready: 2, refused: 0 });
    expect(await findViolations(page)).toEqual([]);
    await page.reload();
    expect(await isShown(page.getByLabel('Attribute of “Age: in years”'))).toBe(true);
    expect(await importNow()).toMatchObject({ recognition: { header_rows: 2, told: { header_rows: 2 } }, created_by_name: expect.stringMatching(/./) });
  });

  it('finds it out again, and says why a file cannot be read another way', async () => {
    await page.getByRole('button', { name: 'Find it all out again' }).click();
    expect(await isShown(page.getByLabel('Attribute of “Age”', { exact: true }))).toBe(true);
    await page.getByLabel('Type of “When”').selectOption({ label: 'Submitted at' });
    expect(await isShown(ready('2 responses'))).toBe(true);
    await expect.poll(() => page.getByLabel('Names of the columns').isEnabled(), { timeout: 15_000 }).toBe(true);
    await page.getByLabel('Names of the columns').selectOption({ label: '5 header rows' });
    expect(await isShown(page.getByText(/no answers under them/))).toBe(true);
    expect((await importNow()).recognition?.told).toEqual({});
  });

  it('speaks Arabic about the file', async () => {
    await page.evaluate(() => localStorage.setItem('likeness.language', 'ar'));
    await page.reload();
    expect(await isShown(page.getByText('الصف الأول يسمّي الأعمدة'))).toBe(true);
    expect(await isShown(page.getByText(/ليس تاريخًا/))).toBe(true);
    expect(await page.getByText(/is not a date|names the columns/).count()).toBe(0);
    expect(await findViolations(page)).toEqual([]);
    await page.evaluate(() => localStorage.removeItem('likeness.language'));
    await page.reload();
    await page.getByRole('button', { name: 'Other file' }).click();
    expect(await isShown(page.getByRole('heading', { name: 'Choose the file of your survey' }))).toBe(true);
  });
}

function describeAccessibility(): void {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no axe violation and no sideways scrolling: ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.setViewportSize({ width: 1280, height: 900 });
    });
  }

  it('opens the rest of a column by keyboard, and gives the focus back', async () => {
    const more = page.getByRole('button', { name: 'More about “How old are you?”' });
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Question as asked').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
  });
}

function describeStoring(): void {
  it('stores it, says what came of it, and survives a reload', async () => {
    await ready('240 responses').click();
    expect(await isShown(page.getByRole('heading', { name: '240 responses stored' }))).toBe(true);
    expect(await isShown(page.getByRole('heading', { name: 'Now make a persona' }))).toBe(true);
    expect(await isShown(page.getByRole('button', { name: /^Make it: / }))).toBe(true);
    expect(await isShown(page.getByText(/^Started by /))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.reload();
    expect(await isShown(page.getByRole('heading', { name: '240 responses stored' }))).toBe(true);
    expect(unwrap(await client.GET('/api/cx-personas/portfolio'))).toMatchObject({ total_responses: 240, total_customers: 136 });
  });

  it('stands among the imports', async () => {
    await page.goto(url('/imports'));
    expect(await isShown(page.getByRole('link', { name: 'coffee-survey.csv' }))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });

  it('names refused rows with their reasons, and hands all of them out', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${index < 3 ? '' : `2026-01-${String(index + 1).padStart(2, '0')}`},${20 + index}`);
    await choose({ name: 'some-refused.csv', mimeType: 'text/csv', buffer: Buffer.from(`submitted at,age\n${rows.join('\n')}\n`) });
    expect(await isShown(ready('27 responses'))).toBe(true);
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    expect(fs.readFileSync(await (await arriving).path(), 'utf8').trim().split('\n')).toHaveLength(4);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Other file' }).click();
    expect(await isShown(page.getByRole('heading', { name: 'Choose the file of your survey' }))).toBe(true);
  });

  it('takes the whole import back', async () => {
    await page.goto(url('/imports'));
    await page.getByRole('link', { name: 'coffee-survey.csv' }).click();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove 240 responses' }).click();
    expect(await isShown(page.getByRole('heading', { name: 'This import was taken back' }))).toBe(true);
    expect(unwrap(await client.GET('/api/cx-personas/portfolio')).total_responses).toBe(0);
  });

  it.runIf(existsSync(SHARED))('recognises public surveys: two header rows, and a Google Forms export with rows that are cut', async () => {
    await choose(NESTED);
    expect(await isShown(page.getByText(/2 header rows/))).toBe(true);
    await choose(R_SURVEY);
    expect(await isShown(page.getByRole('button', { name: /^Import 3,0\d\d responses$/ }))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });
}
