import type { PersonaReport, SurveyReport } from '@likeness/core';
import type { Analysis } from './analyze-survey.ts';
import { toBandCells } from './band-bar.ts';
import { NO_FIGURE, formatCount, formatNumber, formatPercent, formatPercentInterval, formatShareOf, listShares, toMetricWords } from './format-figures.ts';
import { plural, respondentGrade, toHeadline, toRespondentSentence, toUnreadableSentence, toPersonaSentence } from './report-words.ts';
import { type TextColumn, clipText, displayWidth, toSafeLine, toTextTable, wrapText } from './terminal-text.ts';

/** How the terminal takes the report. `width` in columns. */
export type TerminalLook = { width: number; hasColours: boolean };

const BAR = { strong: '█', moderate: '▓', weak: '░' } as const;
/** 36 cyan for what matches, 2 dim for the rest, 1 bold for names: readable on dark and on light grounds. */
const STYLES = { strong: '36', moderate: '36;2', weak: '2', name: '1', quiet: '2' } as const;
const LONGEST_BAR = 60;
const NARROWEST = 60;
const WIDEST = 110;

/**
 * An analysis as text for people: the answer in a sentence, then each persona with a bar of its bands, shares with
 * their intervals, rules and metrics, then the overlaps.
 *
 * Lines are at most `width` columns wide, within 60 to 110, except where a persona's figures need more. Without
 * colours it is plain text. Names and labels cannot send escape sequences to the terminal.
 */
export function toTerminalReport(analysis: Analysis, look: TerminalLook): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, look.width));
  const pen = { width, paint: toPainter(look.hasColours) };
  const { report } = analysis;
  const sentences = [toHeadline(analysis), toRespondentSentence(analysis), toUnreadableSentence(analysis)];
  const lines = [
    pen.paint('name', clipText(`${toSafeLine(analysis.fileName)}: ${plural(report.responses, 'response')}, ${plural(report.personas.length, 'persona')}`, width)),
    ...sentences.flatMap((sentence) => (sentence === null ? [] : wrapText(toSafeLine(sentence), width))),
    '',
    `${pen.paint('strong', BAR.strong)} strong (70 and more)  ${pen.paint('moderate', BAR.moderate)} moderate (50 to 69.99)  ${pen.paint('weak', BAR.weak)} weak (below 50)`,
    ...report.personas.flatMap((persona) => ['', ...toPersonaLines(persona, report, pen)]),
    ...toOverlapLines(report, pen),
  ];
  return `${lines.join('\n')}\n`;
}

type Pen = { width: number; paint: (style: keyof typeof STYLES, text: string) => string };

function toPainter(hasColours: boolean): Pen['paint'] {
  return (style, text) => (hasColours && text !== '' ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text);
}

function toPersonaLines(persona: PersonaReport, report: SurveyReport, { width, paint }: Pen): string[] {
  const verdict = persona.verdict.toUpperCase();
  const name = clipText(toSafeLine(persona.name), width - verdict.length - 2);
  const gap = ' '.repeat(Math.max(2, width - displayWidth(name) - verdict.length));
  const head = [paint('name', name) + gap + verdict, ...wrapText(toPersonaSentence(persona, report.respondents), width).map((line) => paint('quiet', line))];
  if (persona.verdict === 'no rules yet') return head;
  const bands = `  strong ${formatCount(persona.strong)}  moderate ${formatCount(persona.moderate)}  weak ${formatCount(persona.weak)}  mean score ${formatNumber(persona.mean_score, 2)}  evidence ${formatPercent(persona.evidence === null ? null : 100 * persona.evidence)}`;
  return [...head, `  ${toBar(persona, Math.min(LONGEST_BAR, width - 2), paint)}`, bands, ...toShareLines(persona, report, width), '', ...toRuleLines(persona, width), ...toMetricLines(persona, width)];
}

function toBar(persona: PersonaReport, length: number, paint: Pen['paint']): string {
  const cells = toBandCells(persona, length);
  return (['strong', 'moderate', 'weak'] as const).map((band) => paint(band, BAR[band].repeat(cells[band]))).join('');
}

const END: TextColumn = { align: 'end' };
const START: TextColumn = { align: 'start' };
const NAME: TextColumn = { align: 'start', mayShrink: true };

function toShareLines(persona: PersonaReport, report: SurveyReport, width: number): string[] {
  const grade = respondentGrade(report);
  const rows = listShares(persona).map(({ label, share }) => {
    const n = `${formatCount(share.count)} of ${formatCount(report.respondents)}`;
    if (grade === 'hidden') return [label, NO_FIGURE, '', `${n} (fewer than 10)`];
    const remark = grade === 'too few to tell' ? ' (too few to tell)' : '';
    return [label, formatShareOf(share.count, report.respondents), formatPercentInterval(share.interval), n + remark];
  });
  return toTextTable(rows, [START, END, END, START], width);
}

function toRuleLines({ rules, responses }: PersonaReport, width: number): string[] {
  const rows = rules.map(({ label, matched, missing }) => [toSafeLine(label), formatCount(matched), formatShareOf(matched, responses), formatCount(missing), formatShareOf(missing, responses)]);
  return toTextTable([['rule', 'matched', '', 'missing', ''], ...rows], [NAME, END, END, END, END], width);
}

function toMetricLines({ metrics, strong, moderate }: PersonaReport, width: number): string[] {
  const rows = Object.entries(metrics).map(([name, metric]) => {
    const words = toMetricWords(metric);
    return [toSafeLine(name), words.figure, words.interval, words.answered, words.detail];
  });
  if (rows.length === 0) return [];
  const head = `  over the ${plural(strong + moderate, 'matching response')}:`;
  return ['', head, ...toTextTable(rows, [NAME, END, END, END, NAME], width)];
}

function toOverlapLines({ overlap, respondents }: SurveyReport, { width, paint }: Pen): string[] {
  if (overlap.length === 0) return [];
  const rows = overlap.map(({ a, b, both, jaccard }) => [`${toSafeLine(a)} + ${toSafeLine(b)}`, formatCount(both), formatShareOf(both, respondents), formatNumber(jaccard, 3)]);
  return ['', paint('name', 'Overlaps'), ...toTextTable([['respondents who match both', 'both', '', 'Jaccard'], ...rows], [NAME, END, END, END], width)];
}
