import type { Database } from '../../db/database.ts';
import type { Run } from './run.ts';

/** A lock that is held. `lost` is aborted when the database ended the session that held it. */
export type RunLock = { lost: AbortSignal; release(): Promise<void> };

/**
 * Takes the lock that this run needs, or answers null when another run has it.
 *
 * One run at a time of one persona; a run of all personas excludes those of each. Held by a session of its own, so
 * that a killed server loses it with its connection and nothing has to be cleaned up. Any number of servers agree.
 */
export async function tryRunLock(db: Database, tenantId: number, run: Pick<Run, 'persona_id' | 'import_id'>): Promise<RunLock | null> {
  const session = await db.owner.connect();
  const lost = new AbortController();
  const onError = (error: Error): void => lost.abort(error);
  session.on('error', onError);
  const giveBack = (isBroken: boolean): void => {
    // A session in the pool has the pool's own listener.
    if (!isBroken) session.off('error', onError);
    session.release(isBroken);
  };
  try {
    const { shared, exclusive } = toLockNames(tenantId, run);
    for (const [call, name] of [['pg_try_advisory_lock_shared', shared], ['pg_try_advisory_lock', exclusive]] as const) {
      if (name === null) continue;
      const { rows } = await session.query<{ taken: boolean }>(`SELECT ${call}(hashtextextended($1, 0)) AS taken`, [name]);
      if (rows[0]?.taken) continue;
      await session.query('SELECT pg_advisory_unlock_all()');
      giveBack(false);
      return null;
    }
  } catch (error) {
    giveBack(true);
    throw error;
  }
  const release = async (): Promise<void> => {
    // A session that does not answer is ended, and its locks with it.
    const failure = await session.query('SELECT pg_advisory_unlock_all()').then(() => false, () => true);
    giveBack(failure || lost.signal.aborted);
  };
  return { lost: lost.signal, release };
}

function toLockNames(tenantId: number, run: Pick<Run, 'persona_id' | 'import_id'>): { shared: string | null; exclusive: string } {
  const all = `likeness:runs:${tenantId}`;
  if (run.import_id !== null) return { shared: null, exclusive: `${all}:import:${run.import_id}` };
  if (run.persona_id !== null) return { shared: all, exclusive: `${all}:persona:${run.persona_id}` };
  return { shared: null, exclusive: all };
}
