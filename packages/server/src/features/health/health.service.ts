import type { Database } from '../../db/database.ts';
import { isDatabaseError } from '../../db/database-error.ts';
import { Failure } from '../../failures/failure.ts';

export type Readiness = { status: 'ready'; database: string; migrations: number; jobs: boolean };
export type HealthService = { getReadiness(): Promise<Readiness> };

/** `areJobsRunning` tells whether this process takes up runs and scheduled work. */
export function createHealthService(db: Database, areJobsRunning: () => boolean): HealthService {
  return {
    /** Can this process serve requests? Throws `not_ready` when the database does not answer. */
    async getReadiness() {
      try {
        const { rows } = await db.app.query<{ migrations: number }>('select count(*)::int as migrations from likeness_migrations');
        return { status: 'ready', database: `PostgreSQL ${db.serverVersion}`, migrations: rows[0]?.migrations ?? 0, jobs: areJobsRunning() };
      } catch (error) {
        const reason = isDatabaseError(error) ? error.message : 'The database does not answer.';
        throw new Failure('not_ready', reason, [], { cause: error });
      }
    },
  };
}
