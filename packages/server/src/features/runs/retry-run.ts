import type { Caller } from '../../access/caller.ts';
import { Failure } from '../../failures/failure.ts';
import type { Run, RunKind } from './run.ts';
import type { RunService } from './run.service.ts';

/** Starts what a run did, as the feature does that the work belongs to. */
export type RunStarter = (caller: Caller, run: Run) => Promise<Run>;

/** Does what a failed run did once more and answers the new run. Throws `not_found`, `wrong_state` and what its feature throws. */
export type RetryRun = (caller: Caller, runId: number) => Promise<Run>;

/** Makes what does failed runs again. `starters`: one for each kind. */
export function createRetryRun(runs: Pick<RunService, 'get'>, starters: Record<RunKind, RunStarter>): RetryRun {
  return async (caller, runId) => {
    const run = await runs.get(caller, runId);
    if (run.status !== 'failed') throw new Failure('wrong_state', 'Only a run that failed can be done again.');
    return starters[run.kind](caller, run);
  };
}
