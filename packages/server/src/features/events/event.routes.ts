import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { EventService } from './event.service.ts';

/** The live stream of a tenant's changes. */
export function eventRoutes(events: EventService): BoundOperation[] {
  return [
    bind(operations.streamEvents, async ({ caller, headers }) => ({
      status: 200,
      body: await events.open(caller, headers['last-event-id']),
      // A proxy that collects the answer would hold events back.
      headers: { 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    })),
  ];
}
