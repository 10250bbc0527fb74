import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findBenchmarks } from './find-benchmarks.ts';
import { mergeReports } from './merge-reports.ts';
import type { BenchmarkReport } from './report.ts';
import { toPerformancePage } from './to-performance-page.ts';

/**
 * `npm run bench:page -- results.json [more.json ...]`: writes docs/performance.md from what `npm run bench -- --json` printed.
 * Of several files the later ones win, figure by figure.
 */
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Which results? npm run bench -- --json > results.json && npm run bench:page -- results.json');
  process.exit(2);
}
const report = mergeReports(files.map(readReport));
const { found, broken } = await findBenchmarks(import.meta.dirname);
for (const { name, error } of broken) console.error(`${name} could not be loaded: ${String(error)}`);
const promised = Object.assign({}, ...found.map(({ benchmark }) => benchmark.targets)) as (typeof found)[number]['benchmark']['targets'];
const page = path.join(import.meta.dirname, '../docs/performance.md');
fs.writeFileSync(page, toPerformancePage(report, promised));
const missing = Object.keys(promised).filter((name) => !report.results.some((result) => result.name === name));
console.log(`docs/performance.md: ${report.results.length} results${missing.length > 0 ? `; not measured: ${missing.join(', ')}` : ''}`);

function readReport(file: string): BenchmarkReport {
  const text = fs.readFileSync(file, 'utf8');
  // npm prints what it runs before the document.
  return JSON.parse(text.slice(text.indexOf('{\n'))) as BenchmarkReport;
}
