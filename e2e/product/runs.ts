import { unwrap } from '@likeness/sdk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { endOfRun } from '../testing/wait-for-runs.ts';
import { world } from '../testing/world.ts';

/** The page of runs: what ran, of what, and how it ended. */
export function describeRuns(): void {
  let page: Page;
  let personaId: number;
  beforeAll(async () => {
    page = await world().person.newPage();
    personaId = unwrap(await world().client.GET('/api/cx-personas')).items[0]?.id ?? 0;
  });
  afterAll(() => page.close());

  it('shows a run that somebody starts, without a reload, and how it ended', async () => {
    await page.goto(`${world().likeness.url}/runs`);
    await page.getByRole('table').waitFor();
    const params = { path: { id: personaId }, header: { prefer: 'respond-async' } };
    const run = unwrap(await world().client.POST('/api/cx-personas/{id}/batch-calculate', { params }));
    const id = 'id' in run ? run.id : 0;
    await endOfRun(world().client, id);
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: `Run ${id}`, exact: true }) });
    expect(await isShown(row.getByText('Done'))).toBe(true);
  });

  it('is narrowed by kind, state and persona, in the address', async () => {
    await page.getByLabel('What the runs do').selectOption({ label: 'Calculation' });
    await page.getByLabel('Persona of the runs').selectOption(String(personaId));
    await page.waitForURL(new RegExp(`kind=batch-calculate&persona=${personaId}`));
    await page.reload();
    expect(await isShown(page.getByRole('rowheader'))).toBe(true);
    await page.getByLabel('State of the runs').selectOption({ label: 'Waiting' });
    expect(await isShown(page.getByRole('heading', { name: 'No run like this' }))).toBe(true);
  });

  it('says why a run failed and what to do, and does it again', async () => {
    const { likeness, client, session } = world();
    const upload = await page.context().request.post(`${likeness.url}/api/imports`, {
      headers: { origin: likeness.url }, multipart: { file: { name: 'lost.csv', mimeType: 'text/csv', buffer: Buffer.from('When,Age\n2026-01-13,31\n') } },
    });
    const { id, mapping } = (await upload.json()) as { id: number; mapping: { columns: [] } };
    const form = unwrap(await session.POST('/api/forms', { body: { name: 'Soon gone' } }));
    unwrap(await session.POST('/api/imports/{id}/check', { params: { path: { id } }, body: { form_id: form.id, columns: mapping.columns } }));
    unwrap(await session.DELETE('/api/forms/{id}', { params: { path: { id: form.id } } }));
    const run = await endOfRun(client, unwrap(await session.POST('/api/imports/{id}/start', { params: { path: { id } } })).id);
    expect(run).toMatchObject({ status: 'failed', error: { code: 'not_found' } });
    await page.goto(`${likeness.url}/runs?status=failed`);
    await page.getByRole('button', { name: `Run ${run.id}`, exact: true }).click();
    await page.waitForURL(new RegExp(`run=${run.id}`));
    expect(await isShown(page.getByRole('dialog').getByText('There is nothing left to do.'))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await page.reload();
    await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => unwrap(await client.GET('/api/runs', { params: { query: { import_id: id } } })).items.length).toBe(2);
    await page.waitForURL((address) => Number(address.searchParams.get('run')) > run.id);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  for (const width of [1280, 390]) {
    it(`has no axe violation, ${width} wide`, async () => {
      await page.goto(`${world().likeness.url}/runs`);
      await page.setViewportSize({ width, height: 800 });
      await page.getByRole('rowheader').first().waitFor();
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}
