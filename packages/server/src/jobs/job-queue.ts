import { PgBoss, type Clock as BossClock } from 'pg-boss';
import { toPoolSettings } from '../db/connection-settings.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../log.ts';

const SESSIONS = 3;
const STOP_WITHIN_MS = 10_000;

/** The job queue, started, and how to stop it: what is under way is waited for, for ten seconds at most. */
export type JobQueue = { boss: PgBoss; stop(): Promise<void> };

/**
 * Opens pg-boss in a schema of its own (`pgboss`, made when missing), as the role that owns the database.
 *
 * Trouble that it meets later is logged, and it goes on. `clock` is for tests alone.
 */
export async function openJobQueue({ db, log, clock }: { db: Database; log: Log; clock?: BossClock }): Promise<JobQueue> {
  const { connectionString, options } = toPoolSettings(db.url, SESSIONS);
  const boss = new PgBoss({
    connectionString: String(connectionString),
    options: String(options),
    max: SESSIONS,
    application_name: 'likeness-jobs',
    schema: 'pgboss',
    useListenNotify: true,
    ...(clock && { clock }),
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue met an error'));
  boss.on('warning', (warning) => log.warn({ warning }, 'the job queue warns'));
  await boss.start();
  return { boss, stop: () => boss.stop({ graceful: true, close: true, timeout: STOP_WITHIN_MS }) };
}
