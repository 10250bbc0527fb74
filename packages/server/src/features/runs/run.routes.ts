import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { RetryRun } from './retry-run.ts';
import type { RunService } from './run.service.ts';

/** Reading runs, and doing failed ones again; what starts them first lives with the features that do the work. */
export function runRoutes(runs: RunService, retry: RetryRun): BoundOperation[] {
  return [
    bind(operations.listRuns, async ({ caller, query: { persona_id: personaId, import_id: importId, ...query } }) => ({
      status: 200,
      body: await runs.list(caller, { ...query, personaId, importId }),
    })),
    bind(operations.retryRun, async ({ caller, params }) => ({ status: 202, body: await retry(caller, params.id) })),
    bind(operations.getRun, async ({ caller, params }) => ({ status: 200, body: await runs.get(caller, params.id) })),
  ];
}
