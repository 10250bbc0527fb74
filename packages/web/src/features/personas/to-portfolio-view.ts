import { messages } from './messages.ts';
import { type ShareFigure, toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import { toFigureText } from '../../ui/verdict/to-verdict-look.ts';
import type { Portfolio, Tenant } from './load-gallery.ts';

/** One of the three nested shares of all personas together. */
export type PortfolioLevel = { name: string; from: string | null; figure: ShareFigure; fill: 'moderate' | 'strong' | 'ink' };

/** The head of the gallery with every text ready. */
export type PortfolioView = {
  heading: string;
  /** The answer in plain words; parts that are emphasised are marked. */
  sentence: { text: string; isStrong: boolean }[];
  levels: PortfolioLevel[];
  gap: { count: string; figure: ShareFigure; matchNobody: string; isAnybody: boolean };
  remarks: string[];
  caption: string;
};

type Settings = Pick<Tenant['settings'], 'bands'>;

/**
 * All active personas together, in words and shares. Null when no persona is active: then there is no "together".
 *
 * @param settings the tenant's thresholds, which the level's names repeat
 */
export function toPortfolioView(portfolio: Portfolio, settings: Settings, formats: Formats = browserFormats): PortfolioView | null {
  if (portfolio.personas.length === 0) return null;
  const words = messages.portfolio;
  const { coverage, strong_coverage: strong, prevalence } = portfolio.union;
  const from = (threshold: number): string => words.from(formats.count(threshold));
  return {
    heading: words.heading(portfolio.personas.length),
    sentence: toSentence(portfolio, formats),
    levels: [
      { name: words.atLeastAMatch, from: from(settings.bands.moderate), figure: toShareFigure(coverage, formats), fill: 'moderate' },
      { name: words.strong, from: from(settings.bands.strong), figure: toShareFigure(strong, formats), fill: 'strong' },
      { name: words.everyRuleOfOne, from: null, figure: toShareFigure(prevalence, formats), fill: 'ink' },
    ],
    gap: {
      count: formats.count(portfolio.strong_gap.persona_customers),
      figure: toShareFigure(portfolio.strong_gap, formats),
      isAnybody: portfolio.strong_gap.persona_customers > 0,
      matchNobody: words.matchNobody(formats.count(portfolio.gap.persona_customers), portfolio.gap.persona_customers === 1),
    },
    remarks: portfolio.remarks.map(({ said }) => toFigureText(said, formats)),
    caption: messages.personas.asOf(
      formats.count(portfolio.total_customers),
      formats.count(portfolio.total_responses),
      formats.instant(new Date(portfolio.as_of)),
    ),
  };
}

/** Says "between" by the interval, never by the bare estimate; with too few people it says only what was counted. */
function toSentence({ personas, union, strong_gap: gap }: Portfolio, formats: Formats): PortfolioView['sentence'] {
  const words = messages.portfolio;
  const strong = union.strong_coverage;
  const figure = toShareFigure(strong, formats);
  if (figure.grade !== 'normal') {
    return [{ text: words.tooFew(formats.count(strong.persona_customers), figure.sample), isStrong: false }];
  }
  const alone = gap.persona_customers;
  return [
    { text: personas.length === 1 ? words.standsForOne : words.standsFor, isStrong: false },
    { text: words.inHundred(formats.count(figure.low), formats.count(figure.high)), isStrong: true },
    { text: words.strongly, isStrong: false },
    ...(alone === 0
      ? [{ text: words.everybodyHasOne, isStrong: false }]
      : [
          { text: words.people(formats.count(alone), alone === 1), isStrong: true },
          { text: words.haveNobody(alone === 1), isStrong: false },
        ]),
  ];
}
