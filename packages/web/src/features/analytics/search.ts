import { type TimeRange, readTimeRange } from '../../ui/control/time-range.ts';
import { compact, type RawSearch } from '../../ui/search-params.ts';

export type AnalyticsSearch = { range?: TimeRange };

/** The parameters of the address that are well formed. */
export function readAnalyticsSearch(raw: RawSearch): AnalyticsSearch {
  return compact({ range: readTimeRange(raw) });
}
