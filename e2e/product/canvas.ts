import { unwrap } from '@likeness/sdk';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openPage, type PageOptions } from '../testing/open-page.ts';
import { world } from '../testing/world.ts';

const RULES = { rules: [{ attribute: 'age', is: { between: [25, 40] } }, { attribute: 'goals', is: { anyOf: ['Save time'] } }] };
const claims = (id: string, column: 1 | 2, ...texts: string[]) => ({
  id, kind: 'goals' as const, title: id, column, claims: texts.map((text, index) => ({ id: `${id}-${index}`, text, claim: null })),
});

/** A persona's card: edited where it stands, stored by itself, checked by the data, and safe when two edit it or the line breaks. */
export function describeCanvas(): void {
  describeEditing();
  describePhoto();
  describeMoving();
  describeSafety();
  describeAccess();
}

function describeEditing(): void {
  it('stores what is typed, shows it after a reload, and says the same as the API', async () => {
    const id = await makePersona('Typed', { sections: [claims('Wishes', 1, 'First wish')] });
    const page = await openCanvas(id);
    await page.getByRole('textbox', { name: 'Claim' }).fill('Wants it quickly');
    await page.getByRole('textbox', { name: 'Description' }).fill('Somebody in a hurry');
    await expectCard(id, 'Wants it quickly');
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Claim' }).inputValue()).toBe('Wants it quickly');
    const stored = await getPersona(id);
    expect(stored.description).toBe('Somebody in a hurry');
  });

  it('takes edits back and forth by keyboard', async () => {
    const id = await makePersona('Undone', { sections: [claims('Wishes', 1, 'Before')] });
    const page = await openCanvas(id);
    const claim = page.getByRole('textbox', { name: 'Claim' });
    await claim.fill('After');
    await page.keyboard.press('Control+z');
    expect(await claim.inputValue()).toBe('Before');
    await page.keyboard.press('Control+Shift+z');
    expect(await claim.inputValue()).toBe('After');
  });
}

function describePhoto(): void {
  it('takes a photo however large, shows it in the gallery, and takes it back', async () => {
    const id = await makePersona('Pictured', { sections: [claims('Wishes', 1, 'A wish')] });
    const page = await openCanvas(id);
    const input = page.getByLabel('Choose a photo').and(page.locator('input'));
    await input.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: await noise(page, 900) });
    await page.getByRole('img', { name: /Pictured/ }).waitFor();
    await expect.poll(async () => (await getPersona(id)).photo_url).not.toBeNull();
    expect(String((await getPersona(id)).card.photo).length).toBeLessThanOrEqual(60_000);

    const gallery = await openPage('/persona-builder?q=Pictured');
    const photo = gallery.getByRole('article', { name: 'Pictured' }).locator('img');
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(256);

    await page.getByRole('button', { name: 'Remove' }).first().click();
    await expect.poll(async () => (await getPersona(id)).photo_url).toBeNull();
    await page.getByRole('textbox', { name: 'Description' }).focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('img', { name: /Pictured/ }).waitFor();
    await expect.poll(async () => (await getPersona(id)).photo_url).not.toBeNull();
  }, 60_000);

  it('says of a file that is no picture that it is none, and keeps the card as it is', async () => {
    const id = await makePersona('Not pictured', { sections: [claims('Wishes', 1, 'A wish')] });
    const page = await openCanvas(id);
    await page.getByLabel('Choose a photo').and(page.locator('input')).setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    expect(await isShown(page.getByText('That is no picture this browser reads', { exact: false }))).toBe(true);
    expect((await getPersona(id)).photo_url).toBeNull();
  });
}

