import { sql, type RawBuilder } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { notFound } from '../../failures/failure.ts';

/** Whoever sees every transaction below `xid` as over sees all responses up to `id` that there will ever be. */
export type Watermark = { id: number; xid: string };

/**
 * What a frame has seen. `finalId`: no response up to it can still appear. `pending`: what takes its place when an update has
 * seen its transactions as over. `erasedSince`: erasures of transactions below it are known.
 */
export type SeenState = { finalId: number; pending: Watermark | null; erasedSince: string };

/** Before a frame is loaded: only the watermark is known, if one was taken. */
export type FirstLook = { finalId: 0; pending: Watermark | null; erasedSince: null };

/** Where the database stands, beside what a frame has seen. */
export type FrameState = {
  settingsRevision: number;
  /** Another value: the server was started anew, perhaps from a backup, and its past may be another one. */
  serverStart: string;
  /** Transactions below this number (xid8, as digits) are over, and seen. */
  xmin: string;
  /** Whether every response up to `pending.id` is visible now. */
  isPendingOver: boolean;
  /** All visible responses above the `finalId` that was seen, ascending, known ones included. Empty when nothing was seen yet. */
  newIds: number[];
  /** As '{[1,4),[7,8)}', one text for each erasure that may be unknown. */
  erasures: string[];
  /** Entries that stand for erasures nobody remembers any more (`forgetErasuresBefore`), where those may be unknown. */
  gapIds: number[];
  /** Whether this very transaction has changed what the frame holds; nobody else may see that before it commits. */
  hasOwnChanges: boolean;
};

/**
 * What has changed since a frame was last brought up to date, or since the watermark that was taken before it is loaded?
 *
 * Responses appear out of order: an id is taken before its transaction commits. But a transaction has its number before it
 * takes an id (`lockScoringShared`). So with `xid` taken after `id` was seen, every response up to `id` that will ever be
 * is visible to whoever sees all transactions below `xid` as over. Until an update has, everything above `finalId` is listed again.
 *
 * An erasure that was not visible the last time has a number from that time's `xmin` on. Numbers that this server has not
 * given yet came with a backup, and mean nothing.
 *
 * `mayHaveWritten`: whether this transaction may have changes of its own, which costs a little to find out.
 *
 * One query; throws `not_found` when there is no such tenant. Source: PostgreSQL manual, "Transaction ID and Snapshot Information
 * Functions".
 */
export async function findFrameState(trx: TenantTransaction, tenantId: number, seen: SeenState | FirstLook, { mayHaveWritten }: { mayHaveWritten: boolean }): Promise<FrameState> {
  const { finalId, pending, erasedSince } = seen;
  const { rows } = await sql<FrameState>`
    WITH mark AS (
      SELECT ${finalId}::bigint AS id, pg_current_xact_id_if_assigned() AS own
    )
    SELECT t.settings_revision AS "settingsRevision",
      pg_postmaster_start_time()::text AS "serverStart",
      pg_snapshot_xmin(pg_current_snapshot())::text AS xmin,
      coalesce(${pending?.xid ?? null}::xid8 <= pg_snapshot_xmin(pg_current_snapshot()), false) AS "isPendingOver",
      ARRAY(
        SELECT r.id FROM form_responses r
        WHERE r.tenant_id = ${tenantId} AND r.id > mark.id AND ${erasedSince !== null}
        ORDER BY r.id
      ) AS "newIds",
      ARRAY(
        SELECT e.response_ids::text FROM response_erasures e
        WHERE e.tenant_id = ${tenantId} AND e.erased_in >= ${erasedSince}::xid8 AND e.response_ids <> '{}'
          AND (e.erased_in < pg_snapshot_xmax(pg_current_snapshot()) OR e.erased_in = mark.own)
      ) AS erasures,
      ARRAY(
        SELECT e.id FROM response_erasures e
        WHERE e.tenant_id = ${tenantId} AND e.erased_in >= coalesce(${erasedSince}::xid8, '0'::xid8) AND e.response_ids = '{}'
      ) AS "gapIds",
      ${mayHaveWritten ? ownChanges(tenantId) : sql`false`} AS "hasOwnChanges"
    FROM tenants t CROSS JOIN mark
    WHERE t.id = ${tenantId}`.execute(trx);
  const [state] = rows;
  if (state === undefined) throw notFound('tenant');
  return state;
}

function ownChanges(tenantId: number): RawBuilder<boolean> {
  // By their ids, one by one: planned as a condition on them, it would read the whole table.
  return sql`mark.own IS NOT NULL AND (
    t.xmin = mark.own::xid
    OR EXISTS (
      SELECT FROM form_responses r
      WHERE r.tenant_id = ${tenantId} AND r.xmin = mark.own::xid
        AND r.id = ANY (ARRAY(SELECT n.id FROM form_responses n WHERE n.tenant_id = ${tenantId} AND n.id > mark.id ORDER BY n.id))
    )
    OR EXISTS (SELECT FROM response_erasures e WHERE e.tenant_id = ${tenantId} AND e.erased_in = mark.own)
  )`;
}

/**
 * The mark that a frame may have passed once it is loaded. Take it in a transaction that is over before the loading one
 * begins, or the mark would wait for itself.
 */
export async function takeWatermark(trx: TenantTransaction, tenantId: number): Promise<Watermark> {
  // The statement sees what was committed when it began, and gets its number later.
  const { rows } = await sql<Watermark>`
    SELECT coalesce(max(id), 0) AS id, pg_current_xact_id()::text AS xid FROM form_responses WHERE tenant_id = ${tenantId}`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate answered no row');
  return row;
}

/** A transaction number above that of every transaction that has taken a response's id until now. Takes one of its own. */
export async function takeXid(trx: TenantTransaction): Promise<string> {
  const { rows } = await sql<{ xid: string }>`SELECT pg_current_xact_id()::text AS xid`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('A query without a table answered no row');
  return row.xid;
}

/** The most responses there can be, quickly (their ids are among so many), or exactly and no further than `limit` when that is more. */
export async function estimateResponses(trx: TenantTransaction, tenantId: number, limit: number): Promise<number> {
  const { rows } = await sql<{ most: number }>`
    SELECT coalesce(max(id) - min(id) + 1, 0) AS most FROM form_responses WHERE tenant_id = ${tenantId}`.execute(trx);
  const most = rows[0]?.most ?? 0;
  if (most <= limit) return most;
  const counted = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (SELECT FROM form_responses WHERE tenant_id = ${tenantId} LIMIT ${limit + 1}) AS r`.execute(trx);
  return counted.rows[0]?.count ?? 0;
}

/** When were these responses submitted? In milliseconds since 1970 with fractions, in the order of `ids`; null for one that is not there. */
export async function listMoments(trx: TenantTransaction, tenantId: number, ids: readonly number[]): Promise<(number | null)[]> {
  const { rows } = await sql<{ moments: (number | null)[] }>`
    SELECT array_agg((extract(epoch FROM r.submitted_at) * 1000)::float8 ORDER BY given.position) AS moments
    FROM unnest(${ids}::bigint[]) WITH ORDINALITY AS given (id, position)
    LEFT JOIN form_responses r ON r.tenant_id = ${tenantId} AND r.id = given.id`.execute(trx);
  return rows[0]?.moments ?? [];
}
