import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { type LikenessClient, unwrap } from '@likeness/sdk';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openPage, type PageOptions } from '../testing/open-page.ts';
import { endOfRun } from '../testing/wait-for-runs.ts';
import { world } from '../testing/world.ts';
import { toOneDecimal } from '../testing/to-one-decimal.ts';

const LIKENESS = path.resolve(import.meta.dirname, '../../packages/server/src/cli/likeness.ts');
const DAY_MS = 86_400_000;
const OLIVIA = { age: 44, occupation: 'Operations manager', company_size: '10-49', goals: ['Reduce manual errors'], plan: 'Business' };

let client: LikenessClient;
let personaId: number;
let formId: number;

/** A persona's Analytics tab: the original's four manual tests, and that every figure is the API's and opens. */
export function describeAnalyticsTab(): void {
  beforeAll(async () => {
    ({ client } = world());
    personaId = unwrap(await client.GET('/api/cx-personas')).items.find(({ name }) => name.startsWith('Olivia'))?.id ?? 0;
    formId = unwrap(await client.GET('/api/forms')).items.find(({ name }) => name === 'Quarterly survey')?.id ?? 0;
  });
  describe('the four manual tests of the original', () => {
    describeManualTests();
  });
  describe('figures', () => {
    describeFigures();
  });
  describe('for everybody', () => {
    describeAccess();
  });
}

