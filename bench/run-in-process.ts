import { fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { BenchmarkOptions, BenchmarkResult } from './benchmark.ts';

const PROGRAM = fileURLToPath(new URL('run-benchmark.ts', import.meta.url));

/**
 * Runs the benchmark of a file in a new process, so that the memory and the compiled code of one do not disturb the next.
 *
 * It may ask for garbage to be collected (`globalThis.gc`). Whatever it prints goes to our error stream.
 * Throws, with how it ended, when it failed; the reason is on the error stream then.
 */
export async function runInProcess(file: string, { isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const child = fork(PROGRAM, [file, ...(isQuick ? ['--quick'] : [])], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
    serialization: 'advanced',
  });
  let results: BenchmarkResult[] | undefined;
  child.on('message', (message) => (results = message as BenchmarkResult[]));
  const ending = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  if (results === undefined || ending !== 'exit code 0') throw new Error(`It failed: ${ending}`);
  return results;
}
