import { parseArgs } from 'node:util';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { batchVsOriginal } from './batch-vs-original.bench.ts';
import { describeMachine, describeVersions } from './machine.ts';
import { predicateVsNaive } from './predicate-vs-naive.bench.ts';

/** `npm run bench -- [--quick] [--json] [part of a name ...]`: measures, and prints ratios against named alternatives. */
const BENCHMARKS: Benchmark[] = [predicateVsNaive, batchVsOriginal];

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const chosen = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)));
if (chosen.length === 0) {
  console.error(`There is no such benchmark; there are ${BENCHMARKS.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}
const results: BenchmarkResult[] = [];
for (const benchmark of chosen) {
  if (!values.json) console.log(`${benchmark.name} ...`);
  results.push(...(await benchmark.run({ isQuick: values.quick })));
}
if (values.json) console.log(JSON.stringify({ machine: describeMachine(), versions: describeVersions(), results }, null, 2));
else printTable(results);

function printTable(rows: readonly BenchmarkResult[]): void {
  const { system, processors, memoryGb } = describeMachine();
  const { node, postgresql } = describeVersions();
  console.log(`\n${processors}, ${memoryGb} GB, ${system}; Node ${node}, PostgreSQL ${postgresql}\n`);
  for (const { name, ratio, unit, against, detail } of rows) {
    console.log(`${name.padEnd(22)} ${`${ratio.toFixed(1)} x`.padStart(9)}  ${against}`);
    console.log(`${' '.repeat(34)}${unit}: ${detail}`);
  }
}
