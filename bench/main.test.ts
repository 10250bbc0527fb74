import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { toTable } from './report.ts';
import { runBenchmarks } from './run-benchmarks.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

describe('the benchmarks', () => {
  it('print machine, versions and results as one JSON document', () => {
    const { status, stdout } = run('--quick', '--json', 'predicate-vs');
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual(['machine', 'versions', 'results']);
    expect(Object.keys(report.machine as object)).toEqual(['system', 'processors', 'memoryGb']);
    expect(Object.keys(report.versions as object)).toEqual(['node', 'postgresql', 'duckdb', 'json-logic-engine', 'json-rules-engine', 'sift']);
    expect(report.versions).toMatchObject({ node: process.versions.node });
    expect(report.results).toEqual([
      { name: 'predicate-vs-naive', ratio: expect.any(Number), unit: expect.any(String), against: 'the naive interpreter', detail: expect.any(String) },
    ]);
  });

  it('name themselves when none fits', () => {
    const { status, stderr } = run('no-such');
    expect(status).toBe(1);
    expect(stderr).toMatch(/there are .*batch-vs-original, .*predicate-vs-naive/);
  });
});

describe('benchmarks of a folder', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness-bench-test-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  const write = (name: string, source: string): void => fs.writeFileSync(path.join(folder, name), source);
  const result = (name: string, detail: string): string => `{ name: '${name}', ratio: 2, unit: 'things a second', against: 'nothing', detail: ${detail} }`;
  // An earlier one leaves something behind that the next must not see.
  write('a.bench.ts', `const { marks } = globalThis as { marks?: number };
    export const benchmark = { targets: { 'a-vs-nothing': { atLeast: 3 } }, run: async ({ isQuick }: { isQuick: boolean }) => {
      (globalThis as { marks?: number }).marks = (marks ?? 0) + 1;
      return [${result('a-vs-nothing', '`quick ${isQuick}, marks ${marks ?? 0}, gc ${typeof globalThis.gc}`')}]; } };`);
  write('b.bench.ts', `console.log('said aloud'); export const benchmark = { targets: {}, run: async () => { throw new Error('out of luck'); } };`);
  write('c.bench.ts', `export const benchmark = { targets: { 'c-vs-nothing': null }, run: async () => [${result('c-vs-nothing', `'fine'`)}] };`);
  write('d.bench.ts', `export const benchmark = { targets: {}, run: async () => [${result('undeclared', `''`)}] };`);
  write('e.bench.ts', `export const somethingElse = 1;`);
  write('not-one.ts', `throw new Error('nobody asked for this');`);
  const options = { isQuick: true, note: () => undefined };

  it('run each in a process of its own, and go on after one that fails', async () => {
    const { results, failures, names } = await runBenchmarks(folder, { ...options, parts: [] });
    expect(results.map(({ name, detail }) => `${name}: ${detail}`)).toEqual(['a-vs-nothing: quick true, marks 0, gc function', 'c-vs-nothing: fine']);
    expect(failures.map((failure) => failure.split(':')[0])).toEqual(['e failed', 'b failed', 'd failed']);
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are chosen by a part of their name or of a result’s', async () => {
    const { results, failures } = await runBenchmarks(folder, { ...options, parts: ['c-vs'] });
    expect(results.map(({ name }) => name)).toEqual(['c-vs-nothing']);
    expect(failures).toEqual([]);
    expect((await runBenchmarks(folder, { ...options, parts: ['none'] })).results).toEqual([]);
  });

  it('show their targets, met or not', async () => {
    const { results, targets } = await runBenchmarks(folder, { ...options, parts: ['a-vs', 'c-vs'] });
    const versions = { node: '24', postgresql: '18', duckdb: '1', 'json-logic-engine': '5', 'json-rules-engine': '7', sift: '17' };
    const table = toTable({ machine: { system: 'Linux', processors: '2 x', memoryGb: 8 }, versions, results }, (name) => targets[name] ?? null);
    expect(table).toMatch(/a-vs-nothing +2 x +NOT met \(at least 3\) +against nothing/);
    expect(table).toMatch(/c-vs-nothing +2 x +against nothing/);
  });
});
