import { afterAll } from 'vitest';
import { sql } from 'kysely';
import type { Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import type { TenantTransaction } from '../db/scoped-transaction.ts';
import type { JsonObject } from '../db/tables.ts';
import { readTenant, withTenant } from '../db/tenant-scope.ts';
import { newTenant } from './new-tenant.ts';
import { keysOf, rememberKeys } from '../features/responses/form-keys.service.ts';
import { insertResponses } from '../features/responses/response.store.ts';
import { lockScoringShared } from '../features/scoring/scoring-lock.ts';
import { createFrameService, type FrameServiceParts } from '../features/frames/create-frame-service.ts';
import type { frameJobs, SeenFrame } from '../features/frames/frame-jobs.testing.ts';
import type { FrameService } from '../features/frames/frame-service.ts';

export type TestFrames = FrameService<typeof frameJobs>;

/** Frames of a test file, with the jobs of the tests; closed when the file is done. What was logged is in `logged`. */
export function testFrames(db: Database, options: Partial<FrameServiceParts> = {}): { frames: TestFrames; logged: string[] } {
  const logged: string[] = [];
  const say = (_: object, message: string): void => void logged.push(message);
  const log = { info: say, warn: say, error: say };
  const jobsModule = new URL('../features/frames/frame-jobs.testing.ts', import.meta.url).href;
  const frames = createFrameService<typeof frameJobs>({ db, log, memoryBytes: 100_000_000, threads: 1, jobsModule, ...options });
  afterAll(() => frames.close());
  return { frames, logged };
}

export type Home = { ann: Caller; tenantId: number; formId: number };
export type Answered = { data: JsonObject; person?: string; at?: string };

export async function newHome(db: Database, options: { timeZone?: string } = {}): Promise<Home> {
  const ann = await newTenant(db, options);
  return { ann, tenantId: ann.tenantId, formId: await newForm(db, ann.tenantId) };
}

export async function newForm(db: Database, tenantId: number): Promise<number> {
  return withTenant(db, tenantId, async (trx) =>
    (await trx.insertInto('forms').values({ tenant_id: tenantId, name: 'Survey' }).returning('id').executeTakeFirstOrThrow()).id);
}

/** Stores responses as a submission does, in the given transaction or one of its own, and answers their ids. */
export async function store(db: Database, { tenantId, formId }: Home, responses: Answered[], within?: TenantTransaction): Promise<number[]> {
  const rows = responses.map(({ data, person, at }) => ({
    responseData: data, respondentKey: person ?? null, externalId: null, submittedAt: new Date(at ?? '2026-01-30T10:12:00Z'),
  }));
  const keys = await rememberKeys(db, tenantId, formId, keysOf(rows));
  const insert = async (trx: TenantTransaction): Promise<number[]> => {
    await lockScoringShared(trx, tenantId);
    return (await insertResponses(trx, tenantId, formId, rows, { keys })).ids;
  };
  return within === undefined ? withTenant(db, tenantId, insert) : insert(within);
}

export async function erase(db: Database, { tenantId }: Home, ids: number[]): Promise<void> {
  await withTenant(db, tenantId, (trx) => trx.deleteFrom('form_responses').where('tenant_id', '=', tenantId).where('id', 'in', ids).execute());
}

/** A transaction that stays open until it is told to end. */
export async function openTransaction(db: Database, tenantId: number): Promise<{ trx: TenantTransaction; commit(): Promise<void> }> {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  let done: Promise<void> = Promise.resolve();
  const trx = await new Promise<TenantTransaction>((resolve, reject) => {
    done = withTenant(db, tenantId, async (opened) => {
      resolve(opened);
      await ended;
    });
    done.catch(reject);
  });
  return {
    trx,
    commit: () => {
      end();
      return done;
    },
  };
}

/** What the database says a frame should hold: days in UTC, cells of one key an attribute. */
export async function expectedFrame(db: Database, { tenantId }: Home, attributes: string[]): Promise<Pick<SeenFrame, 'responses' | 'superseded'>> {
  return readTenant(db, tenantId, async (trx) => {
    const { rows } = await sql<{ id: number; day: string; data: Record<string, string> }>`
      SELECT id, submitted_at::date::text AS day,
        (SELECT coalesce(jsonb_object_agg(key, value::text), '{}') FROM jsonb_each(response_data)) AS data
      FROM form_responses WHERE tenant_id = ${tenantId} ORDER BY id`.execute(trx);
    const superseded = await sql<{ id: number }>`
      SELECT id FROM form_responses r WHERE tenant_id = ${tenantId} AND EXISTS (
        SELECT FROM form_responses l WHERE l.tenant_id = ${tenantId} AND l.respondent_id = r.respondent_id
          AND (l.submitted_at, l.id) > (r.submitted_at, r.id))
      ORDER BY id`.execute(trx);
    return {
      responses: rows.map(({ id, day, data }) => ({ id, day, cells: Object.fromEntries(attributes.map((name) => [name, data[name] ?? ''])) })),
      superseded: superseded.rows.map(({ id }) => id),
    };
  });
}
