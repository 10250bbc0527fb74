import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Analysis, type AnalyzeOptions, analyzeSurvey } from '../analysis/analyze-survey.ts';
import { type PersonasFile, parsePersonasFile } from '../analysis/parse-personas-file.ts';
import { PersonasFileError } from '../analysis/personas-file-error.ts';
import { toTerminalReport } from '../analysis/terminal-report.ts';
import { toSafeLine, wrapText } from '../analysis/terminal-text.ts';
import { toAnalysisJson } from '../analysis/to-analysis-json.ts';
import { toHtmlReport } from '../analysis/html/html-report.ts';
import { toScoresHeader, toScoresLine } from '../analysis/write-scores.ts';
import { type SurveySource, sourceFromPath, spoolSource } from '../survey-file/survey-source.ts';
import { SurveyFileError } from '../survey-file/survey-file-error.ts';
import { type AnalyzeArguments, readAnalyzeArguments } from './analyze-arguments.ts';
import { type Command, type CommandContext, CommandError } from './command.ts';
import { type OutputFile, openOutputFile } from './output-file.ts';
import { progressLine } from './progress-line.ts';

const WIDTH_WITHOUT_TERMINAL = 100;
const STOPPED = 130;

/** Scores a survey file against a personas file without a server or a database. */
export const analyzeCommand: Command = {
  usage: 'likeness analyze FILE --personas FILE [--json [OUT]] [--html OUT] [--rows OUT]',
  summary: [
    'Score a survey file against personas: no server, no database.',
    '',
    '  FILE            CSV, TSV or XLSX, one row for each response; - reads standard input',
    '  --personas FILE the personas and their mapping rules, as JSON',
    '  --json [OUT]    every figure as JSON, into OUT or on standard output in place of the report',
    '  --html OUT      a report for a browser, in one file that needs nothing else',
    '  --rows OUT      the score of every row, as CSV',
  ].join('\n'),
  async run(args, context) {
    const wanted = readAnalyzeArguments(args);
    const personas = await readPersonas(wanted.personas, context);
    const { source, dispose } = await openSurvey(wanted.file, context);
    try {
      const analysis = await analyze(source, personas, wanted, context);
      for (const line of toNotes(analysis)) context.err.write(`${line}\n`);
      await writeReports(analysis, wanted, context);
    } finally {
      await dispose();
    }
    return 0;
  },
};

async function readPersonas(name: string, context: CommandContext): Promise<PersonasFile> {
  let text: string;
  try {
    text = await readFile(resolve(context.cwd, name), 'utf8');
  } catch {
    throw new CommandError(`There is no personas file "${name}" that can be read.`);
  }
  return explained(name, () => parsePersonasFile(text));
}

async function openSurvey(name: string, context: CommandContext): Promise<{ source: SurveySource; dispose: () => Promise<void> }> {
  if (name !== '-') return { source: await explained(name, () => sourceFromPath(resolve(context.cwd, name))), dispose: async () => undefined };
  const spooled = await explained(name, () => spoolSource('standard input', context.in));
  return { source: spooled, dispose: spooled.dispose };
}

async function analyze(source: SurveySource, personas: PersonasFile, wanted: AnalyzeArguments, context: CommandContext): Promise<Analysis> {
  const scores = wanted.rows === null ? null : await openScores(wanted.rows, personas, context);
  const progress = progressLine(context.err);
  const options: AnalyzeOptions = { signal: context.signal, onProgress: progress.show, ...(scores !== null && { onRow: scores.onRow }) };
  try {
    const analysis = await explained(wanted.personas, () => analyzeSurvey(source, personas, options));
    await scores?.file.keep();
    return analysis;
  } catch (error) {
    if (context.signal.aborted) throw new CommandError('Stopped; nothing was written.', STOPPED);
    throw error;
  } finally {
    progress.clear();
    await scores?.file.discard();
  }
}

async function openScores(name: string, { personas }: PersonasFile, context: CommandContext): Promise<{ file: OutputFile; onRow: NonNullable<AnalyzeOptions['onRow']> }> {
  const file = await openOutputFile(context.cwd, name);
  await file.write(toScoresHeader(personas.map((persona) => persona.name)));
  return { file, onRow: (rowNumber, scores) => file.write(toScoresLine(rowNumber, scores, personas.length)) };
}

async function writeReports(analysis: Analysis, { json, html }: AnalyzeArguments, context: CommandContext): Promise<void> {
  if (json !== null && json !== '-') await writeWhole(json, toAnalysisJson(analysis), context);
  if (html !== null) await writeWhole(html, toHtmlReport(analysis, today()), context);
  if (json === '-') context.out.write(toAnalysisJson(analysis));
  else context.out.write(toTerminalReport(analysis, { width: context.out.columns ?? WIDTH_WITHOUT_TERMINAL, hasColours: context.out.isTTY === true }));
}

/** The day on the clock of whoever runs the command, as `6 Dec 2018`. */
function today(): string {
  return new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

async function writeWhole(name: string, text: string, context: CommandContext): Promise<void> {
  const file = await openOutputFile(context.cwd, name);
  try {
    await file.write(text);
    await file.keep();
  } finally {
    await file.discard();
  }
}

/** What somebody should look at, one paragraph each, wrapped for standard error. */
function toNotes({ suggestions }: Analysis): string[] {
  return suggestions.flatMap((suggestion) => wrapText(`Note: ${toSafeLine(suggestion)}`, WIDTH_WITHOUT_TERMINAL));
}

/** Runs one step and words what the caller can put right as this command's error. `personas` names the file in it. */
async function explained<T>(personas: string, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof PersonasFileError) {
      throw new CommandError(`${personas} cannot be used:\n${error.message.replace(/^/gmu, '  ')}`);
    }
    if (error instanceof SurveyFileError) throw new CommandError(error.message);
    throw error;
  }
}
