import { type ShareFigure, toShareFigure } from '../../ui/figure/to-share-figure.ts';
import type { PersonaMark } from './persona-mark.ts';
import { shareAt } from './to-warnings.ts';
import type { Portfolio } from './use-portfolio.ts';

/** One persona in the order in which each adds the most; percentages 0..100 of all respondents. */
export type CoverageStep = {
  mark: PersonaMark;
  alone: ShareFigure;
  /** Rings of the avatar. */
  shares: { match: number; strong: number };
  /** Covered by the personas before it. */
  beforePercent: number;
  adds: number;
  addsPercent: number;
  unionPercent: number;
  /** People whom only this persona reaches. */
  lost: number;
  lostPercent: number;
};

/** Each persona with what it adds to those before it and what would be lost without it, at the portfolio's level. */
export function toCoverageSteps(portfolio: Portfolio, marks: ReadonlyMap<number, PersonaMark>): CoverageStep[] {
  const { greedy_order: order, personas, level, total_customers: n } = portfolio;
  const toPercent = (count: number): number => (n === 0 ? 0 : (100 * count) / n);
  return order.flatMap(({ persona_id: id, adds, covered }) => {
    const [persona, mark] = [personas.find(({ persona_id }) => persona_id === id), marks.get(id)];
    if (persona === undefined || mark === undefined) return [];
    return [{
      mark,
      alone: toShareFigure(shareAt(persona, level)),
      shares: { match: persona.coverage.percentage ?? 0, strong: persona.strong_coverage.percentage ?? 0 },
      beforePercent: toPercent(covered - adds), adds, addsPercent: toPercent(adds), unionPercent: toPercent(covered),
      lost: persona.unique.count, lostPercent: persona.unique.percentage ?? 0,
    }];
  });
}
