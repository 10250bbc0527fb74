import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { notFound } from '../../failures/failure.ts';
import { findEvolution, findLatestSnapshot } from './snapshot.queries.ts';
import type { Snapshot } from './snapshot.ts';
import { toOneEdition } from './under-one-edition.ts';

export type EvolutionService = {
  /** A persona's snapshots of so many days up to today, oldest first; `scored`: all under the present scores' edition. Throws `not_found`. */
  list(caller: Caller, personaId: number, days: number, edition?: 'of_day' | 'scored'): Promise<Snapshot[]>;
  /** The newest of them, or null. Throws `not_found`. */
  findLatest(caller: Caller, personaId: number): Promise<Snapshot | null>;
};

/** Reads a persona's history. Days are those of the tenant's time zone. */
export function createEvolutionService({ db, clock }: { db: Database; clock: Clock }): EvolutionService {
  return {
    list: ({ tenantId }, personaId, days, edition = 'of_day') =>
      readTenant(db, tenantId, async (trx) => {
        const snapshots = await findEvolution(trx, tenantId, personaId, { days, now: clock.now() });
        if (snapshots === null) throw notFound('persona');
        return edition === 'scored' ? toOneEdition(trx, { tenantId, personaId }, snapshots) : snapshots;
      }),
    findLatest: ({ tenantId }, personaId) =>
      readTenant(db, tenantId, async (trx) => {
        const persona = await trx.selectFrom('cx_personas').select('id').where('tenant_id', '=', tenantId).where('id', '=', personaId).executeTakeFirst();
        if (!persona) throw notFound('persona');
        return findLatestSnapshot(trx, tenantId, personaId);
      }),
  };
}
