import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { Failure, notFound } from '../../failures/failure.ts';
import type { Run } from '../runs/run.ts';
import { isRunning } from '../runs/run.queries.ts';
import type { RunService } from '../runs/run.service.ts';
import { listScorablePersonas } from './persona-rules.queries.ts';

export type PersonaRunService = {
  /**
   * Starts a run of one persona at a person's request. One that waits already is joined.
   *
   * Throws `not_found`, `no_rules`, or `already_running` while the same is under way: pressing twice is no second wish.
   */
  start(caller: Caller, personaId: number, kind: 'batch-calculate' | 'sync'): Promise<Run>;
  /** The same for what a failed run did: of one persona, or (null) of all. */
  again(caller: Caller, personaId: number | null, kind: 'batch-calculate' | 'sync'): Promise<Run>;
  /** Waits for the end and answers the run when it succeeded. Throws its failure otherwise. */
  waitFor(caller: Caller, run: Run, signal: AbortSignal): Promise<Run>;
};

export function createPersonaRunService({ db, runs }: { db: Database; runs: RunService }): PersonaRunService {
  const start: PersonaRunService['start'] = async (caller, personaId, kind) => {
    const { tenantId } = caller;
    const run = await withTenant(db, tenantId, async (trx) => {
      const persona = await trx.selectFrom('cx_personas').select('id').where('tenant_id', '=', tenantId).where('id', '=', personaId).executeTakeFirst();
      if (!persona) throw notFound('persona');
      const [scorable] = await listScorablePersonas(trx, tenantId, [personaId]);
      if (!scorable) throw new Failure('no_rules', 'The persona has no rules yet, so there is nothing to calculate. Give it at least one rule.');
      if (await isRunning(trx, tenantId, kind, personaId)) throw new Failure('already_running', 'This is under way for the persona already. Follow its run.');
      return runs.requestRun(trx, caller, { kind, personaId });
    });
    runs.dispatchRuns();
    return run;
  };
  return {
    start,
    again: async (caller, personaId, kind) => {
      if (personaId !== null) return start(caller, personaId, kind);
      const run = await withTenant(db, caller.tenantId, (trx) => runs.requestRun(trx, caller, { kind }));
      runs.dispatchRuns();
      return run;
    },
    waitFor: async (caller, { id }, signal) => {
      const run = await runs.runToEnd(caller, id, signal);
      if (run.error) throw new Failure(run.error.code, run.error.message);
      return run;
    },
  };
}
