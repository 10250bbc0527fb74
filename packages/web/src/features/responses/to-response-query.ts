import { toDays } from '../../ui/control/time-range.ts';
import type { ResponsesSearch } from './search.ts';

/**
 * The filters of the address as the API takes them. Days given by hand come before the time range.
 *
 * @param today the tenant's day, YYYY-MM-DD
 * @example toResponseQuery({ form: 2, range: '7' }, '2026-01-31') // { form_id: 2, startDate: '2026-01-25', endDate: '2026-01-31' }
 */
export function toResponseQuery(search: ResponsesSearch, today: string) {
  const { form, respondent, import: importId, persona, band, from, to, q, attribute, answer, range = 'all' } = search;
  const hasDays = from !== undefined || to !== undefined;
  return {
    ...(form !== undefined && { form_id: form }),
    ...(respondent !== undefined && { respondent_id: respondent }),
    ...(importId !== undefined && { import_id: importId }),
    ...(persona !== undefined && { persona_id: persona }),
    ...(band !== undefined && { band }),
    ...(q !== undefined && { text: q }),
    ...(attribute !== undefined && answer !== undefined && { attribute, answer }),
    ...(hasDays ? { ...(from !== undefined && { startDate: from }), ...(to !== undefined && { endDate: to }) } : toDays(range, today)),
  };
}
