import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

describe('the benchmarks', () => {
  it('print machine, versions and results as one JSON document', () => {
    const { stdout, stderr } = run('--quick', '--json', 'predicate');
    expect(stderr).toBe('');
    const { machine, versions, results } = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(machine as object)).toEqual(['system', 'processors', 'memoryGb']);
    expect(versions).toMatchObject({ node: process.versions.node });
    expect(results).toMatchObject([{ name: 'predicate-vs-naive', ratio: expect.any(Number), against: 'the naive interpreter' }]);
  });

  it('name themselves when none fits', () => {
    const { status, stderr } = run('no-such');
    expect(status).toBe(1);
    expect(stderr).toContain('predicate-vs-naive, batch-vs-original');
  });
});