/** A picture that cannot be pressed well: every pixel is another colour. */
async function noise(page: Page, size: number): Promise<Buffer> {
  const base64 = await page.evaluate((side) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    const context = canvas.getContext('2d');
    const pixels = context?.createImageData(side, side);
    if (!context || !pixels) return '';
    for (let index = 0; index < pixels.data.length; index += 1) pixels.data[index] = index % 4 === 3 ? 255 : Math.random() * 256;
    context.putImageData(pixels, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, size);
  return Buffer.from(base64, 'base64');
}

function describeMoving(): void {
  it('moves a section by keyboard, and puts it back with Escape', async () => {
    const id = await makePersona('Moved', { sections: [claims('First', 1, 'a'), claims('Second', 1, 'b')] });
    const page = await openCanvas(id);
    const titles = async (): Promise<string[]> => page.locator('[data-section] h2').allInnerTexts();
    await page.getByRole('button', { name: 'Move the section First' }).focus();
    await liftAndMoveDown(page);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(400);
    expect(await titles()).toEqual(['First', 'Second']);
    await page.getByRole('button', { name: 'Move the section First' }).focus();
    await liftAndMoveDown(page);
    await page.keyboard.press('Space');
    await expect.poll(titles).toEqual(['Second', 'First']);
    await expect.poll(async () => sectionTitles(await getPersona(id))).toEqual(['Second', 'First']);
  });

  it('moves a section to the other column by mouse', async () => {
    const id = await makePersona('Dragged', { sections: [claims('First', 1, 'a'), claims('Second', 2, 'b')] });
    const page = await openCanvas(id);
    const from = await page.getByRole('button', { name: 'Move the section First' }).boundingBox();
    const to = await page.getByRole('button', { name: 'Move the section Second' }).boundingBox();
    await page.mouse.move((from?.x ?? 0) + 8, (from?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move((from?.x ?? 0) + 40, (from?.y ?? 0) + 20, { steps: 4 });
    await page.mouse.move((to?.x ?? 0) - 20, (to?.y ?? 0) + 20, { steps: 12 });
    await page.waitForTimeout(300);
    await page.mouse.up();
    await expect.poll(() => page.locator('[data-column="2"] h2').allInnerTexts()).toHaveLength(2);
  });

  it('says beside a claim what the API says about it', async () => {
    const is = { anyOf: ['Reduce manual errors'] };
    const id = await makePersona('Checked', { sections: [{ ...claims('Wishes', 1), claims: [{ id: 'c', text: 'Fewer errors', claim: { attribute: 'goals', is } }] }] }, RULES);
    const page = await openCanvas(id);
    const { claims: [evidence] } = unwrap(
      await world().client.POST('/api/cx-personas/{id}/evidence', { params: { path: { id } }, body: { claims: [{ attribute: 'goals', is }], level: 'match' } }),
    );
    const percent = Math.round(evidence?.people.percentage ?? Number.NaN);
    expect(await isShown(page.getByText(new RegExp(`\\b${percent}\\s%\\W* say so`)))).toBe(true);
  });
}

function describeSafety(): void {
  it('loses nothing when two people edit the same: it is seen, compared and decided', async () => {
    const id = await makePersona('Contested', { sections: [claims('Wishes', 1, 'Original')] });
    const page = await openCanvas(id);
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'Claim' }).fill('Mine');
    const { revision } = await getPersona(id);
    const card = { sections: [claims('Wishes', 1, 'Theirs')] };
    unwrap(await world().client.PATCH('/api/cx-personas/{id}', { params: { path: { id }, header: { 'if-match': `"${revision}"` } }, body: { card } }));
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'See the difference' }).click({ timeout: 20_000 });
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toMatch(/Mine[\s\S]*Theirs/);
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await expectCard(id, 'Mine');
  });

  it('keeps what was typed without a line through a reload, and stores it when the line is back', async () => {
    const id = await makePersona('Offline', { sections: [claims('Wishes', 1, 'Before')] });
    const page = await openCanvas(id);
    await page.route('**/api/cx-personas/*', async (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
    await page.getByRole('textbox', { name: 'Claim' }).fill('Typed in a tunnel');
    expect(await isShown(page.getByText('Kept in this browser.'))).toBe(true);
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Claim' }).inputValue()).toBe('Typed in a tunnel');
    await page.unroute('**/api/cx-personas/*');
    await expectCard(id, 'Typed in a tunnel');
  });
}

function describeAccess(): void {
  for (const { name, colorScheme, width } of [
    { name: 'light, 1280', colorScheme: 'light', width: 1280 },
    { name: 'dark, 1280', colorScheme: 'dark', width: 1280 },
    { name: 'light, 390', colorScheme: 'light', width: 390 },
  ] as const) {
    it(`has no axe violation and no sideways scrolling: ${name}`, async () => {
      const page = await openCanvas(await demoPersona(), { colorScheme, width });
      await isShown(page.getByText(/say so/).first());
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }

  it('speaks Arabic from right to left without a violation', async () => {
    const page = await openCanvas(await demoPersona(), { language: 'ar' });
    expect(await isShown(page.getByText('قواعد المطابقة').first())).toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });
}

/** Space lifts what has the focus, the arrow moves it by one. Each step takes the page a frame or two. */
async function liftAndMoveDown(page: Page): Promise<void> {
  await page.keyboard.press('Space');
  await page.waitForTimeout(200);
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(400);
}

async function openCanvas(id: number, options: PageOptions = {}): Promise<Page> {
  const page = await openPage(`/persona-builder/${id}`, options);
  await page.locator('[data-section]').first().waitFor();
  return page;
}

async function makePersona(name: string, card: object, mapping_rules: object | null = null): Promise<number> {
  const body = { name: `${name} ${Math.random().toString(36).slice(2, 8)}`, status: 'draft' as const, card, mapping_rules };
  return unwrap(await world().client.POST('/api/cx-personas', { body: body as never })).id;
}

async function demoPersona(): Promise<number> {
  const { items } = unwrap(await world().client.GET('/api/cx-personas'));
  return items.find(({ name }) => name.startsWith('Olivia'))?.id ?? 0;
}

async function getPersona(id: number) {
  return unwrap(await world().client.GET('/api/cx-personas/{id}', { params: { path: { id } } }));
}

async function expectCard(id: number, text: string): Promise<void> {
  await expect.poll(async () => JSON.stringify((await getPersona(id)).card), { timeout: 15_000 }).toContain(text);
}

function sectionTitles({ card }: { card: unknown }): string[] {
  return (card as { sections: { title: string }[] }).sections.map(({ title }) => title);
}

