import process from 'node:process';
import { loadBenchmark } from './find-benchmarks.ts';

/**
 * The process of one benchmark: `node bench/run-benchmark.ts FILE [--quick]`, started by `runInProcess`.
 *
 * Sends its results to whoever started it; what it prints goes to the error stream, because results may be piped on.
 */
const [file, size] = process.argv.slice(2);
if (file === undefined || process.send === undefined) throw new Error('Run bench/main.ts, which starts this');
const benchmark = await loadBenchmark(file);
const results = await benchmark.run({ isQuick: size === '--quick' });
const unknown = results.filter(({ name }) => !(name in benchmark.targets)).map(({ name }) => name);
if (unknown.length > 0) throw new Error(`Results without an entry in targets: ${unknown.join(', ')}`);
await new Promise<void>((resolve, reject) => {
  process.send?.(results, undefined, undefined, (error) => (error === null ? resolve() : reject(error)));
});
process.disconnect();
