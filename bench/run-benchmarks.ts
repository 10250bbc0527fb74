import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { TEMPLATE_VARIABLE } from './bench-database.ts';
import type { BenchmarkResult, Target } from './benchmark.ts';
import { findBenchmarks, isChosen } from './find-benchmarks.ts';
import { measureMs } from './measure.ts';
import { runInProcess } from './run-in-process.ts';

/** `parts` of names choose (none: all); `note` hears text about the progress, some of it in the middle of a line. */
export type RunOptions = { parts: readonly string[]; isQuick: boolean; note: (text: string) => void };

/** `failures`: one sentence for each benchmark that could not be loaded or did not end well. `names`: all there are. */
export type RunOutcome = { results: BenchmarkResult[]; targets: Record<string, Target | null>; failures: string[]; names: string[] };

/**
 * Runs the chosen benchmarks of a folder one after the other, each in a process of its own.
 *
 * One that fails is told of in `failures`, and the others go on. Nothing chosen: no results and no failures.
 */
export async function runBenchmarks(folder: string, { parts, isQuick, note }: RunOptions): Promise<RunOutcome> {
  const { found, broken } = await findBenchmarks(folder);
  const targets: RunOutcome['targets'] = {};
  const results: BenchmarkResult[] = [];
  const failures = broken.filter(({ name }) => isChosen(name, [], parts)).map(({ name, error }) => toSentence(name, error));
  const template = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness-bench-template-'));
  // The account that PostgreSQL runs as must get in.
  fs.chmodSync(template, 0o711);
  process.env[TEMPLATE_VARIABLE] = template;
  process.once('exit', () => fs.rmSync(template, { recursive: true, force: true }));
  for (const { name, file, benchmark } of found) {
    if (!isChosen(name, Object.keys(benchmark.targets), parts)) continue;
    Object.assign(targets, benchmark.targets);
    note(`${name} ...`);
    const run = runInProcess(file, { isQuick }).then(
      (measured) => results.push(...measured),
      (error: unknown) => failures.push(toSentence(name, error)),
    );
    note(` ${((await measureMs(() => run)) / 1000).toFixed(1)} s\n`);
  }
  return { results, targets, failures, names: [...found, ...broken].map(({ name }) => name).toSorted() };
}

function toSentence(name: string, error: unknown): string {
  return `${name} failed: ${error instanceof Error ? error.message : String(error)}`;
}
