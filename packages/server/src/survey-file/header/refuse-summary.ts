import { foldText } from '@likeness/core';
import { SurveyFileError } from '../survey-file-error.ts';

const SUMMARY_WORDS = new Set(['answered', 'skipped', 'answer choices', 'total respondents', 'beantwortet', 'übersprungen', 'respondido', 'omitido']);
const ASK_FOR_RESPONSES = 'Export the individual responses (one row per person) and use that file.';

/**
 * Refuses a table that counts answers instead of listing them: SurveyMonkey's summary repeats
 * "Answered", "Skipped" and "Answer Choices" down its first column.
 * `rows` are the first records of the file.
 * @throws {SurveyFileError} `summary`.
 */
export function refuseSummaryTable(rows: readonly (readonly string[])[]): void {
  const first = rows.map((row) => row[0]?.trim() ?? '');
  const marks = first.filter((cell) => SUMMARY_WORDS.has(foldText(cell)));
  if (marks.length < 3 || new Set(marks.map(foldText)).size < 2) return;
  const title = first.find((cell) => cell !== '')?.slice(0, 60) ?? '';
  const kinds = [...new Set(marks)].slice(0, 3).map((mark) => `"${mark}"`).join(', ');
  throw new SurveyFileError('summary', `This is a summary ("${title}"), not responses: its first column repeats ${kinds}. ${ASK_FOR_RESPONSES}`);
}

/**
 * Refuses a workbook with a worksheet per question: three or more names such as "Question 1", "Q2".
 * @throws {SurveyFileError} `summary`.
 */
export function refuseSummaryWorkbook(sheetNames: readonly string[]): void {
  const questions = sheetNames.filter((name) => /^(?:question|q|frage|pregunta|pergunta|domanda)[\s._-]*\d+/iu.test(name.trim()));
  if (questions.length < 3 || questions.length < sheetNames.length / 2) return;
  const shown = questions.slice(0, 3).map((name) => `"${name}"`).join(', ');
  throw new SurveyFileError('summary', `This workbook has a sheet for each question (${sheetNames.length} sheets: ${shown} ...), so it is a summary, not responses. ${ASK_FOR_RESPONSES}`);
}