function describeManualTests(): void {
  it('1: the Analytics tab shows four figures, distribution, volume and metrics', async () => {
    const page = await openPage('/persona-builder');
    await page.getByRole('link', { name: /^Olivia/ }).click();
    await page.getByRole('tab', { name: 'Analytics' }).click();
    for (const name of ['Total Responses', 'Avg Match Score', 'Coverage', 'Strong Matches']) expect(await isShown(page.getByRole('region', { name, exact: true }))).toBe(true);
    for (const name of ['Match distribution', 'Response volume', 'Metrics evolution', 'Latest snapshot', 'Top Matches']) expect(await isShown(page.getByRole('heading', { name }))).toBe(true);
    expect(await isShown(page.getByText(/by the guide/))).toBe(true);
  });

  it('1, at first: a persona without rules says what to do next', async () => {
    const { id } = unwrap(await client.POST('/api/cx-personas', { body: { name: 'Without rules' } }));
    const page = await openTab(id);
    expect(await isShown(page.getByRole('heading', { name: 'No rules yet' }))).toBe(true);
    await page.getByRole('link', { name: 'Open the Canvas' }).click();
    await page.waitForURL(/tab=canvas/);
    await remove(id);
  });

  it('2: scores are calculated on submission, and all at once over the API', async () => {
    const page = await openTab(personaId);
    const before = (await analytics()).match_statistics;
    expect(await kpi(page, 'Total Responses')).toBe(written(before.total_responses));
    await client.POST('/api/forms/{id}/responses', { params: { path: { id: formId } }, body: { response_data: OLIVIA } });
    expect(await isShown(page.getByRole('region', { name: 'Strong Matches' }).getByText(written(before.distribution.strong + 1), { exact: true }))).toBe(true);
    const run = unwrap(await client.POST('/api/cx-personas/{id}/batch-calculate', { params: { path: { id: personaId } } }));
    expect(run).toMatchObject({ success: true, processed: before.total_responses + 1 });
    await page.reload();
    expect(await kpi(page, 'Total Responses')).toBe(written(before.total_responses + 1));
  });

  it('3: Sync Now says that it is syncing, then what it did, and the charts are new', async () => {
    const page = await openTab(personaId);
    await page.getByRole('button', { name: 'Sync Now' }).click();
    expect(await isShown(page.getByRole('button', { name: 'Syncing…' }))).toBe(true);
    expect(await isShown(page.getByText(/^Up to date\./))).toBe(true);
    expect(await isShown(page.getByRole('button', { name: 'Sync Now' }))).toBe(true);
    const days = unwrap(await client.GET('/api/cx-personas/{id}/evolution', { params: { path: { id: personaId }, query: { days: 3650 } } }));
    const counted = days.reduce((sum, { response_count }) => sum + response_count, 0);
    expect(counted).toBe((await analytics()).match_statistics.total_responses);
    expect(await page.getByRole('group', { name: new RegExp(`^${written(counted)} responses from`) }).count()).toBe(1);
  });

  it('3, failing: says why, keeps what is shown, and tries again', async () => {
    const page = await openTab(personaId);
    await page.route('**/api/cx-personas/*/sync', (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"internal","title":"Broken","status":500}' }));
    await page.getByRole('button', { name: 'Sync Now' }).click();
    expect(await isShown(page.getByText(/It could not be brought up to date/))).toBe(true);
    expect(await page.getByRole('region', { name: 'Coverage', exact: true }).count()).toBe(1);
  });

  it('4: the scheduled job, run at once from the command line, writes the day of a late response', async () => {
    const at = new Date(Date.now() - 3 * DAY_MS).toISOString();
    const day = at.slice(0, 10);
    const countOf = async (): Promise<number> => {
      const days = unwrap(await client.GET('/api/cx-personas/{id}/evolution', { params: { path: { id: personaId }, query: { days: 10 } } }));
      return days.find(({ snapshot_date }) => snapshot_date === day)?.response_count ?? 0;
    };
    const before = await countOf();
    unwrap(await client.POST('/api/forms/{id}/responses', { params: { path: { id: formId } }, body: { response_data: OLIVIA, submitted_at: `${day}T12:00:00Z` } }));
    await promisify(execFile)(process.execPath, [LIKENESS, 'sync'], { env: { ...process.env, LIKENESS_DATA: world().likeness.dataFolder } });
    expect(await countOf()).toBe(before + 1);
  }, 60_000);
}

function describeFigures(): void {
  it('are those of the API, in every range, and the range survives a reload', async () => {
    const page = await openTab(personaId);
    await page.getByRole('radio', { name: 'Last 90 days' }).check({ force: true });
    await page.waitForURL(/range=90/);
    await page.reload();
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
    const start = new Date(Date.parse(today) - 89 * DAY_MS).toISOString().slice(0, 10);
    const { match_statistics: match, coverage } = await analytics({ startDate: start, endDate: today });
    expect(await kpi(page, 'Total Responses')).toBe(written(match.total_responses));
    expect(await kpi(page, 'Coverage')).toBe(`${toOneDecimal(coverage.percentage)}\u202f%`);
    const verdict = (await page.getByRole('region', { name: 'Verdict' }).textContent()) ?? '';
    expect(verdict).toContain(`${toOneDecimal(coverage.interval[0])}–${toOneDecimal(coverage.interval[1])}`);
    expect(verdict).toContain(`Share of ${written(coverage.total_customers)} respondents`);
  });

  it('open what they are and their people, who survive a reload, as many as the figure says', async () => {
    const page = await openTab(personaId);
    const { coverage } = await analytics();
    await page.getByRole('button', { name: 'Coverage: what this number is' }).click();
    const panel = page.getByRole('dialog', { name: 'Coverage: what this number is' });
    expect(await isShown(panel.getByText(/latest response scores 50 or more/))).toBe(true);
    await panel.getByRole('link', { name: 'See the people' }).click();
    await page.waitForURL(/people=match/);
    await page.reload();
    const people = page.getByRole('dialog', { name: 'Respondents who match' });
    expect(await isShown(people.getByText(`${written(coverage.persona_customers)} people`))).toBe(true);
    expect(await people.getByRole('row').count()).toBe(51);
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.search.includes('people'));
  });

  it('of top matches come page after page, best first, with the reason for each rule', async () => {
    const page = await openTab(personaId);
    const { items } = unwrap(await client.GET('/api/cx-personas/{id}/top-matches', { params: { path: { id: personaId }, query: { limit: 10 } } }));
    const table = page.getByRole('table', { name: 'Top Matches' });
    await table.waitFor();
    expect(await table.getByRole('link').allTextContents()).toEqual(items.slice(0, 5).map(({ response_id }) => `Response ${response_id}`));
    await page.getByRole('button', { name: 'Show more' }).click();
    expect(await isShown(table.getByRole('link', { name: `Response ${items[9]?.response_id ?? 0}`, exact: true }))).toBe(true);
    expect(await table.getByRole('row').nth(1).getByRole('listitem').count()).toBe(Object.keys(items[0]?.matched_attributes ?? {}).length);
  });

  it('mark where the rules changed, and tell what changed and by whom', async () => {
    const mapping_rules = { age: { min: 35, max: 55 }, plan: ['Business'], company_size: ['10-49'] };
    const made = unwrap(await client.POST('/api/cx-personas', { body: { name: 'Marked', mapping_rules } }));
    await endOfRun(client, made.run?.id ?? 0);
    unwrap(await client.POST('/api/cx-personas/{id}/sync', { params: { path: { id: made.id } } }));
    const header = { 'if-match': `"${made.revision}"` };
    const body = { mapping_rules: { ...mapping_rules, age: { min: 30, max: 55 } }, note: 'Younger than we thought' };
    const changed = unwrap(await client.PATCH('/api/cx-personas/{id}', { params: { path: { id: made.id }, header }, body }));
    await endOfRun(client, changed.run?.id ?? 0);
    await client.POST('/api/forms/{id}/responses', { params: { path: { id: formId } }, body: { response_data: OLIVIA } });
    unwrap(await client.POST('/api/cx-personas/{id}/sync', { params: { path: { id: made.id } } }));
    const page = await openTab(made.id);
    await page.getByRole('button', { name: /^Edition 2, / }).first().press('Enter');
    expect(await isShown(page.getByRole('dialog').getByText('Younger than we thought'))).toBe(true);
    expect(await isShown(page.getByRole('dialog').getByText('Age between 30 and 55'))).toBe(true);
    await page.keyboard.press('Escape');
    await expectOneEdition(page, made.id);
    await remove(made.id);
  }, 60_000);
}

