import { TOO_FEW_BELOW } from '@likeness/core';
import { type ShareFigure, toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import { messages } from './messages.ts';
import { type Level, LEVELS } from './search.ts';
import type { Portfolio } from './use-portfolio.ts';

/** The answer of the page in words, and the three nested shares behind it. */
export type AnswerView = {
  heading: string;
  sentence: { text: string; isStrong: boolean }[];
  levels: { level: Level; name: string; from: string | null; figure: ShareFigure }[];
};

type Thresholds = { moderate: number; strong: number };

/** "Already" is said of the first personas that reach this part of what all reach. */
const NEARLY_ALL_RATIO = 0.95;

/**
 * What all personas together stand for at a level. With fewer than 30 respondents it says only what was counted.
 *
 * @param thresholds the tenant's, in percent of the score
 */
export function toAnswerView(portfolio: Portfolio, thresholds: Thresholds, formats: Formats = browserFormats): AnswerView {
  const words = messages.answer;
  const { union, personas, total_customers: n, first_day: firstDay, last_day: lastDay } = portfolio;
  const from: Record<Level, string | null> = {
    match: words.from(formats.count(thresholds.moderate)), strong: words.from(formats.count(thresholds.strong)), every_rule: null,
  };
  const shares = { match: union.coverage, strong: union.strong_coverage, every_rule: union.prevalence };
  return {
    heading: words.heading(words.active(personas.length), words.respondents(n), firstDay !== null && lastDay !== null ? words.days(formats.day(firstDay), formats.day(lastDay)) : ''),
    sentence: toSentence(portfolio, formats),
    levels: LEVELS.map((level) => ({ level, name: words.levels[level], from: from[level], figure: toShareFigure(shares[level], formats) })),
  };
}

function toSentence({ level, personas, nobody, greedy_order: order }: Portfolio, formats: Formats): AnswerView['sentence'] {
  const words = messages.answer;
  const { persona_customers: alone, total_customers: n } = nobody;
  const covered = n - alone;
  if (n < TOO_FEW_BELOW) return [{ text: words.tooFew[level](formats.count(covered), formats.count(n)), isStrong: false }];
  // The interval of the complement mirrors that of the gap.
  const [low, high] = nobody.interval;
  const early = toEarly(order);
  return [
    { text: words.standFor(personas.length), isStrong: false },
    { text: words.inHundred(formats.count(100 - high), formats.count(100 - low)), isStrong: true },
    { text: words.how[level], isStrong: false },
    ...(early === null ? [] : [{ text: words.already(early.count, formats.count(early.percent)), isStrong: false }]),
    ...(alone === 0 ? [{ text: words.everybody, isStrong: false }] : [{ text: words.people(alone), isStrong: true }, { text: words.haveNobody(alone), isStrong: false }]),
  ];
}

/** The first personas that already reach nearly all that all of them reach; null when that takes (almost) all of them. */
function toEarly(order: Portfolio['greedy_order']): { count: number; percent: number } | null {
  const all = order.at(-1)?.covered ?? 0;
  const index = order.findIndex(({ covered }) => covered >= NEARLY_ALL_RATIO * all);
  const percent = order[index]?.percentage ?? null;
  return percent === null || order.length < 3 || index > order.length - 2 ? null : { count: index + 1, percent };
}
