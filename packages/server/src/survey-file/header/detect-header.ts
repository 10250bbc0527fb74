import { foldText, readDate, readNumber } from '@likeness/core';
import { SurveyFileError } from '../survey-file-error.ts';
import { say } from '../say.ts';
import type { ColumnHeader, SurveyHeader } from './survey-header.ts';
import { toUniqueHeaders } from './unique-headers.ts';

type Row = readonly string[];

/** What SurveyMonkey writes in its second row for a question with one column, in the languages it exports. */
const ANSWER_WORDS = new Set(['response', 'open-ended response', 'antwort', 'offene antwort', 'respuesta', 'respuesta abierta', 'réponse', 'réponse ouverte', 'resposta', 'risposta']);

/** The first column of a Google Forms export, in the languages it exports. */
const TIMESTAMP_WORDS = new Set(['timestamp', 'zeitstempel', 'marca temporal', 'horodateur', 'carimbo de data/hora', 'informazioni cronologiche', 'tijdstempel', 'sygnatura czasowa', 'タイムスタンプ']);

/**
 * Where do the answers begin, and what is each column called? `rows` are the first records of the
 * file (some hundred are enough). Knows the three rows of Qualtrics (names, questions, import ids as
 * JSON), the two of SurveyMonkey (questions, options; a blank question continues the one to its
 * left) and takes the first row otherwise. Blank and repeated names are made up and said so.
 * @throws {SurveyFileError} `no-column-names` when the first row is only a title above a table.
 */
export function detectHeader(rows: readonly Row[]): SurveyHeader {
  return detectExporter(rows) ?? detectPlain(rows);
}

/** The header of a file that a known exporter wrote with more than one row of names; null: none of them did. */
export function detectExporter(rows: readonly Row[]): SurveyHeader | null {
  return detectQualtrics(rows) ?? detectSurveyMonkey(rows);
}

function detectQualtrics(rows: readonly Row[]): SurveyHeader | null {
  const idRow = [1, 2].find((index) => {
    const filled = (rows[index] ?? []).filter((cell) => cell.trim() !== '');
    return filled.length > 0 && filled.filter((cell) => /^\{\s*"ImportId"/.test(cell.trim())).length > filled.length / 2;
  });
  if (idRow === undefined) return null;
  const names = rows[0] ?? [];
  const questions = idRow === 2 ? (rows[1] ?? []) : names;
  const columns = names.map((name, index): ColumnHeader => {
    const question = questions[index]?.trim() || name.trim();
    return { header: question, shortName: name.trim() || null, question, option: null };
  });
  const { note, sentence: reason } = say(idRow === 2 ? 'header_qualtrics_three' : 'header_qualtrics_two');
  return { rowCount: idRow + 1, exporter: 'qualtrics', reason, note, confidence: 'sure', ...toUniqueHeaders(columns) };
}

function detectSurveyMonkey(rows: readonly Row[]): SurveyHeader | null {
  const [questions, options, ...answers] = rows;
  if (questions === undefined || options === undefined) return null;
  const continued = questions.flatMap((question, index) => (question.trim() === '' && (options[index] ?? '').trim() !== '' ? [index] : []));
  const hasAnswerWord = options.some((option) => ANSWER_WORDS.has(foldText(option)));
  if (!fitsQuestions(questions, options)) return null;
  const repeating = continued.filter((index) => repeatsOption(answers, index, options[index] ?? ''));
  if (!(hasAnswerWord && (continued.length > 0 || allAnswerWords(options))) && repeating.length < 2) return null;
  const columns: ColumnHeader[] = [];
  let question = '';
  for (const [index, written] of questions.entries()) {
    question = written.trim() || (columns.length === 0 ? '' : question);
    const option = (options[index] ?? '').trim();
    const isOnly = option === '' || ANSWER_WORDS.has(foldText(option));
    columns.push({ header: isOnly ? question : `${question}: ${option}`, shortName: null, question, option: isOnly ? null : option });
  }
  const { note, sentence: reason } = say('header_surveymonkey');
  return { rowCount: 2, exporter: 'surveymonkey', reason, note, confidence: hasAnswerWord ? 'sure' : 'likely', ...toUniqueHeaders(columns) };
}

function allAnswerWords(options: Row): boolean {
  return options.every((option) => option.trim() === '' || ANSWER_WORDS.has(foldText(option)));
}

/** A question of one column has an answer word or nothing under it; one with options goes on to its right. */
function fitsQuestions(questions: Row, options: Row): boolean {
  const asked = questions.flatMap((question, index) => (question.trim() === '' ? [] : [index]));
  const fitting = asked.filter((index) => {
    const option = foldText(options[index] ?? '');
    return option === '' || ANSWER_WORDS.has(option) || questions[index + 1]?.trim() === '';
  });
  return fitting.length >= asked.length * 0.8;
}

/** Is every answer in this column its own option, as in a column of a check-all-that-apply question? */
function repeatsOption(answers: readonly Row[], index: number, option: string): boolean {
  const given = answers.map((row) => foldText(row[index] ?? '')).filter((answer) => answer !== '');
  return given.length > 0 && given.every((answer) => answer === foldText(option));
}

function detectPlain(rows: readonly Row[]): SurveyHeader {
  const names = rows[0] ?? [];
  refuseTitleRow(rows);
  const columns = names.map((name): ColumnHeader => ({ header: name.trim(), shortName: null, question: name.trim(), option: null }));
  const isGoogle = TIMESTAMP_WORDS.has(foldText(names[0] ?? '')) && names.length > 1;
  const { note, sentence: reason } = say(isGoogle ? 'header_google_forms' : 'header_plain');
  const unique = toUniqueHeaders(columns);
  const isDoubtful = looksLikeAnswers(names);
  if (isDoubtful) unique.warnings.unshift(say('header_looks_like_answers'));
  return { rowCount: 1, exporter: isGoogle ? 'google-forms' : null, reason, note, confidence: isGoogle ? 'sure' : isDoubtful ? 'check' : 'likely', ...unique };
}

function refuseTitleRow(rows: readonly Row[]): void {
  const [first, ...others] = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...others);
  if (first === undefined || first > 1 || widest < 3) return;
  const title = (rows[0] ?? []).find((cell) => cell.trim() !== '')?.trim().slice(0, 60) ?? '';
  const seen = title === '' ? 'The first row is blank' : `The first row holds only a title ("${title}")`;
  throw new SurveyFileError('no-column-names', `${seen}, while later rows have up to ${widest} cells. Delete the rows above the column names and try again.`);
}

function looksLikeAnswers(names: Row): boolean {
  const filled = names.filter((name) => name.trim() !== '');
  return filled.length > 1 && filled.filter((name) => readNumber(name) !== null || readDate(name, 'mdy') !== null || readDate(name, 'dmy') !== null).length > filled.length / 2;
}
