import { type TimeRange, readTimeRange } from '../../ui/control/time-range.ts';
import { compact, type RawSearch } from '../../ui/search-params.ts';

export type PortfolioSearch = { range?: TimeRange };

/** The parameters of the address that are well formed. */
export function readPortfolioSearch(raw: RawSearch): PortfolioSearch {
  return compact({ range: readTimeRange(raw) });
}
