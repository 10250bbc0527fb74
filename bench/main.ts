import process from 'node:process';
import { parseArgs } from 'node:util';
import { describeMachine, describeVersions } from './machine.ts';
import { toTable } from './report.ts';
import { runBenchmarks } from './run-benchmarks.ts';

/**
 * `npm run bench -- [--quick] [--json] [part of a name ...]`: measures, and prints ratios against named alternatives.
 *
 * A benchmark that fails is reported, and the others go on; then the exit code is 1. Whether targets are met decides
 * nothing. With `--json` the results alone go to the output, one document; the rest is said on the error stream.
 */
const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
// Ends as programs do that were asked to, so that what was made for the run is removed; benchmarks end with their parent.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const { results, targets, failures, names } = await runBenchmarks(import.meta.dirname, {
  parts: positionals,
  isQuick: values.quick,
  note: (text) => process.stderr.write(text),
});
if (results.length + failures.length === 0) {
  console.error(`There is no such benchmark; there are ${names.join(', ')}`);
  process.exit(1);
}
const report = { machine: describeMachine(), versions: describeVersions(), results };
if (values.json) console.log(JSON.stringify(report, null, 2));
else console.log(`\n${toTable(report, (name) => targets[name] ?? null)}`);
if (!values.json && values.quick) console.log('\nA quick run: smaller data, less certain ratios; the targets are those of the full run.');
for (const failure of failures) console.error(failure);
process.exit(failures.length === 0 ? 0 : 1);
