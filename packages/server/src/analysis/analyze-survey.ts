import {
  type PersonaScores,
  type SurveyReport,
  createSurveyTally,
  findAnswer,
  readDate,
  toSurveyReport,
} from '@likeness/core';
import type { SurveyFileLimits } from '../survey-file/limits.ts';
import { readSurveyRows } from '../survey-file/read-survey-rows.ts';
import { recogniseSurveyFile } from '../survey-file/recognise-survey-file.ts';
import type { RecognisedField, Recognition } from '../survey-file/recognition.ts';
import type { SurveySource } from '../survey-file/survey-source.ts';
import { toQuestionPlan } from '../survey-file/to-fields.ts';
import { LatestResponses } from './latest-responses.ts';
import type { PersonasFile } from './parse-personas-file.ts';
import { type SurveyPlan, planSurvey } from './plan-survey.ts';
import { type ScoredRow, createSurveyScorer } from './survey-scorer.ts';
import { suggest } from './suggest.ts';

/** The rows that could not be read: how many, and where and why the first one failed (null when none did). */
export type UnreadableRows = { count: number; first: string | null };

/**
 * A survey seen through a personas file. `respondents` says who was counted: by which field people are told apart and
 * by which field their latest row is known, null where rows stand for themselves or in the order of the file.
 */
export type Analysis = {
  fileName: string;
  report: SurveyReport;
  unreadable: UnreadableRows;
  respondents: { field: string | null; latestBy: string | null };
  /** Plain sentences: what looks like a mistake or a missing declaration. Nothing of it was applied. */
  suggestions: string[];
};

/** What is told while rows are read. `scores` is null for a row that cannot be read. */
export type AnalysisListener = {
  onRow?: (rowNumber: number, scores: PersonaScores | null) => void | Promise<void>;
  /** `expectedRows` may be an estimate. */
  onProgress?: (rows: number, expectedRows: number) => void;
};

export type AnalyzeOptions = { limits?: Partial<SurveyFileLimits>; signal?: AbortSignal } & AnalysisListener;

/** Rows between two looks at the signal and two reports of progress. */
const ROWS_BETWEEN_REPORTS = 2000;

/**
 * How well do the personas fit the people who answered this survey?
 *
 * Reads the file twice, first to recognise it, then row by row; memory does not grow with the rows, except for one
 * entry for each respondent where the personas file names a `respondent` field. A row whose cell for that field is
 * empty is its own respondent. Rows that cannot be read are left out and counted.
 *
 * @throws {PersonasFileError} when the personas file does not fit the survey, {SurveyFileError} when the file is no
 * survey, and the signal's reason when it is aborted.
 */
export async function analyzeSurvey(source: SurveySource, file: PersonasFile, options: AnalyzeOptions = {}): Promise<Analysis> {
  const limits = options.limits === undefined ? {} : { limits: options.limits };
  const recognition = await recogniseSurveyFile(source, limits);
  const plan = planSurvey(file, recognition);
  const counter = createCounter(plan, recognition);
  const unreadable: UnreadableRows = { count: 0, first: null };
  for await (const row of readSurveyRows(source, recognition, limits)) {
    const scores = countRow(row, counter, unreadable);
    const told = options.onRow?.(row.rowNumber, scores);
    if (told !== undefined) await told;
    if (row.rowNumber % ROWS_BETWEEN_REPORTS !== 0) continue;
    options.signal?.throwIfAborted();
    options.onProgress?.(row.rowNumber, recognition.rows.count);
  }
  const report = counter.finish();
  return {
    fileName: source.name,
    report,
    unreadable,
    respondents: { field: file.respondent, latestBy: counter.latestBy },
    suggestions: suggest({ plan, recognition, report }),
  };
}

type ReadRow = { line: number; cells: string[]; problem?: { message: string } };

function countRow(row: ReadRow, counter: Counter, unreadable: UnreadableRows): PersonaScores | null {
  if (row.problem === undefined) return counter.add(row.cells).scores;
  unreadable.count += 1;
  unreadable.first ??= `line ${row.line}: ${row.problem.message}`;
  return null;
}

type Counter = { latestBy: string | null; add(cells: readonly string[]): ScoredRow; finish(): SurveyReport };

function createCounter(plan: SurveyPlan, recognition: Recognition): Counter {
  const { respondent, dictionary } = plan;
  const score = createSurveyScorer(plan);
  const tally = createSurveyTally({ personas: plan.personas, metrics: plan.metrics.map(({ definition }) => definition) });
  const latest = new LatestResponses();
  const submission = respondent === null ? null : toSubmission(recognition);
  return {
    latestBy: submission?.field.header ?? null,
    add(cells) {
      const row = score(cells);
      tally.addResponse(row.scores, row.metricAnswers);
      const answer = respondent === null ? null : findAnswer(dictionary, respondent.read(cells), respondent.attribute);
      if (answer === null) tally.addRespondent(row.scores);
      else latest.offer(String(answer.given).trim(), submission?.read(cells) ?? null, row.scores);
      return row;
    },
    finish() {
      latest.countInto(tally);
      return toSurveyReport(tally);
    },
  };
}

/** The field that says when a row was submitted, where the file proves how to read it. */
function toSubmission(recognition: Recognition): { field: RecognisedField; read: (cells: readonly string[]) => number | null } | null {
  const field = recognition.fields.find(({ role, type, confidence }) => role === 'submitted_at' && type === 'date' && confidence === 'sure');
  if (field === undefined) return null;
  const { toResponseData } = toQuestionPlan({ ...recognition, fields: [field] });
  return {
    field,
    read: (cells) => {
      const given = toResponseData(cells)[field.header];
      return typeof given === 'string' ? (readDate(given, field.dateOrder)?.milliseconds ?? null) : null;
    },
  };
}
