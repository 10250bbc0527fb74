import { unwrap } from '@likeness/sdk';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openPage } from '../testing/open-page.ts';
import { world } from '../testing/world.ts';
import { toOneDecimal } from '../testing/to-one-decimal.ts';

const AGE = { attribute: 'age', is: { between: [25, 40] } };
const GOALS = { attribute: 'goals', is: { anyOf: ['Save time'] } };
const PLAN = { attribute: 'plan', is: { in: ['Business'] } };

/** The rule builder: what it shows while one edits is what the API answers, and what is published is what was seen. */
export function describeRules(): void {
  describePreview();
  describePublishing();
  describeBuilding();
}

function describePreview(): void {
  it('shows while a range is typed what the API says about it, and who moves', async () => {
    const id = await makePersona([AGE, GOALS]);
    const page = await openRules(id);
    await page.getByRole('button', { name: /^age between/ }).click();
    await page.getByRole('spinbutton', { name: 'Up to' }).fill('55');
    const mapping_rules = { rules: [{ ...AGE, is: { between: [25, 55] } }, GOALS] };
    const { coverage, difference } = unwrap(await world().client.POST('/api/cx-personas/preview', { body: { mapping_rules, persona_id: id, include: [] } as never }));
    const preview = page.getByRole('region', { name: 'Preview' });
    expect(await isShown(preview.getByText(`${toOneDecimal(coverage.percentage)}\u202f%`, { exact: true }))).toBe(true);
    const enter = `+${(difference?.enter ?? 0).toLocaleString('en-GB')}`;
    await preview.getByRole('button', { name: `${enter} enter, match` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link', { name: /^Response \d/ }).first().waitFor();
    expect(await dialog.innerText()).toContain(`(${(difference?.enter ?? 0).toLocaleString('en-GB')})`);
  });

  it('moves a handle by keyboard', async () => {
    const page = await openRules(await makePersona([AGE]));
    await page.getByRole('button', { name: /^age between/ }).click();
    await page.getByRole('slider', { name: 'Highest age' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('spinbutton', { name: 'Up to' }).inputValue()).toBe('41');
    await page.keyboard.press('End');
    expect(await page.getByRole('spinbutton', { name: 'Up to' }).inputValue()).toBe('');
    expect(await isShown(page.getByRole('button', { name: /^age is at least 25/ }))).toBe(true);
  });
}

function describePublishing(): void {
  it('adds a rule from what the data hold, publishes it with a note, and restores the edition before', async () => {
    const id = await makePersona([AGE, GOALS]);
    const page = await openRules(id);
    await page.getByRole('button', { name: 'Rule', exact: true }).click();
    await page.getByRole('textbox', { name: 'Search questions and attributes' }).fill('plan');
    await page.getByRole('option', { name: /^plan/ }).click();
    await page.getByRole('checkbox', { name: 'Business' }).check();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Publish edition 2' });
    expect(await isShown(dialog.getByText(/plan is Business/))).toBe(true);
    await dialog.getByRole('textbox', { name: 'Why?' }).fill('They pay for it');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await getPersona(id)).edition, { timeout: 15_000 }).toBe(2);
    expect(await rulesOf(id)).toEqual([AGE, GOALS, PLAN]);
    await page.getByRole('button', { name: 'Versions' }).click();
    expect(await isShown(page.getByText('They pay for it'))).toBe(true);
    await page.getByRole('button', { name: 'Restore edition 1' }).click();
    await expect.poll(async () => (await getPersona(id)).edition, { timeout: 15_000 }).toBe(3);
    expect(await rulesOf(id)).toEqual([AGE, GOALS]);
  });

  it('keeps unpublished rules through a reload, and publishes none by itself', async () => {
    const id = await makePersona([AGE, GOALS]);
    const page = await openRules(id);
    await page.getByRole('button', { name: 'More weight for goals has Save time' }).click();
    await page.waitForTimeout(500);
    await page.reload();
    expect(await isShown(page.getByText('Draft of edition 2', { exact: false }))).toBe(true);
    expect(await page.getByRole('spinbutton', { name: 'Weight of goals has Save time' }).inputValue()).toBe('2');
    expect((await getPersona(id)).edition).toBe(1);
  });
}

function describeBuilding(): void {
  it('groups rules by menu, moves them by keyboard, and takes a removal back', async () => {
    const id = await makePersona([AGE, GOALS, PLAN]);
    const page = await openRules(id);
    await menuOf(page, 'plan is Business').click();
    await page.getByRole('menuitem', { name: 'Turn round: not' }).click();
    expect(await isShown(page.getByRole('button', { name: /^not: plan is Business/ }))).toBe(true);
    await page.getByRole('button', { name: 'Move the rule age between 25 and 40' }).focus();
    await page.keyboard.press('Space');
    await page.waitForTimeout(200);
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(400);
    await page.keyboard.press('Space');
    await expect.poll(async () => (await sentences(page))[0]).toMatch(/^goals/);
    await menuOf(page, 'goals has Save time').click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect.poll(() => sentences(page)).toHaveLength(2);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(() => sentences(page)).toHaveLength(3);
  });

  it('takes JSON, and says where it is wrong', async () => {
    const page = await openRules(await makePersona([AGE]));
    await page.getByRole('button', { name: 'JSON' }).click();
    const editor = page.getByRole('textbox', { name: 'Mapping rules as JSON' });
    await editor.fill('{"rules": [{"attribute": "age", "is": {"atLeast": "x"}}]}');
    expect(await isShown(page.getByText('rules[0].is.atLeast'))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await editor.fill('{"age": {"min": 30}}');
    await page.getByRole('button', { name: 'Form' }).click();
    expect(await isShown(page.getByRole('button', { name: /^age is at least 30/ }))).toBe(true);
  });

  it('says what to do when there are no rules, and has no violation with everything open', async () => {
    const page = await openRules(await makePersona([]));
    expect(await isShown(page.getByRole('heading', { name: 'No rules yet' }))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    const open = await openRules(await makePersona([AGE, { any: [GOALS, { attribute: 'comment', is: { mentions: ['invoice'] } }] }]));
    await open.getByRole('button', { name: /^age between/ }).click();
    await open.getByRole('button', { name: /^any of:/ }).click();
    await open.getByRole('button', { name: /^comment mentions/ }).click();
    await isShown(open.getByRole('slider').first());
    for (const colorScheme of ['light', 'dark'] as const) {
      await open.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findViolations(open)).toEqual([]);
    }
  });
}

const menuOf = (page: Page, rule: string): Locator => page.getByRole('button', { name: `More for the rule ${rule}` });

async function sentences(page: Page): Promise<string[]> {
  return page.locator('button[aria-expanded][class*=sentence]').allInnerTexts();
}

async function openRules(id: number): Promise<Page> {
  const page = await openPage(`/persona-builder/${id}`);
  await page.getByRole('heading', { name: 'Mapping rules' }).waitFor();
  return page;
}

async function makePersona(rules: object[]): Promise<number> {
  const body = { name: `Rules ${Math.random().toString(36).slice(2, 8)}`, status: 'active' as const, mapping_rules: rules.length === 0 ? null : { rules } };
  const { id } = unwrap(await world().client.POST('/api/cx-personas', { body: body as never }));
  const edition = rules.length > 0 ? 1 : null;
  await expect.poll(async () => (await getPersona(id)).scored_edition, { timeout: 20_000 }).toBe(edition);
  return id;
}

async function getPersona(id: number) {
  return unwrap(await world().client.GET('/api/cx-personas/{id}', { params: { path: { id } } }));
}

async function rulesOf(id: number): Promise<unknown> {
  return (await getPersona(id)).rules?.rules;
}
