import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import * as core from '@likeness/core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { ROOT } from '../../scripts/run-programs.ts';
import { openBrowser } from '../testing/open-browser.ts';
import { sampleCore } from './sample-core.ts';

const CORE = `${ROOT}packages/core/src/index.ts`;

/** What an edge worker offers beside the language (WinterTC's minimum common API), as far as core asks for it. */
const EDGE_GLOBALS: Record<string, unknown> = { TextEncoder, TextDecoder };

describe('core, the same source everywhere', () => {
  const expected = JSON.parse(JSON.stringify(sampleCore(core))) as unknown;
  let script: string;
  let browser: Browser;

  beforeAll(async () => {
    ({ script } = await bundle(CORE, { globalName: 'LikenessCore' }));
    browser = await openBrowser();
    console.log(`all of core, bundled and minified: ${toKilobytes(script.length)} kB, ${toKilobytes(gzipSync(script).length)} kB gzipped`);
  });
  afterAll(() => browser?.close());

  it('gives scores, reasons and statistics in Node', () => {
    const { framed, explained } = expected as { framed: { outcomes: string; score: unknown }[][]; explained: { score: unknown }[][] };
    expect(framed[0]?.map(({ outcomes }) => outcomes)).toEqual(['+++', '-++', '+??', '???']);
    expect(framed.map((rows) => rows.map(({ score }) => score))).toEqual([0, 1].map((index) => explained.map((scores) => scores[index]?.score)));
    expect(expected).toMatchObject({ scores: ['100.00', '66.67', '33.33', '0.00'], bands: ['strong', 'moderate', 'weak', 'weak'], days: ['2026-03-28', '2026-03-29', '2026-03-30'] });
  });

  it('gives the same in a browser', async () => {
    const page = await browser.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => void failures.push(String(error)));
    // A page that forbids eval, as ours does.
    await page.setContent(`<meta http-equiv="content-security-policy" content="script-src 'nonce-1'"><script nonce="1">${script}; globalThis.sampled = JSON.stringify((${sampleCore.toString()})(LikenessCore));</script>`);
    const sampled = await page.evaluate(() => (globalThis as unknown as { sampled: string }).sampled);
    expect(failures).toEqual([]);
    expect(JSON.parse(sampled)).toEqual(expected);
    await page.close();
  });

  it('gives the same where there is no Node, no browser and no eval, as on the edge', () => {
    const context = vm.createContext({ ...EDGE_GLOBALS }, { codeGeneration: { strings: false, wasm: false } });
    expect(vm.runInContext('typeof process + typeof Buffer + typeof require + typeof document', context)).toBe('undefined'.repeat(4));
    const sampled: unknown = vm.runInContext(`${script}; JSON.stringify((${sampleCore.toString()})(LikenessCore));`, context);
    expect(JSON.parse(String(sampled))).toEqual(expected);
  });

  it('gives the same as one module without imports', async () => {
    const { script: source } = await bundle(CORE, 'module');
    const module = (await import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`)) as typeof core;
    expect(Object.keys(module).toSorted()).toEqual(Object.keys(core).toSorted());
    expect(JSON.parse(JSON.stringify(sampleCore(module)))).toEqual(expected);
  });

  it('builds into a small part of itself where only that is used', async () => {
    const { script: page } = await bundle(`${ROOT}examples/score-a-visitor/score-visitor.ts`, { globalName: 'Scoring' });
    console.log(`what scores a visitor: ${toKilobytes(gzipSync(page).length)} kB gzipped`);
    expect(page.length).toBeLessThan(script.length);
  });
});

function toKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
