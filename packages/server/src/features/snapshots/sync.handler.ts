import type { Clock } from '../../clock.ts';
import { Failure } from '../../failures/failure.ts';
import type { Log } from '../../log.ts';
import type { FrameService } from '../frames/frame-service.ts';
import type { RunHandler } from '../runs/run-executor.ts';
import { refreshSnapshots } from './snapshot.service.ts';

/**
 * Brings snapshots up to date: of one persona with today's, at a person's request; of all that are synchronised
 * automatically up to yesterday, at night. A persona that fails does not stop the others: each is logged, and named in
 * the result. The run fails when all of them did.
 */
export function createSyncHandler({ clock, log, frames }: { clock: Clock; log: Log; frames: FrameService }): RunHandler {
  return async ({ db, tenantId, run, report, signal }) => {
    const { persona_id } = run;
    const result = await refreshSnapshots({ db, frames }, tenantId, persona_id, { now: clock.now(), includeToday: persona_id !== null, signal });
    for (const { personaId, error } of result.errors) {
      log.error({ err: error, tenant_id: tenantId, run_id: run.id, persona_id: personaId }, 'persona could not be synchronised');
    }
    if (result.personas > 0 && result.errors.length === result.personas) {
      throw new Failure('internal', `None of ${result.personas} personas could be brought up to date. The log has the reasons under run ${run.id}.`);
    }
    await report(result.personas, result.personas);
    return {
      personas: result.personas - result.errors.length,
      days_written: result.daysWritten,
      newest: result.newest,
      errors: result.errors.map(({ personaId }) => ({ persona_id: personaId, message: `Persona ${personaId} could not be brought up to date; the log has the reason.` })),
    };
  };
}
