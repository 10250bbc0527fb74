import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Contexts } from './open-contexts.ts';
import type { Organisation, Scene } from './organisations.ts';
import { openFirstRule } from './subjects.ts';
import { settle, waiterFor } from './take-picture.ts';

const FOLDER = path.join(import.meta.dirname, '../../docs/images');

/** The figures of a page that nobody has opened before take their time on a busy machine. */
const REGION_MS = 60_000;

/** A picture of the documentation: a window of a page, or one region of it. */
type DocumentPicture = {
  name: string;
  organisation: Organisation;
  address: string;
  width: number;
  height: number;
  scheme?: 'dark';
  /** The name of the region that is shown alone. */
  region?: string;
  prepare?: (page: Page) => Promise<void>;
};

/** Takes the documentation's pictures into docs/images; with `parts` only those whose names contain one of them. */
export async function takeDocumentPictures(contexts: Contexts, url: string, scene: Scene, parts: readonly string[]): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const picture of listDocumentPictures(scene).filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)))) {
    const page = await (await contexts(picture.organisation, false)).newPage();
    const bytes = await take(page, url, picture);
    await page.close();
    console.log(`docs/images/${picture.name}.png: ${Math.ceil(bytes / 1000)} kB`);
  }
}

async function take(page: Page, url: string, { name, address, width, height, scheme, region, prepare }: DocumentPicture): Promise<number> {
  const quiet = waiterFor(page);
  await page.emulateMedia({ colorScheme: scheme ?? 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  await page.goto(url + address);
  await page.locator('h1').first().waitFor();
  if (region !== undefined) await page.getByRole('region', { name: region, exact: true }).waitFor({ timeout: REGION_MS });
  await quiet();
  await prepare?.(page);
  await quiet();
  await settle(page);
  const file = path.join(FOLDER, `${name}.png`);
  const picture = region === undefined ? page.screenshot({ path: file }) : page.getByRole('region', { name: region, exact: true }).screenshot({ path: file });
  return (await picture).length;
}

function listDocumentPictures(scene: Scene): DocumentPicture[] {
  const wide = { organisation: 'demo' as const, width: 1280 };
  const analytics = `/persona-builder/${scene.demo.persona}?tab=analytics`;
  return [
    { ...wide, name: 'first-page-light', address: '/persona-builder', height: 1080 },
    { ...wide, name: 'first-page-dark', address: '/persona-builder', height: 1080, scheme: 'dark' },
    { ...wide, name: 'first-page-phone', address: '/persona-builder', width: 390, height: 844 },
    { ...wide, name: 'analytics', address: `${analytics}&range=all`, height: 846 },
    { ...wide, name: 'rules-that-carry', address: `${analytics}&range=all`, height: 900, region: 'Which rules carry, which keep people out' },
    { ...wide, name: 'top-matches', address: `${analytics}&range=all`, height: 900, region: 'Top Matches' },
    { ...wide, name: 'one-rule-short', address: `${analytics}&range=all`, height: 900, region: 'One rule short' },
    { ...wide, name: 'metrics-evolution', address: `${analytics}&range=all`, height: 900, region: 'Metrics evolution' },
    { ...wide, name: 'last-90-days', address: `${analytics}&range=90`, height: 900, region: 'Metrics evolution' },
    { ...wide, name: 'strong-people', address: `${analytics}&range=all&people=strong`, height: 820 },
    { ...wide, name: 'canvas', address: `/persona-builder/${scene.demo.persona}?tab=canvas`, height: 1040 },
    { ...wide, name: 'rule-builder', address: `/persona-builder/${scene.demo.persona}?tab=canvas`, height: 1040, prepare: openFirstRule },
    { ...wide, name: 'portfolio', address: '/portfolio', height: 940 },
    { ...wide, name: 'overlap', address: '/portfolio', height: 900, region: 'Overlap' },
    { ...wide, name: 'what-sets-them-apart', address: '/portfolio', height: 900, region: 'What sets them apart' },
    { ...wide, name: 'import-columns', organisation: 'own', address: `/imports/new?import=${scene.own.checked}`, height: 900 },
  ];
}
