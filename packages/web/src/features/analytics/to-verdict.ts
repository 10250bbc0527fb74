import { TOO_FEW_BELOW } from '@likeness/core';
import { type ShareFigure, toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import type { SentencePart } from '../../ui/said/to-said-text.ts';
import { toVerdictText } from '../../ui/verdict/to-verdict-look.ts';
import { messages } from './messages.ts';
import type { Analytics } from './use-dashboard.ts';

/** The answer of the page: a word, a sentence in parts, the reason, and the three shares, each inside the one before. */
export type VerdictView = {
  word: Analytics['verdict']['word'];
  sentence: readonly SentencePart[];
  reason: string | null;
  levels: readonly { name: string; from: string; figure: ShareFigure; fill: 'moderate' | 'strong' | 'ink' }[];
};

type Bands = { moderate: number; strong: number };
type Context = { ruleCount: number; bands: Bands; formats?: Formats };

/** What the top of the page says, from the persona's figures of a time range. */
export function toVerdict(analytics: Analytics, { ruleCount, bands, formats = browserFormats }: Context): VerdictView {
  const words = messages.verdict;
  const { sentence, reason } = toVerdictText(analytics.verdict.said, formats);
  const { total_customers: n } = analytics.coverage;
  const average = analytics.match_statistics.avg_match_score;
  const isAverageShown = average !== null && n >= TOO_FEW_BELOW;
  return {
    word: analytics.verdict.word,
    sentence: isAverageShown ? [{ text: words.average(formats.count(average)), isStrong: false }, ...sentence] : sentence,
    reason,
    levels: [
      { name: words.match, from: words.matchFrom(formats.count(bands.moderate)), figure: toShareFigure(analytics.coverage, formats), fill: 'moderate' },
      { name: words.strong, from: words.strongFrom(formats.count(bands.strong)), figure: toShareFigure(analytics.strong_coverage, formats), fill: 'strong' },
      { name: words.everyRule, from: words.allHold(ruleCount), figure: toShareFigure(analytics.prevalence, formats), fill: 'ink' },
    ],
  };
}
