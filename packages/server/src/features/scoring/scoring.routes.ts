import { operations } from '@likeness/contract';
import { clientGone } from '../../http/client-gone.ts';
import { bind, type BoundOperation } from '../../http/handler.ts';
import { prefersAsync } from '../../http/prefer-async.ts';
import type { PersonaRunService } from './persona-run.service.ts';

/** Calculating a persona's scores on request. */
export function scoringRoutes(personaRuns: PersonaRunService): BoundOperation[] {
  return [
    bind(operations.batchCalculate, async ({ caller, params, headers, request }) => {
      const run = await personaRuns.start(caller, params.id, 'batch-calculate');
      if (prefersAsync(headers.prefer)) return { status: 202, body: run };
      const { result } = await personaRuns.waitFor(caller, run, clientGone(request));
      const [processed, matched] = [Number(result?.processed ?? 0), Number(result?.matched ?? 0)];
      const message = `${processed.toLocaleString('en')} responses scored, ${matched.toLocaleString('en')} match.`;
      return { status: 200, body: { success: true, processed, matched, message } };
    }),
  ];
}
