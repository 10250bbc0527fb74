import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { fakeClock } from '../../testing/fake-clock.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { testEdge, type Edge, type EdgeAnswer } from '../../testing/test-edge.ts';
import { createBatchCalculate } from '../scoring/batch.handler.ts';
import { executeRun, type RunHandlers } from '../runs/run-executor.ts';
import { createRunService } from '../runs/run.service.ts';
import type { Run } from '../runs/run.ts';
import { createImportHandlers } from './import.handlers.ts';
import { importRoutes } from './import.routes.ts';
import { createImportService } from './import.service.ts';
import type { Import, ImportMapping } from './import.ts';

export type ImportWorld = {
  edge: Edge;
  upload(caller: Caller, name: string, content: string | Buffer): Promise<EdgeAnswer<Import & { detail: string; code: string }>>;
  /** Uploads, checks under the proposed mapping with these changes, and answers the checked import. */
  check(caller: Caller, name: string, content: string | Buffer, change?: (mapping: ImportMapping) => ImportMapping): Promise<Import>;
  /** Starts or undoes an import, works its run to the end, and answers both. */
  run(caller: Caller, importId: number, what: 'start' | 'undo', signal?: AbortSignal): Promise<{ run: Run; import: Import }>;
  /** Works a run that waits in the queue to the end, as the next server would. */
  work(caller: Caller, runId: number): Promise<Run>;
  /** All of the above: from a file to stored responses. */
  import(caller: Caller, name: string, content: string | Buffer, change?: (mapping: ImportMapping) => ImportMapping): Promise<{ run: Run; import: Import }>;
};

/** The moment it is in these tests. */
export const NOW = '2026-02-01T09:00:00.000Z';

/** Imports over the wire, with runs that are worked by the test itself. */
export async function importWorld(db: Database, limits = { fileBytes: 50_000_000, fileRows: 200_000 }, wrap: (handlers: RunHandlers) => RunHandlers = (handlers) => handlers): Promise<ImportWorld> {
  const clock = fakeClock(NOW);
  const frames = testFrames(db);
  const runs = createRunService({ db, dispatch: () => undefined });
  const edge = await testEdge(importRoutes(createImportService({ db, clock, runs, limits })), { jsonBytes: 60_000_000 });
  const handlers = wrap({ 'batch-calculate': createBatchCalculate(frames), sync: async () => ({}), ...createImportHandlers({ clock, limits, frames }) });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const world: ImportWorld = {
    edge,
    upload: (caller, name, content) => {
      const { payload, headers } = toMultipart(name, content);
      return edge.send(caller, 'POST', '/api/imports', payload, headers);
    },
    check: async (caller, name, content, change = (mapping) => mapping) => {
      const { body } = await world.upload(caller, name, content);
      const answer = await edge.send<Import>(caller, 'POST', `/api/imports/${body.id}/check`, change(body.mapping as ImportMapping));
      if (answer.status !== 200) throw new Error(`The check answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    run: async (caller, importId, what, signal = new AbortController().signal) => {
      const { status, body } = await edge.send<Run>(caller, 'POST', `/api/imports/${importId}/${what}`);
      if (status !== 202) throw new Error(`${what} answered ${status}: ${JSON.stringify(body)}`);
      await executeRun({ db, handlers, log }, caller.tenantId, body.id, signal);
      return { run: await runs.get(caller, body.id), import: (await edge.send<Import>(caller, 'GET', `/api/imports/${importId}`)).body };
    },
    work: async (caller, runId) => {
      await executeRun({ db, handlers, log }, caller.tenantId, runId, new AbortController().signal);
      return runs.get(caller, runId);
    },
    import: async (caller, name, content, change) => world.run(caller, (await world.check(caller, name, content, change)).id, 'start'),
  };
  return world;
}

function toMultipart(name: string, content: string | Buffer): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'a-line-no-survey-has-4711';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

/** How many rows this tenant has in each table that an import may touch; those without any are left out. */
export async function countRows(db: Database, { tenantId }: Caller): Promise<Record<string, number>> {
  const tables = ['forms', 'form_fields', 'form_responses', 'respondents', 'persona_matches', 'persona_data_snapshots', 'imports', 'import_chunks', 'import_refused_rows'] as const;
  return readTenant(db, tenantId, async (trx) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { count } = await trx.selectFrom(table).select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
      if (count > 0) counts[table] = count;
    }
    return counts;
  });
}

/** The tenant's responses in the order they were stored. */
export async function listStored(db: Database, { tenantId }: Caller): Promise<{ data: JsonObject; who: string | null; external_id: string | null; at: string }[]> {
  const rows = await readTenant(db, tenantId, (trx) =>
    trx
      .selectFrom('form_responses as r')
      .leftJoin('respondents as p', (join) => join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.respondent_id'))
      .select(['r.response_data as data', 'p.respondent_key as who', 'r.external_id', 'r.submitted_at'])
      .orderBy('r.submitted_at')
      .orderBy('r.id')
      .execute(),
  );
  return rows.map(({ submitted_at, ...row }) => ({ ...row, at: submitted_at.toISOString() }));
}

/** A file of the shared folder, as its name and bytes. */
export function readShared(path: string): [string, Buffer] {
  return [basename(path), readFileSync(path)];
}
