import { afterAll } from 'vitest';
import type { Database } from '../db/database.ts';
import { createFrameService } from '../features/frames/create-frame-service.ts';
import type { FrameService } from '../features/frames/frame-service.ts';

const nothing = (): void => undefined;
const made = new WeakMap<Database, FrameService>();

/**
 * The frames of a test file's database, with the server's own jobs in one thread; closed when the file is done. Asked again
 * for the same database it is the same one.
 *
 * Call it first at the top of the file. Cost: the thread starts with the first job, in some tenths of a second.
 *
 * @example
 * const db = await testDatabase();
 * const frames = testFrames(db);
 * await calculateScores(frames, tenantId, { personaIds: null });
 */
export function testFrames(db: Database): FrameService {
  const known = made.get(db);
  if (known !== undefined) return known;
  const frames = createFrameService({ db, log: { info: nothing, warn: nothing, error: nothing }, memoryBytes: 200_000_000, threads: 1 });
  made.set(db, frames);
  afterAll(() => frames.close());
  return frames;
}
