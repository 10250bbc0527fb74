import { type TimeRange, readTimeRange } from '../../ui/control/time-range.ts';
import { compact, type RawSearch, readChoice, readId } from '../../ui/search-params.ts';

export type ResponsesSearch = {
  range?: TimeRange;
  form?: number;
  respondent?: number;
  import?: number;
  persona?: number;
  /** With `persona`. */
  band?: 'strong' | 'moderate' | 'weak';
};

/** The filters of the address that are well formed. */
export function readResponsesSearch(raw: RawSearch): ResponsesSearch {
  return compact({
    range: readTimeRange(raw),
    form: readId(raw, 'form'),
    respondent: readId(raw, 'respondent'),
    import: readId(raw, 'import'),
    persona: readId(raw, 'persona'),
    band: readChoice(raw, 'band', ['strong', 'moderate', 'weak']),
  });
}
