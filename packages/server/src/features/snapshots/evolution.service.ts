import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { notFound } from '../../failures/failure.ts';
import { findEvolution, findLatestSnapshot } from './snapshot.queries.ts';
import type { Snapshot } from './snapshot.ts';

export type EvolutionService = {
  /** A persona's snapshots of so many days up to today, oldest first. Throws `not_found`. */
  list(caller: Caller, personaId: number, days: number): Promise<Snapshot[]>;
  /** The newest of them, or null. Throws `not_found`. */
  findLatest(caller: Caller, personaId: number): Promise<Snapshot | null>;
};

/** Reads a persona's history. Days are those of the tenant's time zone. */
export function createEvolutionService({ db, clock }: { db: Database; clock: Clock }): EvolutionService {
  return {
    list: async ({ tenantId }, personaId, days) => {
      const snapshots = await readTenant(db, tenantId, (trx) => findEvolution(trx, tenantId, personaId, { days, now: clock.now() }));
      if (snapshots === null) throw notFound('persona');
      return snapshots;
    },
    findLatest: ({ tenantId }, personaId) =>
      readTenant(db, tenantId, async (trx) => {
        const persona = await trx.selectFrom('cx_personas').select('id').where('tenant_id', '=', tenantId).where('id', '=', personaId).executeTakeFirst();
        if (!persona) throw notFound('persona');
        return findLatestSnapshot(trx, tenantId, personaId);
      }),
  };
}
