import { type TimeRange, readTimeRange } from '../../ui/control/time-range.ts';
import { compact, type RawSearch, readChoice, readId, readText } from '../../ui/search-params.ts';

export type Band = 'strong' | 'moderate' | 'weak';

export type ResponsesSearch = {
  range?: TimeRange;
  form?: number;
  respondent?: number;
  import?: number;
  persona?: number;
  /** With `persona`. */
  band?: Band;
  /** First and last day, YYYY-MM-DD, both included; they come before `range`. */
  from?: string;
  to?: string;
  /** In an answer or in the external id. */
  q?: string;
  /** The key of an answer and what it says; only together. */
  attribute?: string;
  answer?: string;
  /** Keys of the answers that are shown as columns, with | between. */
  columns?: string;
};

/** The filters of the address that are well formed. */
export function readResponsesSearch(raw: RawSearch): ResponsesSearch {
  const [attribute, answer] = [readText(raw, 'attribute'), readText(raw, 'answer')];
  const persona = readId(raw, 'persona');
  return compact({
    range: readTimeRange(raw),
    form: readId(raw, 'form'),
    respondent: readId(raw, 'respondent'),
    import: readId(raw, 'import'),
    persona,
    band: persona === undefined ? undefined : readChoice(raw, 'band', ['strong', 'moderate', 'weak']),
    from: readDay(raw, 'from'),
    to: readDay(raw, 'to'),
    q: readText(raw, 'q'),
    attribute, answer,
    columns: readText(raw, 'columns'),
  });
}

/** Whether anything but the columns narrows the list. */
export function hasFilters({ columns: _columns, range, attribute, answer, ...search }: ResponsesSearch): boolean {
  return Object.keys(search).length > 0 || (range !== undefined && range !== 'all') || (attribute !== undefined && answer !== undefined);
}

function readDay(raw: RawSearch, name: string): string | undefined {
  const text = readText(raw, name);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
