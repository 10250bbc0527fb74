import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { toDayWindow } from '../analytics/day-window.ts';
import type { Diagnostics } from '../analytics/diagnostics-answer.ts';
import type { WindowDays } from '../analytics/response-window.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import type { FrameService } from '../frames/frame-service.ts';
import { getPersonaRules } from './persona-rules.ts';

export type DiagnosticsService = {
  /**
   * Which rules carry a persona, which shut people out, and who is one rule short?
   *
   * Throws `not_found`, `no_rules`, `invalid_input`; `over_capacity` where responses do not fit into memory.
   */
  getDiagnostics(caller: Caller, personaId: number, days: WindowDays, signal?: AbortSignal): Promise<Diagnostics & { persona_id: number; edition: number; as_of: string }>;
};

export function createDiagnosticsService({ db, clock, frames }: { db: Database; clock: Clock; frames: FrameService }): DiagnosticsService {
  return {
    getDiagnostics: async ({ tenantId }, personaId, days, signal) => {
      const { edition, ...input } = await readTenant(db, tenantId, async (trx) => {
        const { timeZone } = await loadDictionaries(trx, tenantId);
        return { window: toDayWindow(days, timeZone), ...(await getPersonaRules(trx, tenantId, personaId)) };
      });
      const diagnostics = await frames.run(tenantId, 'diagnostics', input, signal ? { signal } : {});
      return { ...diagnostics, persona_id: personaId, edition, as_of: clock.now().toISOString() };
    },
  };
}
