import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { findLatestSnapshot } from '../snapshots/snapshot.queries.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { listFigureCounts } from './figure-counts.queries.ts';
import { type WindowDays, toResponseWindow } from './response-window.ts';
import { getScoredPersona } from './scored-personas.queries.ts';
import { type Figures, NO_COUNTS, toFigures } from './to-figures.ts';

/** Everything the dashboard's head shows, named as the contract names it. */
type Analytics = Figures & {
  persona_name: string;
  window: { startDate: string | null; endDate: string | null; time_zone: string };
  latest_data: Snapshot | null;
  edition: number | null;
  newest_edition: number;
  as_of: string;
};

export type AnalyticsService = {
  /**
   * How does a persona do in the responses submitted on these days?
   *
   * All figures belong to the edition that its scores were computed under and to one moment. Throws `not_found` for an
   * unknown persona, `invalid_input` for days in the wrong order.
   */
  getAnalytics(caller: Caller, personaId: number, days: WindowDays): Promise<Analytics>;
};

export function createAnalyticsService({ db, clock }: { db: Database; clock: Clock }): AnalyticsService {
  return {
    getAnalytics: (caller, personaId, days) =>
      readTenant(db, caller.tenantId, async (trx) => {
        const { tenantId } = caller;
        const persona = await getScoredPersona(trx, tenantId, personaId);
        const { timeZone, thresholds } = await loadDictionaries(trx, tenantId);
        const window = toResponseWindow(days, timeZone);
        const isCalculated = persona.scoredEdition !== null;
        const counts = await listFigureCounts(trx, tenantId, isCalculated ? [personaId] : [], window);
        return {
          persona_name: persona.name,
          window: { startDate: days.startDate ?? null, endDate: days.endDate ?? null, time_zone: timeZone },
          ...toFigures(counts.get(personaId) ?? NO_COUNTS, persona.ruleSet, thresholds, { isCalculated }),
          latest_data: await findLatestSnapshot(trx, tenantId, personaId),
          edition: persona.scoredEdition,
          newest_edition: persona.newestEdition,
          as_of: clock.now().toISOString(),
        };
      }),
  };
}
