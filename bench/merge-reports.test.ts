import { describe, expect, it } from 'vitest';
import { mergeReports } from './merge-reports.ts';
import type { BenchmarkReport } from './report.ts';

const machine = { system: 'Linux 6 x64', processors: '2 x Fast', memoryGb: 8 };
const versions = { node: '24.1', postgresql: '18.4', duckdb: '1.5', 'json-logic-engine': '5.0', 'json-rules-engine': '7.3', sift: '17.1' };
const reportOf = (ratios: Record<string, number>): BenchmarkReport => ({
  machine, versions, results: Object.entries(ratios).map(([name, ratio]) => ({ name, ratio, unit: 'things', against: 'nothing', detail: '' })),
});

describe('mergeReports', () => {
  it('takes each figure from the last report that has it', () => {
    const merged = mergeReports([reportOf({ a: 1, b: 2 }), reportOf({ b: 3, c: 4 }), { ...reportOf({ c: 5 }), versions: { ...versions, node: '24.2' } }]);
    expect(merged.results.map(({ name, ratio }) => [name, ratio])).toEqual([['a', 1], ['b', 3], ['c', 5]]);
    expect(merged.versions.node).toBe('24.2');
  });

  it('refuses none, and those of different machines', () => {
    expect(() => mergeReports([])).toThrow('no report');
    expect(() => mergeReports([reportOf({ a: 1 }), { ...reportOf({ b: 1 }), machine: { ...machine, memoryGb: 16 } }])).toThrow('different machines');
  });
});
