import { likeness } from '../../api/likeness.ts';
import { type TimeRange, toDays } from '../../ui/control/time-range.ts';
import type { OpenExport } from '../../ui/export/receive-file.ts';

type DashboardExports = { topMatches: OpenExport; evolution: OpenExport };

/** Asks for what the tab shows a part of, over the same days, to be exported. `today`: the tenant's, not known for a moment. */
export function dashboardExports(personaId: number, range: TimeRange, today: string | undefined): DashboardExports {
  const path = { id: personaId };
  const days: { startDate?: string; endDate?: string } = toDays(range, today ?? '');
  return {
    topMatches: (format, signal) => likeness.GET('/api/exports/cx-personas/{id}/top-matches', { params: { path, query: { ...days, format } }, parseAs: 'stream', signal }),
    evolution: (format, signal) => likeness.GET('/api/exports/cx-personas/{id}/evolution', { params: { path, query: { ...days, format } }, parseAs: 'stream', signal }),
  };
}
