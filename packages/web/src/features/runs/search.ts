import { compact, type RawSearch, readChoice, readId } from '../../ui/search-params.ts';

export const STATUSES = ['queued', 'running', 'succeeded', 'failed'] as const;
export const KINDS = ['batch-calculate', 'sync', 'import', 'undo-import'] as const;

export type RunsSearch = { status?: (typeof STATUSES)[number]; kind?: (typeof KINDS)[number]; persona?: number; /** The run that is looked at. */ run?: number };

/** The filters of the address that are well formed. */
export function readRunsSearch(raw: RawSearch): RunsSearch {
  return compact({ status: readChoice(raw, 'status', STATUSES), kind: readChoice(raw, 'kind', KINDS), persona: readId(raw, 'persona'), run: readId(raw, 'run') });
}
