import { TOO_FEW_BELOW } from '@likeness/core';
import { METRICS, type Metric, poolMetric } from '../../ui/figure/pool-metric.ts';
import { toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import { toRuleTexts } from '../../ui/rule-text/to-rule-text.ts';
import { toAttributeName } from '../../ui/rule-text/to-value-text.ts';
import { toVerdictLook } from '../../ui/verdict/to-verdict-look.ts';
import type { Persona, Portfolio } from './load-gallery.ts';
import { messages } from './messages.ts';
import { meanDifference, pairedDifference } from './paired-difference.ts';
import { verdictWordOf } from './verdict-word.ts';

type Pooled = ReturnType<typeof poolMetric>;
type MetricDays = Parameters<typeof poolMetric>[0];

/** One value of a comparison: its text, what stands under it, and how it differs from the first persona's; null: not tested. */
export type ComparedValue = { text: string; detail: string | null; difference: { text: string; says: 'more' | 'fewer' | 'higher' | 'lower' | 'same' } | null };

/** A line of the comparison, a value a persona. */
export type ComparisonRow = { key: string; name: string; values: readonly ComparedValue[] };

type Context = { portfolio: Portfolio; days: ReadonlyMap<number, MetricDays>; formats?: Formats };

/** Two to four personas side by side: figures with their intervals, metrics with n, and a line an attribute of their rules. */
export function toComparison(personas: readonly Persona[], { portfolio, days, formats = browserFormats }: Context): ComparisonRow[] {
  const words = messages.compare;
  const row = (key: string, name: string, toValue: (persona: Persona) => ComparedValue): ComparisonRow => ({ key, name, values: personas.map(toValue) });
  const first = personas[0];
  return [
    row('status', words.status, ({ status }) => plain(messages.personas.status[status])),
    row('verdict', words.verdict, (persona) => plain(toVerdictLook(verdictWordOf(persona)).word)),
    row('coverage', words.coverage, (persona) => toShare(persona, 'coverage', formats, coverageDifference(persona, first, portfolio, formats))),
    row('strong', words.strong, (persona) => toShare(persona, 'strong_coverage', formats, null)),
    row('average', words.averageMatch, ({ figures }) => plain(toAverage(figures?.avg_match_score ?? null, formats))),
    ...METRICS.map((metric) => row(metric, messages.compare.metrics[metric], (persona) => toMetric(persona, first, metric, days, formats))),
    row('edition', words.edition, ({ edition }) => plain(formats.count(edition))),
    ...toRuleRows(personas),
  ];
}

function toAverage(score: number | null, formats: Formats): string | null {
  return score === null ? null : formats.score(score);
}

function plain(text: string | null): ComparedValue {
  return { text: text ?? messages.personas.none, detail: null, difference: null };
}

function toShare({ figures }: Persona, kind: 'coverage' | 'strong_coverage', formats: Formats, difference: ComparedValue['difference']): ComparedValue {
  if (figures === null || figures === undefined) return plain(null);
  const share = toShareFigure(figures[kind], formats);
  if (share.grade === 'nobody' || share.grade === 'hidden') return { ...plain(null), detail: messages.sample(share.sample) };
  return { text: share.percent, detail: `${share.range} · ${messages.sample(share.sample)}`, difference: share.grade === 'normal' ? difference : null };
}

/** Only between active personas: of them it is known who matches both. */
function coverageDifference(persona: Persona, first: Persona | undefined, portfolio: Portfolio, formats: Formats): ComparedValue['difference'] {
  if (first === undefined || first.id === persona.id) return null;
  const countOf = (id: number): number | undefined => portfolio.personas.find(({ persona_id }) => persona_id === id)?.coverage.persona_customers;
  const [mine, theirs] = [countOf(persona.id), countOf(first.id)];
  const both = portfolio.overlap.find(({ a, b }) => (a === persona.id && b === first.id) || (a === first.id && b === persona.id))?.both;
  if (mine === undefined || theirs === undefined || both === undefined) return null;
  const difference = pairedDifference(mine - both, theirs - both, portfolio.total_customers);
  return difference && { text: messages.compare.differs(formats.number(difference.low, 1), formats.number(difference.high, 1)), says: difference.says };
}

function toMetric(persona: Persona, first: Persona | undefined, metric: Metric, days: Context['days'], formats: Formats): ComparedValue {
  const of = (id: number) => poolMetric(days.get(id) ?? [], metric);
  const mine = of(persona.id);
  if (mine.value === null) return plain(null);
  const write = (value: number): string => (metric === 'nps' ? formats.nps(value) : formats.number(value));
  const sample = messages.sample(formats.count(mine.n));
  const theirs = first === undefined || first.id === persona.id ? null : of(first.id);
  const isEnough = mine.n >= TOO_FEW_BELOW && theirs !== null && theirs.n >= TOO_FEW_BELOW;
  return {
    text: write(mine.value),
    detail: mine.interval === null ? sample : `${write(mine.interval[0])} – ${write(mine.interval[1])} · ${sample}`,
    difference: isEnough ? toMeanDifference(mine, theirs, metric === 'nps' ? 0 : 2, formats) : null,
  };
}

function toMeanDifference(mine: Pooled, theirs: Pooled, decimals: number, formats: Formats): ComparedValue['difference'] {
  const difference = meanDifference(mine, theirs);
  if (difference === null) return null;
  const text = messages.compare.differs(formats.number(difference.low, decimals), formats.number(difference.high, decimals));
  return { text, says: difference.says === 'more' ? 'higher' : difference.says === 'fewer' ? 'lower' : 'same' };
}

/** A line an attribute that at least one of them asks about at the top; groups of rules stand in a line of their own. */
function toRuleRows(personas: readonly Persona[]): ComparisonRow[] {
  const texts = personas.map((persona) => {
    const rules = Array.isArray(persona.rules?.rules) ? persona.rules.rules : [];
    const byAttribute = new Map<string, string[]>();
    for (const [index, text] of toRuleTexts(persona.rules).entries()) {
      const rule: unknown = rules[index];
      const key = typeof rule === 'object' && rule !== null && 'attribute' in rule && typeof rule.attribute === 'string' ? rule.attribute : '';
      byAttribute.set(key, [...(byAttribute.get(key) ?? []), key === '' ? text : text.replace(`${toAttributeName(key)} `, '')]);
    }
    return byAttribute;
  });
  const attributes = [...new Set(texts.flatMap((byAttribute) => [...byAttribute.keys()]))].toSorted((a, b) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b)));
  return attributes.map((attribute) => ({
    key: `rule:${attribute}`,
    name: attribute === '' ? messages.compare.groups : toAttributeName(attribute),
    values: texts.map((byAttribute) => plain(byAttribute.get(attribute)?.join('; ') ?? null)),
  }));
}
