import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { RunService } from './run.service.ts';

/** Reading runs; what starts them lives with the features that do the work. */
export function runRoutes(runs: RunService): BoundOperation[] {
  return [
    bind(operations.listRuns, async ({ caller, query }) => ({ status: 200, body: await runs.list(caller, query) })),
    bind(operations.getRun, async ({ caller, params }) => ({ status: 200, body: await runs.get(caller, params.id) })),
  ];
}
