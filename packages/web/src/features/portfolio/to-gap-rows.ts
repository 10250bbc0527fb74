import { type ShareFigure, toShareFigure } from '../../ui/figure/to-share-figure.ts';
import type { Differences } from './use-portfolio.ts';

/** One answer that the people nobody stands for give more or less often than everyone else. */
export type GapRow = { key: string; answer: string; question: string; people: ShareFigure; others: ShareFigure; says: 'more' | 'fewer' };
/** `topPercent`: the end of the scale, a multiple of 20. */
export type GapView = { rows: GapRow[]; topPercent: number };

/** The differing answers as rows on one scale from 0. */
export function toGapRows({ items }: Differences): GapView {
  const rows = items.flatMap((item): GapRow[] =>
    item.says !== 'more' && item.says !== 'fewer'
      ? []
      : [{
          key: `${item.attribute}:${item.answer}`, answer: item.answer, question: item.label ?? item.attribute,
          people: toShareFigure(item.people), others: toShareFigure(item.others), says: item.says,
        }],
  );
  const top = Math.max(20, ...rows.flatMap(({ people, others }) => [people.high, others.estimate]));
  return { rows, topPercent: Math.min(100, Math.ceil(top / 20) * 20) };
}
