import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findBenchmarks } from './find-benchmarks.ts';
import type { BenchmarkReport } from './report.ts';
import { toPerformancePage } from './to-performance-page.ts';

/** `npm run bench:page -- results.json`: writes docs/performance.md from what `npm run bench -- --json` printed. */
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Which results? npm run bench -- --json > results.json && npm run bench:page -- results.json');
  process.exit(2);
}
const text = fs.readFileSync(file, 'utf8');
// npm prints what it runs before the document.
const report = JSON.parse(text.slice(text.indexOf('{\n'))) as BenchmarkReport;
const { found } = await findBenchmarks(import.meta.dirname);
const promised = Object.assign({}, ...found.map(({ benchmark }) => benchmark.targets)) as (typeof found)[number]['benchmark']['targets'];
const page = path.join(import.meta.dirname, '../docs/performance.md');
fs.writeFileSync(page, toPerformancePage(report, promised));
console.log(`docs/performance.md: ${report.results.length} results`);