/** All days under the newest edition: no mark is left, the table of the volume is the API's, and a reload keeps it. */
async function expectOneEdition(page: Page, id: number): Promise<void> {
  await page.getByRole('radio', { name: /all days under the edition/ }).check({ force: true });
  await page.waitForURL(/under=one/);
  await expect.poll(() => page.getByRole('button', { name: /^Edition 2, / }).count()).toBe(0);
  await page.reload();
  const volume = page.getByRole('region', { name: 'Response volume' });
  await volume.getByRole('button', { name: 'Show as a table' }).click();
  await volume.getByRole('table').waitFor();
  const days = unwrap(await client.GET('/api/cx-personas/{id}/evolution', { params: { path: { id }, query: { days: 3650, edition: 'scored' } } }));
  expect(new Set(days.map(({ edition }) => edition))).toEqual(new Set([2]));
  expect(days.reduce((sum, { behavioral_data: day }) => sum + day.strong, 0)).toBe(await sumOfColumn(volume, 'Strong'));
  expect(await page.getByRole('button', { name: /^Edition 2, / }).count()).toBe(0);
}

async function sumOfColumn(region: Locator, header: string): Promise<number> {
  const headers = await region.getByRole('columnheader').allTextContents();
  const cells = await region.locator('tbody tr').evaluateAll((rows, index) => rows.map((row) => row.children[index]?.textContent ?? ''), headers.findIndex((text) => text.trim().toLowerCase() === header.toLowerCase()));
  return cells.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0);
}

function describeAccess(): void {
  it('says the verdict in Arabic on an Arabic page', async () => {
    const page = await openTab(personaId, { language: 'ar' });
    const verdict = page.getByRole('region', { name: 'الحكم' });
    await verdict.waitFor();
    expect(await verdict.textContent()).not.toMatch(/[a-z]{2,}/i);
  });


  it.each([
    { name: 'light', colorScheme: 'light', language: 'en', width: 1280 },
    { name: 'dark, phone', colorScheme: 'dark', language: 'en', width: 390 },
    { name: 'right to left', colorScheme: 'light', language: 'ar', width: 1280 },
  ] as const)('axe finds nothing: $name', async ({ colorScheme, language, width }) => {
    const page = await openTab(personaId, { colorScheme, language, width });
    const folded = page.locator('main h2 > button[aria-expanded=false]');
    await expect.poll(() => unfold(page, folded)).toBeGreaterThan(2);
    expect(await findViolations(page)).toEqual([]);
    expect(await folded.count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('a chart is walked by keys, and has its table', async () => {
    const page = await openTab(personaId);
    const plot = page.getByRole('region', { name: 'Response volume' }).getByRole('group', { name: /responses from/ });
    await plot.press('Home');
    expect(await isShown(page.getByRole('region', { name: 'Response volume' }).getByRole('status').getByText(/Strong \d+, Moderate \d+, Weak \d+/))).toBe(true);
    await page.keyboard.press('t');
    expect(await isShown(page.getByRole('table', { name: 'Response volume' }))).toBe(true);
    await page.keyboard.press('1');
    await page.waitForURL(/range=7/);
  });
}

async function openTab(id: number, options: PageOptions = {}): Promise<Page> {
  return openPage(`/persona-builder/${id}?tab=analytics`, options);
}

/** Opens every card that a phone folds away, as far as they are there, and counts the tables in sight. */
async function unfold(page: Page, folded: Locator): Promise<number> {
  while ((await folded.count()) > 0) await folded.first().click();
  return page.getByRole('table').count();
}

async function kpi(page: Page, name: string): Promise<string> {
  const region = page.getByRole('region', { name, exact: true });
  await region.waitFor();
  return (await region.locator('bdi').first().textContent()) ?? '';
}

async function analytics(query: { startDate?: string; endDate?: string } = {}) {
  return unwrap(await client.GET('/api/cx-personas/{id}/analytics', { params: { path: { id: personaId }, query } }));
}

async function remove(id: number): Promise<void> {
  const { revision } = unwrap(await client.GET('/api/cx-personas/{id}', { params: { path: { id } } }));
  await client.DELETE('/api/cx-personas/{id}', { params: { path: { id }, header: { 'if-match': `"${revision}"` } } });
}

function written(value: number): string {
  return value.toLocaleString('en-GB');
}
