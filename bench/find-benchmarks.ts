import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Benchmark } from './benchmark.ts';

/** A benchmark and the file it is in. `name` is the file's, without `.bench.ts`. */
export type FoundBenchmark = { name: string; file: string; benchmark: Benchmark };

/** A file that is called a benchmark and is none. */
export type BrokenBenchmark = { name: string; file: string; error: unknown };

const ENDING = '.bench.ts';

/**
 * Every benchmark of a folder, by name, and the files that could not be loaded.
 *
 * Files end in `.bench.ts` and export one `benchmark`. Loading one measures nothing. An empty folder: none.
 */
export async function findBenchmarks(folder: string): Promise<{ found: FoundBenchmark[]; broken: BrokenBenchmark[] }> {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith(ENDING)).toSorted();
  const found: FoundBenchmark[] = [];
  const broken: BrokenBenchmark[] = [];
  for (const file of files.map((name) => path.join(folder, name))) {
    const name = path.basename(file, ENDING);
    await loadBenchmark(file).then(
      (benchmark) => found.push({ name, file, benchmark }),
      (error: unknown) => broken.push({ name, file, error }),
    );
  }
  return { found, broken };
}

/** The benchmark that a file exports. Throws when it exports none. */
export async function loadBenchmark(file: string): Promise<Benchmark> {
  const { benchmark } = (await import(pathToFileURL(file).href)) as { benchmark?: Benchmark };
  if (typeof benchmark?.run !== 'function' || typeof benchmark.targets !== 'object') {
    throw new Error(`${path.basename(file)} does not export a benchmark with targets and run`);
  }
  return benchmark;
}

/**
 * Was this one asked for? Parts of its own name or of the name of any of its results choose it; no parts choose all.
 *
 * @example isChosen('kernel-alternatives', ['kernel-vs-json-logic'], ['logic']) // true
 */
export function isChosen(name: string, resultNames: readonly string[], parts: readonly string[]): boolean {
  return parts.length === 0 || parts.some((part) => [name, ...resultNames].some((text) => text.includes(part)));
}
