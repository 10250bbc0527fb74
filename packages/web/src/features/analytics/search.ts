import { type TimeRange, readTimeRange } from '../../ui/control/time-range.ts';
import { compact, type RawSearch, readChoice, readId } from '../../ui/search-params.ts';

/** Groups of respondents that a figure of the tab opens; the words of the API. */
export const PEOPLE_SETS = ['everybody', 'match', 'strong', 'moderate', 'weak', 'every_rule', 'one_rule_short'] as const;

export type PeopleSet = (typeof PEOPLE_SETS)[number];

export type AnalyticsSearch = {
  range?: TimeRange;
  /** Whose list is open beside the page. */
  people?: PeopleSet;
  /** With `people`: only those who do not pass this rule, counted from 1. */
  rule?: number;
  /** What the volume's bars show; counts without it. */
  volume?: 'shares';
  /** All days under the edition of the present scores; without it each under that of its day. */
  under?: 'one';
};

/** The parameters of the address that are well formed. */
export function readAnalyticsSearch(raw: RawSearch): AnalyticsSearch {
  return compact({
    range: readTimeRange(raw),
    people: readChoice(raw, 'people', PEOPLE_SETS),
    rule: readId(raw, 'rule'),
    volume: readChoice(raw, 'volume', ['shares']),
    under: readChoice(raw, 'under', ['one']),
  });
}
