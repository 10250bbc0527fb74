import type { DatabaseFacts } from '../../db/database.ts';
import type { CarriedError } from './carried-error.ts';
import type { FrameStatistics } from './frame-service.ts';

/** What a thread starts with. `jobsModule`: URL of a module that exports `frameJobs`. */
export type ThreadStart = { database: DatabaseFacts; memoryBytes: number; idleMs: number; jobsModule: string };

/** To the thread. `cancelled[0]` becomes 1 when nobody waits any more: memory that both sides see, so that a busy loop can look. */
export type ThreadOrder =
  | { type: 'run'; run: number; tenantId: number; name: string; input: unknown; cancelled: Int32Array }
  | { type: 'cancel'; run: number }
  | { type: 'close' };

/** From the thread. */
export type ThreadNews =
  | { type: 'answered'; run: number; answer: unknown; statistics: FrameStatistics }
  | { type: 'failed'; run: number; error: CarriedError; statistics: FrameStatistics }
  | { type: 'progressed'; run: number; done: number; total: number }
  | { type: 'counted'; statistics: FrameStatistics };
