import { compact, type RawSearch, readChoice } from '../../ui/search-params.ts';

const STATUSES = ['queued', 'running', 'succeeded', 'failed'] as const;
const KINDS = ['batch-calculate', 'sync', 'import', 'undo-import'] as const;

export type RunsSearch = { status?: (typeof STATUSES)[number]; kind?: (typeof KINDS)[number] };

/** The filters of the address that are well formed. */
export function readRunsSearch(raw: RawSearch): RunsSearch {
  return compact({ status: readChoice(raw, 'status', STATUSES), kind: readChoice(raw, 'kind', KINDS) });
}
