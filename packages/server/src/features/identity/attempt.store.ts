import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { IdentityTables } from '../../db/identity-tables.ts';
import { toDatabaseError } from '../../db/sql-states.ts';

/** At most `max` attempts for `countedFor` in windows of `windowMs`, each beginning with its first attempt. */
export type AttemptLimit = { countedFor: string; max: number; windowMs: number };

/** Counts of attempts, shared by all servers of a database. */
export type AttemptStore = {
  /**
   * Counts one attempt, and answers how many seconds to wait: 0 when it is within the limit.
   * Counting and comparing are one statement, so attempts at the same time cannot all be the last one allowed.
   */
  countAttempt(limit: AttemptLimit): Promise<number>;
  /** Takes one attempt back, because it turned out to be a right one. */
  forgiveAttempt(limit: AttemptLimit): Promise<void>;
};

/** Attempts in the table `identity.attempts`, by the clock given. */
export function createAttemptStore(kysely: Kysely<IdentityTables>, clock: Clock): AttemptStore {
  return {
    async countAttempt({ countedFor, max, windowMs }) {
      const now = clock.now();
      const { rows } = await sql<{ count: number; window_ends_at: Date }>`
        insert into identity.attempts as known (counted_for, count, window_ends_at)
        values (${countedFor}, 1, ${new Date(now.getTime() + windowMs)})
        on conflict (counted_for) do update set
          count = case when known.window_ends_at <= ${now} then 1 else least(known.count, ${max}::integer) + 1 end,
          window_ends_at = case when known.window_ends_at <= ${now} then excluded.window_ends_at else known.window_ends_at end
        returning count, window_ends_at`.execute(kysely).catch(translate);
      const [attempt] = rows;
      if (attempt === undefined) throw new Error('An attempt was not counted');
      if (attempt.count === 1) await removeEnded(kysely, now);
      return attempt.count <= max ? 0 : Math.max(1, Math.ceil((attempt.window_ends_at.getTime() - now.getTime()) / 1000));
    },
    async forgiveAttempt({ countedFor }) {
      await kysely
        .updateTable('identity.attempts')
        .set((eb) => ({ count: eb('count', '-', 1) }))
        .where('counted_for', '=', countedFor)
        .where('count', '>', 0)
        .execute()
        .catch(translate);
    },
  };
}

async function removeEnded(kysely: Kysely<IdentityTables>, now: Date): Promise<void> {
  // Rows another attempt is counting on right now are left to it; two clean-ups never wait for each other.
  const ended = kysely.selectFrom('identity.attempts').select('counted_for').where('window_ends_at', '<=', now).forUpdate().skipLocked();
  await kysely.deleteFrom('identity.attempts').where('counted_for', 'in', ended).execute().catch(translate);
}

function translate(error: unknown): never {
  throw toDatabaseError(error);
}
