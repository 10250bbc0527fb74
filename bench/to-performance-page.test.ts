import { describe, expect, it } from 'vitest';
import type { BenchmarkReport } from './report.ts';
import { toPerformancePage } from './to-performance-page.ts';

const report: BenchmarkReport = {
  machine: { system: 'Linux 6 x64', processors: '2 x Fast', memoryGb: 8 },
  versions: { node: '24.1', postgresql: '18.4', duckdb: '1.5', 'json-logic-engine': '5.0', 'json-rules-engine': '7.3', sift: '17.1' },
  results: [
    { name: 'kernel-vs-duckdb-enum', ratio: 7.234, unit: 'rows a second', against: 'DuckDB | enums', detail: '120,000,000/s' },
    { name: 'batch-vs-copy', ratio: 0.55, unit: 'rows a second', against: 'COPY', detail: '100/s' },
    { name: 'server-memory-mb', ratio: 412.3, unit: 'MB resident', against: 'one MB', detail: '1,000,000 responses' },
    { name: 'nobody-knows', ratio: 1234.5, unit: 'things', against: 'nothing', detail: 'x' },
  ],
};
const promised = { 'kernel-vs-duckdb-enum': { atLeast: 5 }, 'batch-vs-copy': { atLeast: 0.6 }, 'preview-p95-vs-kernel': { atMost: 3 }, 'kernel-vs-sift': null };

describe('toPerformancePage', () => {
  const page = toPerformancePage(report, promised);
  const lineOf = (name: string): string | undefined => page.split('\n').find((line) => line.includes(`\`${name}\``));

  it('says what it was measured on and with', () => {
    expect(page).toContain('Measured on 2 x Fast, 8 GB, Linux 6 x64, with node 24.1, postgresql 18.4, duckdb 1.5');
  });

  it('has every result with its promise, met or not', () => {
    expect(lineOf('kernel-vs-duckdb-enum')).toBe('| `kernel-vs-duckdb-enum` | 7.23 x | at least 5: met | DuckDB \\| enums | rows a second: 120,000,000/s |');
    expect(lineOf('batch-vs-copy')).toContain('| at least 0.6: **not met** |');
    expect(lineOf('server-memory-mb')).toContain('| 412 MB |');
    expect(lineOf('nobody-knows')).toContain('| 1,235 x |  |');
  });

  it('lists what is promised and was not measured', () => {
    expect(lineOf('preview-p95-vs-kernel')).toBe('| `preview-p95-vs-kernel` | – | at most 3 |  | not measured in this run |');
    expect(lineOf('kernel-vs-sift')).toBe('| `kernel-vs-sift` | – |  |  | not measured in this run |');
  });

  it('puts each into one section', () => {
    const order = ['## Scoring in memory', '`kernel-vs-duckdb-enum`', '## What-if', '`preview-', '## Calculating', '`batch-vs-copy`', '## Others', '`nobody-knows`'];
    const places = order.map((text) => page.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(page).not.toContain('## The dashboard');
  });
});
