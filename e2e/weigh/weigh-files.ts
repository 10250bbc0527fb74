import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { Figure } from './figure.ts';
import { gzippedBytes, listFirstFiles, listLateParts, readManifest } from './read-build.ts';

type Page = { name: string; address: string };

const FIRST_KB = 180;

/** Sizes of the built files, gzipped: the first page, the parts that are loaded late, and what each page brings. */
export async function weighFiles(folder: string, browser: { url: string; person: BrowserContext; pages: readonly Page[] }): Promise<Figure[]> {
  const manifest = readManifest(folder);
  const first = new Set(listFirstFiles(manifest));
  const sizes = new Map<string, number>();
  const kB = (files: Iterable<string>, ending: string): number => {
    const wanted = [...files].filter((file) => file.endsWith(ending));
    for (const file of wanted) if (!sizes.has(file)) sizes.set(file, gzippedBytes(folder, file));
    return wanted.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0) / 1000;
  };
  const figures: Figure[] = [];
  for (const [index, { name, address }] of browser.pages.entries()) {
    const files = await listLoaded(browser.person, `${browser.url}${address}`);
    const own = files.filter((file) => file.endsWith('.js') && !first.has(file));
    const detail = `${kB(files, '.css').toFixed(1)} kB of styles; beside the frame: ${own.map(toName).join(', ')}`;
    const limit = index === 0 ? { limit: { atMost: FIRST_KB }, against: 'the first page: at most 180 kB' } : { limit: null, against: '' };
    figures.push({ name: index === 0 ? 'first-page' : `page ${name}`, value: kB(files, '.js'), unit: 'kB of JavaScript', ...limit, detail });
  }
  figures.splice(1, 0, {
    name: 'frame', value: kB(first, '.js'), unit: 'kB of JavaScript', limit: null, against: '', detail: `what every page brings, in ${[...first].filter((file) => file.endsWith('.js')).length} files; ${kB(first, '.css').toFixed(1)} kB of styles`,
  });
  const parts = listLateParts(manifest).map(({ name, loadedBy, files }): Figure => ({
    name: `part ${name}`, value: kB(files, '.js'), unit: 'kB of JavaScript', limit: null, against: '', detail: `loaded by ${loadedBy.join(', ')}; ${kB(files, '.css').toFixed(1)} kB of styles; ${files.filter((file) => file.endsWith('.js')).map(toName).join(', ')}`,
  }));
  return [...figures, ...parts.toSorted((a, b) => b.value - a.value)];
}

/** The built files that a page asks for until it is quiet, in a browser that has none of them yet. */
async function listLoaded(person: BrowserContext, address: string): Promise<string[]> {
  const context = await person.browser()?.newContext({ storageState: await person.storageState() });
  if (context === undefined) throw new Error('The browser is closed');
  const page = await context.newPage();
  const files = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/assets\/.*\.(js|css)$/.test(pathname)) files.add(pathname.slice(1));
  });
  await page.goto(address);
  await page.getByRole('main').waitFor();
  await page.waitForTimeout(1500);
  await context.close();
  return [...files];
}

/** @example toName('assets/GalleryPage-B1aC2d3e.js') // 'GalleryPage' */
function toName(file: string): string {
  return path.basename(file).replace(/-[\w-]{8}\.\w+$/, '');
}
