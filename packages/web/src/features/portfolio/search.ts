import { type TimeRange, readTimeRange } from '../../ui/control/time-range.ts';
import { compact, type RawSearch, readChoice, readText } from '../../ui/search-params.ts';

/** How firmly somebody must fit a persona to count; the words of the API. */
export const LEVELS = ['match', 'strong', 'every_rule'] as const;

export type Level = (typeof LEVELS)[number];

export type PortfolioSearch = {
  range?: TimeRange;
  /** What counts as covered; strong without it. */
  level?: Level;
  /** Whose list is open: ids of personas with commas between, or `none` for the people nobody stands for. */
  people?: string;
  /** With `people`: also those who fit other personas beside these. */
  others?: 'any';
};

/** The parameters of the address that are well formed. */
export function readPortfolioSearch(raw: RawSearch): PortfolioSearch {
  const people = readText(raw, 'people');
  return compact({
    range: readTimeRange(raw),
    level: readChoice(raw, 'level', LEVELS),
    people: people !== undefined && /^(none|\d{1,15}(,\d{1,15})*)$/.test(people) ? people : undefined,
    others: readChoice(raw, 'others', ['any']),
  });
}
