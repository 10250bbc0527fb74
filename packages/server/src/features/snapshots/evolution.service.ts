import { addDays, dayOf } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { notFound } from '../../failures/failure.ts';
import { findLatestSnapshot, listSnapshots } from './snapshot.queries.ts';
import type { Snapshot } from './snapshot.ts';

export type EvolutionService = {
  /** A persona's snapshots of so many days up to today, oldest first. Throws `not_found`. */
  list(caller: Caller, personaId: number, days: number): Promise<Snapshot[]>;
  /** The newest of them, or null. Throws `not_found`. */
  findLatest(caller: Caller, personaId: number): Promise<Snapshot | null>;
};

/** Reads a persona's history. Days are those of the tenant's time zone. */
export function createEvolutionService({ db, clock }: { db: Database; clock: Clock }): EvolutionService {
  const read = <T>(caller: Caller, personaId: number, work: (trx: Parameters<Parameters<typeof readTenant>[2]>[0], timeZone: string) => Promise<T>): Promise<T> =>
    readTenant(db, caller.tenantId, async (trx) => {
      const row = await trx
        .selectFrom('cx_personas as p')
        .innerJoin('tenants as t', 't.id', 'p.tenant_id')
        .select('t.time_zone')
        .where('p.tenant_id', '=', caller.tenantId)
        .where('p.id', '=', personaId)
        .executeTakeFirst();
      if (!row) throw notFound('persona');
      return work(trx, row.time_zone);
    });
  return {
    list: (caller, personaId, days) =>
      read(caller, personaId, (trx, timeZone) => {
        const today = dayOf(clock.now(), timeZone);
        return listSnapshots(trx, caller.tenantId, personaId, addDays(today, 1 - days));
      }),
    findLatest: (caller, personaId) => read(caller, personaId, (trx) => findLatestSnapshot(trx, caller.tenantId, personaId)),
  };
}
