import { HIDDEN_BELOW, TOO_BROAD_BELOW_RULES, TOO_FEW_BELOW } from '@likeness/core';
import { type ShareFigure, toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { messages } from './messages.ts';
import type { Analytics } from './use-dashboard.ts';

export type VerdictTone = 'match' | 'warn' | 'dashed';

/** The answer of the page: a word, a sentence in parts, the reason, and the three shares, each inside the one before. */
export type VerdictView = {
  word: string;
  tone: VerdictTone;
  icon: IconName | null;
  sentence: readonly { text: string; isStrong: boolean }[];
  reason: string | null;
  levels: readonly { name: string; from: string; figure: ShareFigure; fill: 'moderate' | 'strong' | 'ink' }[];
};

type Bands = { moderate: number; strong: number };
type Context = { ruleCount: number; bands: Bands; formats?: Formats };
type Word = Analytics['verdict']['word'];

const LOOKS: Record<Word, { tone: VerdictTone; icon: IconName | null }> = {
  'good': { tone: 'match', icon: 'good' },
  'fair': { tone: 'match', icon: 'fair' },
  'poor': { tone: 'warn', icon: 'poor' },
  'too broad': { tone: 'warn', icon: 'broad' },
  'too few to tell': { tone: 'dashed', icon: null },
  'no rules yet': { tone: 'dashed', icon: null },
};

/** What the top of the page says, from the persona's figures of a time range. */
export function toVerdict(analytics: Analytics, { ruleCount, bands, formats = browserFormats }: Context): VerdictView {
  const words = messages.verdict;
  const { word } = analytics.verdict;
  return {
    word: words.words[word],
    ...LOOKS[word],
    sentence: toSentence(analytics, formats),
    reason: toReason(analytics, ruleCount, formats),
    levels: [
      { name: words.match, from: words.matchFrom(formats.count(bands.moderate)), figure: toShareFigure(analytics.coverage, formats), fill: 'moderate' },
      { name: words.strong, from: words.strongFrom(formats.count(bands.strong)), figure: toShareFigure(analytics.strong_coverage, formats), fill: 'strong' },
      { name: words.everyRule, from: words.allHold(ruleCount), figure: toShareFigure(analytics.prevalence, formats), fill: 'ink' },
    ],
  };
}

function toSentence({ coverage, strong_coverage: strong, match_statistics: match }: Analytics, formats: Formats): VerdictView['sentence'] {
  const words = messages.verdict;
  const { persona_customers: matching, total_customers: n } = coverage;
  const [low = 0, high = 100] = coverage.interval;
  const plain = (text: string) => ({ text, isStrong: false });
  const strongly = (text: string) => ({ text, isStrong: true });
  if (n < HIDDEN_BELOW) return [plain(words.hidden(formats.count(n)))];
  if (n < TOO_FEW_BELOW) return [plain(words.tooFew(formats.count(matching), formats.count(n), formats.count(low), formats.count(high)))];
  return [
    ...(match.avg_match_score === null ? [] : [plain(words.average(formats.count(match.avg_match_score)))]),
    plain(words.between),
    strongly(words.range(formats.count(low), formats.count(high))),
    plain(words.matchBut),
    strongly(words.inHundred(formats.count(strong.percentage ?? 0))),
    plain(words.strongly),
  ];
}

function toReason({ verdict, strong_coverage: strong }: Analytics, ruleCount: number, formats: Formats): string | null {
  const words = messages.verdict;
  if (verdict.word === 'too broad') return ruleCount < TOO_BROAD_BELOW_RULES ? words.fewRules : words.fitsEveryone;
  if (verdict.word !== 'good' && verdict.word !== 'fair' && verdict.word !== 'poor') return null;
  if (strong.persona_customers === 0) return words.nobodyStrong;
  if (verdict.coherence === null || verdict.interval === null) return null;
  const [low = 0, high = 0] = verdict.interval;
  const times = (value: number): string => formats.number(value, value < 10 ? 1 : 0);
  return words.coherence(times(verdict.coherence), times(low), times(high), words.kinds[verdict.word]);
}
