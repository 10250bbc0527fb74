import { operations } from '@likeness/contract';
import { clientGone } from '../../http/client-gone.ts';
import { bind, type BoundOperation } from '../../http/handler.ts';
import { prefersAsync } from '../../http/prefer-async.ts';
import type { PersonaRunService } from '../scoring/persona-run.service.ts';
import type { EvolutionService } from './evolution.service.ts';

/** A persona's history, and bringing it up to date on request. */
export function snapshotRoutes(evolution: EvolutionService, personaRuns: PersonaRunService): BoundOperation[] {
  return [
    bind(operations.getEvolution, async ({ caller, params, query }) => ({
      status: 200,
      body: await evolution.list(caller, params.id, query.days, query.edition),
    })),
    bind(operations.syncPersona, async ({ caller, params, headers, request }) => {
      const run = await personaRuns.start(caller, params.id, 'sync');
      if (prefersAsync(headers.prefer)) return { status: 202, body: run };
      const { result } = await personaRuns.waitFor(caller, run, clientGone(request));
      const daysWritten = Number(result?.days_written ?? 0);
      const snapshot = await evolution.findLatest(caller, params.id);
      return { status: 200, body: { success: true, snapshot, days_written: daysWritten, message: toMessage(daysWritten, result?.newest) } };
    }),
  ];
}

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @example toMessage(3, '2026-01-30') // '3 days written, the newest is 30 January 2026.' */
export function toMessage(daysWritten: number, newest: unknown): string {
  if (daysWritten === 0 || typeof newest !== 'string') return 'Everything is up to date.';
  return `${daysWritten.toLocaleString('en')} ${daysWritten === 1 ? 'day' : 'days'} written, the newest is ${DATE.format(new Date(newest))}.`;
}
