import type { SurveyReport } from '@likeness/core';
import type { Analysis } from './analyze-survey.ts';

/** An analysis as programs read it: the report's figures under their names, and which rows they come from. */
export type AnalysisJson = SurveyReport & {
  file: string;
  /** Rows that could not be read; they are in no other figure. */
  unreadable_rows: number;
  /** Which fields tell people apart and say which of their rows is the latest; null: each row, the order of the file. */
  respondent: string | null;
  latest_by: string | null;
  suggestions: string[];
};

/** The document that `--json` writes, indented, with a line end. */
export function toAnalysisJson({ fileName, report, unreadable, respondents, suggestions }: Analysis): string {
  const document: AnalysisJson = {
    file: fileName,
    unreadable_rows: unreadable.count,
    respondent: respondents.field,
    latest_by: respondents.latestBy,
    ...report,
    suggestions,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
