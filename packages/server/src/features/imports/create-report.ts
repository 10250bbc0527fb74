import type { ImportReport, RefusedRow } from './import.ts';
import type { ReadyRow } from './row-reader.ts';

const SAMPLE_ROWS = 20;

/** Counts the rows of a file as they are gone through. */
export type ReportTally = {
  /** `alreadyThere` goes with `ready`: rows that would change nothing. */
  add(refused: readonly RefusedRow[], ready: readonly ReadyRow[], alreadyThere: readonly boolean[]): void;
  finish(): ImportReport;
};

/** What happened, or would, to the rows of a file. `days` are of the rows that are stored, both null without any. */
export function createReport(toDay: (instant: Date) => string): ReportTally {
  const report: ImportReport = { rows: 0, ready: 0, already_there: 0, refused: 0, refused_sample: [], days: { first: null, last: null } };
  let [firstMs, lastMs] = [Infinity, -Infinity];
  return {
    add: (refused, ready, alreadyThere) => {
      report.rows += refused.length + ready.length;
      report.refused += refused.length;
      for (const { rowNumber, field, code, reason, note } of refused.slice(0, SAMPLE_ROWS - report.refused_sample.length)) {
        report.refused_sample.push({ row_number: rowNumber, field, code, reason, note });
      }
      for (const [index, { submittedAt }] of ready.entries()) {
        if (alreadyThere[index] === true) {
          report.already_there += 1;
          continue;
        }
        report.ready += 1;
        firstMs = Math.min(firstMs, submittedAt.getTime());
        lastMs = Math.max(lastMs, submittedAt.getTime());
      }
    },
    finish: () => ({ ...report, days: report.ready === 0 ? report.days : { first: toDay(new Date(firstMs)), last: toDay(new Date(lastMs)) } }),
  };
}
