import type { BenchmarkReport } from './report.ts';

/**
 * One report out of several runs on one machine: a result of a later report takes the place of an earlier one of its name.
 *
 * Versions are those of the last. Throws without any report, and when they come from different machines: ratios of two
 * machines do not belong in one table.
 */
export function mergeReports(reports: readonly BenchmarkReport[]): BenchmarkReport {
  const last = reports.at(-1);
  if (last === undefined) throw new Error('There is no report to merge');
  const machine = JSON.stringify(last.machine);
  if (reports.some((report) => JSON.stringify(report.machine) !== machine)) throw new Error('The reports come from different machines');
  const results = new Map(reports.flatMap((report) => report.results).map((result) => [result.name, result]));
  return { ...last, results: [...results.values()] };
}
