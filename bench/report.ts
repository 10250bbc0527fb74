import { type BenchmarkResult, isMet, type Target, toTargetText } from './benchmark.ts';
import type { Machine, Versions } from './machine.ts';

/** What `npm run bench -- --json` prints, and docs/performance.md is written from. */
export type BenchmarkReport = { machine: Machine; versions: Versions; results: BenchmarkResult[] };

/** What was promised about a result; null: nothing. */
export type TargetOf = (name: string) => Target | null;

/**
 * The report for people: two lines a result, with its target and whether it is met.
 *
 * @example toTable(report, () => ({ atLeast: 100 }))
 * // batch-vs-original   118 x   met (at least 100)       against three round trips a response
 * //                             responses scored ...: 123,456/s over ...
 */
export function toTable({ machine, versions, results }: BenchmarkReport, targetOf: TargetOf): string {
  const { system, processors, memoryGb } = machine;
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const nameWidth = Math.max(0, ...results.map(({ name }) => name.length)) + 2;
  const lines = results.flatMap(({ name, ratio, unit, against, detail }) => [
    `${name.padEnd(nameWidth)}${toFigureText(ratio, against).padStart(10)}  ${toVerdict(targetOf(name), ratio).padEnd(24)}  against ${against}`,
    `${' '.repeat(nameWidth + 12)}${unit}: ${detail}`,
  ]);
  return [`${processors}, ${memoryGb} GB, ${system}`, used.join(', '), '', ...lines].join('\n');
}

/** Met, not met, or nothing. @example toVerdict({ atMost: 3 }, 3.2) // 'NOT met (at most 3)' */
export function toVerdict(target: Target | null, ratio: number): string {
  if (target === null) return '';
  return `${isMet(target, ratio) ? 'met' : 'NOT met'} (${toTargetText(target)})`;
}

/** Plain measures, by what they are compared with. */
const MEASURES: Readonly<Record<string, string>> = { 'one byte': 'bytes', 'one MB': 'MB', 'one second': 's' };

/** A ratio, or a plain measure. @example [toFigureText(2.5, 'COPY'), toFigureText(412, 'one MB')] // ['2.5 x', '412 MB'] */
export function toFigureText(ratio: number, against: string): string {
  return `${toRatioText(ratio)} ${MEASURES[against] ?? 'x'}`;
}

/** Three digits that count. @example [1234.5, 12.345, 0.12345].map(toRatioText) // ['1,235', '12.3', '0.123'] */
export function toRatioText(ratio: number): string {
  return ratio.toLocaleString('en-US', ratio >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}
