import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { sheetRows, workbookParts, zipOf } from '../../survey-file/survey-fixtures.testing.ts';
import { createFormService } from '../forms/form.service.ts';
import { createPersonaService } from '../personas/persona.service.ts';
import { DEFAULT_BULK_LIMITS } from '../responses/bulk-limits.ts';
import { createSubmissionService } from '../responses/submission.service.ts';
import { requestRun } from '../runs/run.service.ts';
import type { RunHandler } from '../runs/run-executor.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import type { Import, ImportMapping } from './import.ts';
import { countRows, importWorld, listStored, NOW } from './import-world.testing.ts';

const db = await testDatabase();
const frames = testFrames(db);
/** What the next import is disturbed by, whenever it tells its progress. */
let disturb: ((done: number) => Promise<void>) | null = null;
const disturbed = (handler: RunHandler): RunHandler => (context) =>
  handler({ ...context, report: async (done, total) => { await disturb?.(done); await context.report(done, total); } });
const world = await importWorld(db, { fileBytes: 50_000_000, fileRows: 200_000 }, (handlers) => ({ ...handlers, import: disturbed(handlers.import) }));

const SURVEY = 'Timestamp,Customer ID,Response ID,age,location\n'
  + '12/31/2025 23:30:00,c-1,r-1,31,London\n1/13/2026 9:00:00,c-2,r-2,52,Leeds\n1/14/2026 9:00:00,c-1,r-3,32,london\n';

const personas = createPersonaService({ db, clock: fakeClock(NOW), runs: { requestRun, dispatchRuns: () => undefined } });
/** A persona that has been calculated. */
async function addPersona(caller: Caller): Promise<number> {
  const { id } = await personas.create(caller, {
    name: 'Maya', description: '', status: 'active', tags: [], card: { sections: [] }, sync_config: { auto_sync: true, sync_frequency: 'daily' },
    mapping_rules: { age: { min: 25, max: 40 }, location: ['London'] },
  });
  await calculateScores(frames, caller.tenantId, { personaIds: null });
  return id;
}

const getImport = async (caller: Caller, id: number): Promise<Import> => (await world.edge.send<Import>(caller, 'GET', `/api/imports/${id}`)).body;
const actionsOf = ({ tenantId }: Caller) =>
  readTenant(db, tenantId, async (trx) => (await trx.selectFrom('audit_log').select('action').orderBy('id').execute()).map(({ action }) => action));
const scoresOf = ({ tenantId }: Caller) =>
  readTenant(db, tenantId, async (trx) => (await trx.selectFrom('persona_matches').select('match_score').orderBy('response_id').execute()).map((row) => row.match_score));
const snapshotsOf = ({ tenantId }: Caller) =>
  readTenant(db, tenantId, (trx) => trx.selectFrom('persona_data_snapshots').select(['snapshot_date as day', 'response_count as n']).where('response_count', '>', 0).orderBy('snapshot_date').execute());

describe('an import', () => {
  it('stores responses, people, form, scores and history at once', async () => {
    const ann = await newTenant(db, { timeZone: 'America/New_York' });
    const personaId = await addPersona(ann);
    const { run, import: done } = await world.import(ann, 'Customers.csv', SURVEY);
    expect(run).toMatchObject({ status: 'succeeded', error: null, result: { rows: 3, stored: 3, already_there: 0, refused: 0 } });
    expect(done).toMatchObject({ status: 'imported', imported_at: NOW, report: { rows: 3, ready: 3, days: { first: '2025-12-31', last: '2026-01-14' } } });
    expect(await listStored(db, ann)).toEqual([
      { data: { age: '31', location: 'London' }, who: 'c-1', external_id: 'r-1', at: '2026-01-01T04:30:00.000Z' },
      { data: { age: '52', location: 'Leeds' }, who: 'c-2', external_id: 'r-2', at: '2026-01-13T14:00:00.000Z' },
      { data: { age: '32', location: 'london' }, who: 'c-1', external_id: 'r-3', at: '2026-01-14T14:00:00.000Z' },
    ]);
    expect(await scoresOf(ann)).toEqual([100, 0, 100]);
    expect(await snapshotsOf(ann)).toEqual([{ day: '2025-12-31', n: 1 }, { day: '2026-01-13', n: 1 }, { day: '2026-01-14', n: 1 }]);
    const form = await readTenant(db, ann.tenantId, (trx) => trx.selectFrom('forms').selectAll().executeTakeFirstOrThrow());
    expect(form).toMatchObject({ id: done.form_id, name: 'Customers' });
    expect((await countRows(db, ann)).import_chunks).toBeUndefined();
    expect(await actionsOf(ann)).toEqual(expect.arrayContaining(['import.uploaded', 'import.started', 'form.created', 'import.stored']));
    expect(personaId).toBeGreaterThan(0);
  });

  it('keeps the columns of one question together, drops nothing unsaid, and reads a workbook alike', async () => {
    const ann = await newTenant(db);
    const rows = [['When', 'Owns', 'Owns too', 'Extra'], ['2026-01-13', 'Cat', 'Dog', ' kept '], ['2026-01-14', '', 'Dog', '']];
    const owns = { key: 'owns' } as ImportMapping['columns'][number]['field'];
    const change = (mapping: ImportMapping): ImportMapping => ({ ...mapping, columns: [{ index: 0, use: 'submitted_at' }, { index: 1, use: 'field', field: owns }, { index: 2, use: 'field', field: owns }] });
    for (const [name, content] of [['pets.csv', rows.map((cells) => cells.join(',')).join('\n')], ['pets.xlsx', zipOf(workbookParts({ Pets: sheetRows(rows) }))]] as const) {
      expect((await world.import(ann, name, content, change)).run.status).toBe('succeeded');
    }
    const stored = (await listStored(db, ann)).map(({ data }) => data);
    expect(stored).toEqual([{ owns: ['Cat', 'Dog'], extra: ' kept ' }, { owns: ['Cat', 'Dog'], extra: ' kept ' }, { owns: ['Dog'] }, { owns: ['Dog'] }]);
    const types = await readTenant(db, ann.tenantId, (trx) => trx.selectFrom('form_fields').select('type').where('key', '=', 'owns').execute());
    expect(types.map(({ type }) => type)).toEqual(['multi', 'multi']);
  });

  it('into a form that is there changes nothing twice, and leaves its fields as they are', async () => {
    const ann = await newTenant(db);
    await addPersona(ann);
    const { import: first } = await world.import(ann, 'a.csv', SURVEY);
    const longer = `${SURVEY.replace('location', 'location,plan').replaceAll('London\n', 'London,pro\n').replaceAll('london\n', 'london,pro\n').replace('Leeds\n', 'Leeds,\n')}1/15/2026 9:00:00,c-9,r-9,28,London,free\n`;
    const { form_id } = first;
    if (form_id === null) throw new Error('no form');
    const checked = await world.check(ann, 'b.csv', longer, ({ columns }) => ({ form_id, columns }));
    expect(checked.report).toMatchObject({ rows: 4, ready: 1, already_there: 3, refused: 0, days: { first: '2026-01-15', last: '2026-01-15' } });
    const { run } = await world.run(ann, checked.id, 'start');
    expect(run.result).toMatchObject({ stored: 1, already_there: 3 });
    expect((await listStored(db, ann)).map(({ external_id }) => external_id)).toEqual(['r-1', 'r-2', 'r-3', 'r-9']);
    const forms = createFormService({ db, clock: fakeClock(NOW), runs: { requestRun, dispatchRuns: () => undefined } });
    expect((await forms.get(ann, form_id)).fields.map(({ key }) => key)).toEqual(['age', 'location', 'plan']);
    const queued = await readTenant(db, ann.tenantId, (trx) => trx.selectFrom('runs').select('persona_id').where('kind', '=', 'batch-calculate').where('status', '=', 'queued').where('persona_id', 'is', null).execute());
    expect(queued).toHaveLength(1);
  });

  it('keeps the rows it refuses, and stores the others', async () => {
    const ann = await newTenant(db);
    const { import: done } = await world.import(ann, 'a.csv', `${SURVEY}never,c-4,r-4,1,x\n1/1/2099,c-5,r-5,1,x\n1/15/2026,c-6,${'r'.repeat(501)},1,x\n`, (mapping) => ({ form_name: 'F', columns: [{ index: 0, use: 'submitted_at', date_order: 'mdy' }, { index: 1, use: 'respondent_key' }, { index: 2, use: 'external_id' }, ...mapping.columns.slice(3)] }));
    expect(done.report?.refused_sample.map(({ row_number, field, code }) => [row_number, field, code])).toEqual([[4, 'Timestamp', 'not_a_date'], [5, 'Timestamp', 'date_out_of_range'], [6, 'Response ID', 'too_long']]);
    expect(await countRows(db, ann)).toMatchObject({ form_responses: 3, import_refused_rows: 3 });
  });

  it('cannot be checked, started or thrown away once it is stored', async () => {
    const ann = await newTenant(db);
    const { import: done } = await world.import(ann, 'a.csv', SURVEY);
    for (const [method, path] of [['POST', '/start'], ['POST', '/check'], ['DELETE', '']] as const) {
      expect(await world.edge.send(ann, method, `/api/imports/${done.id}${path}`, path === '/check' ? done.mapping : undefined)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    }
  });

  it('that cannot be stored leaves nothing, says why, and can be checked and started again', async () => {
    const ann = await newTenant(db);
    const { form_id } = (await world.import(ann, 'a.csv', SURVEY)).import;
    const empty = await withTenant(db, ann.tenantId, (trx) => trx.insertInto('forms').values({ tenant_id: ann.tenantId, name: 'Gone soon' }).returning('id').executeTakeFirstOrThrow());
    const checked = await world.check(ann, 'b.csv', SURVEY, ({ columns }) => ({ form_id: empty.id, columns }));
    await withTenant(db, ann.tenantId, (trx) => trx.deleteFrom('forms').where('id', '=', empty.id).execute());
    const before = await countRows(db, ann);
    const failed = await world.run(ann, checked.id, 'start');
    expect(failed).toMatchObject({ run: { status: 'failed', error: { code: 'not_found' } }, import: { status: 'failed' } });
    expect(await countRows(db, ann)).toEqual(before);
    await world.edge.send(ann, 'POST', `/api/imports/${checked.id}/check`, { form_id, columns: checked.mapping?.columns ?? [] });
    expect((await world.run(ann, checked.id, 'start')).run.result).toMatchObject({ stored: 0, already_there: 3 });
  });
});

describe('two imports at once', () => {
  it('into one form, of the same people and ids in another order, store each row once', async () => {
    const ann = await newTenant(db);
    const { form_id } = (await world.import(ann, 'a.csv', SURVEY)).import;
    if (form_id === null) throw new Error('no form');
    const head = 'Timestamp,Customer ID,Response ID,age\n';
    const lines = Array.from({ length: 5000 }, (_, index) => `1/13/2026,c-${index},x-${index},30\n`);
    const columns: ImportMapping['columns'] = [{ index: 0, use: 'submitted_at', date_order: 'mdy' }, { index: 1, use: 'respondent_key' }, { index: 2, use: 'external_id' }];
    const checked = [];
    for (const rows of [lines, lines.toReversed()]) checked.push(await world.check(ann, 'b.csv', head + rows.join(''), () => ({ form_id, columns })));
    const runs = await Promise.all(checked.map(({ id }) => world.run(ann, id, 'start')));
    expect(runs.map(({ run }) => run.status)).toEqual(['succeeded', 'succeeded']);
    expect(runs.map(({ run }) => run.result?.['stored']).toSorted()).toEqual([0, 5000]);
    expect(await countRows(db, ann)).toMatchObject({ form_responses: 5003, respondents: 5000 });
  });
});

describe('an import that is disturbed', () => {
  const long = `Timestamp,Response ID,age\n${Array.from({ length: 9000 }, (_, index) => `1/${1 + (index % 28)}/2026,r-${index},${20 + (index % 50)}\n`).join('')}`;

  it('by the end of its database session leaves nothing, and can be started again', async () => {
    const ann = await newTenant(db);
    await addPersona(ann);
    const checked = await world.check(ann, 'long.csv', long);
    const before = await countRows(db, ann);
    disturb = async (done) => {
      if (done < 4000) return;
      disturb = null;
      await db.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%' OR (datname = current_database() AND query LIKE '%form_responses%' AND state = 'active' AND pid <> pg_backend_pid())`);
    };
    const failed = await world.run(ann, checked.id, 'start');
    expect(failed.run).toMatchObject({ status: 'failed', error: { code: 'not_ready' } });
    expect(failed.import.status).toBe('failed');
    expect(await countRows(db, ann)).toEqual(before);
    expect((await world.run(ann, checked.id, 'start')).import).toMatchObject({ status: 'imported', report: { ready: 9000 } });
    expect(await countRows(db, ann)).toMatchObject({ form_responses: 9000, persona_matches: 9000 });
  });

  it('by the server that stops goes back into the queue whole', async () => {
    const ann = await newTenant(db);
    const checked = await world.check(ann, 'long.csv', long);
    const stop = new AbortController();
    disturb = async (done) => {
      if (done >= 4000) stop.abort(new Error('stopping'));
    };
    const stopped = await world.run(ann, checked.id, 'start', stop.signal);
    disturb = null;
    expect(stopped).toMatchObject({ run: { status: 'queued' }, import: { status: 'importing' } });
    expect((await countRows(db, ann)).form_responses).toBeUndefined();
    expect(await world.edge.send(ann, 'POST', `/api/imports/${checked.id}/check`, checked.mapping)).toMatchObject({ status: 409 });
    expect(await world.edge.send(ann, 'DELETE', `/api/imports/${checked.id}`)).toMatchObject({ status: 409 });
    expect(await world.work(ann, stopped.run.id)).toMatchObject({ status: 'succeeded', attempt: 2, result: { stored: 9000 } });
    expect((await getImport(ann, checked.id)).status).toBe('imported');
  });
});

describe('while an import stores its rows', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => `1/${1 + (index % 28)}/2026,r-${index},${20 + (index % 50)}\n`).join('');
  const submissions = createSubmissionService({ db, clock: fakeClock(NOW), limits: DEFAULT_BULK_LIMITS });

  it('responses that meet the same new combinations of outcomes do not wait for it', async () => {
    const ann = await newTenant(db);
    await addPersona(ann);
    const other = await withTenant(db, ann.tenantId, (trx) => trx.insertInto('forms').values({ tenant_id: ann.tenantId, name: 'Website' }).returning('id').executeTakeFirstOrThrow());
    const checked = await world.check(ann, 'long.csv', `Timestamp,Response ID,age\n${rows(7000)}`);
    const seen: unknown[] = [];
    disturb = async (done) => {
      if (done < 4000) return;
      disturb = null;
      const submit = (age: number) => submissions.submitOne(ann, other.id, { response_data: { age } });
      const lines = Readable.from([Buffer.from('{"response_data":{"age":30}}\n{"response_data":{"age":60}}\n')]);
      const patience = delay(15_000, 'they wait for the import', { ref: false });
      seen.push(await Promise.race([patience, Promise.all([submit(30), submit(60), submissions.submitMany(ann, other.id, lines)])]), (await countRows(db, ann)).form_responses);
    };
    const { run } = await world.run(ann, checked.id, 'start');
    expect(seen).toEqual([[expect.objectContaining({ scores: [expect.objectContaining({ match_score: 50 })] }), expect.objectContaining({ scores: [expect.objectContaining({ match_score: 0 })] }), expect.objectContaining({ stored: 2 })], 4]);
    expect(run).toMatchObject({ status: 'succeeded', result: { stored: 7000 } });
    expect(await scoresOf(ann)).toHaveLength(7004);
  });
});

describe('taking an import back', () => {
  it('removes everything it brought, and nothing else', async () => {
    const [ann, eve] = [await newTenant(db), await newTenant(db)];
    await addPersona(ann);
    await addPersona(eve);
    const before = await countRows(db, ann);
    await world.import(eve, 'a.csv', SURVEY);
    const { import: done } = await world.import(ann, 'a.csv', SURVEY);
    const { run, import: undone } = await world.run(ann, done.id, 'undo');
    expect(run).toMatchObject({ status: 'succeeded', result: { responses: 3, scores: 3, form_removed: true } });
    expect(undone).toMatchObject({ status: 'undone', undone_at: NOW, form_id: null });
    expect(await snapshotsOf(ann)).toEqual([]);
    const { persona_data_snapshots: _, ...after } = await countRows(db, ann);
    expect(after).toEqual({ ...before, imports: 1 });
    expect(await countRows(db, eve)).toMatchObject({ form_responses: 3, respondents: 2, persona_matches: 3 });
    expect(await actionsOf(ann)).toEqual(expect.arrayContaining(['import.undo_started', 'import.undone', 'form.deleted']));
    for (const what of ['start', 'undo']) expect(await world.edge.send(ann, 'POST', `/api/imports/${done.id}/${what}`)).toMatchObject({ status: 409 });
    expect(await world.edge.send(ann, 'DELETE', `/api/imports/${done.id}`)).toMatchObject({ status: 204 });
  });

  it('leaves people, days and a form that others use', async () => {
    const ann = await newTenant(db);
    await addPersona(ann);
    const { form_id } = (await world.import(ann, 'a.csv', SURVEY)).import;
    if (form_id === null) throw new Error('no form');
    const more = 'Timestamp,Customer ID,Response ID,age,location\n1/14/2026 10:00:00,c-1,r-4,31,London\n1/20/2026 10:00:00,c-7,r-5,31,London\n';
    const second = await world.import(ann, 'b.csv', more, ({ columns }) => ({ form_id, columns: columns.map((column, index) => (index === 1 ? { index, use: 'respondent_key' } : index === 2 ? { index, use: 'external_id' } : column)) }));
    expect(await snapshotsOf(ann)).toContainEqual({ day: '2026-01-14', n: 2 });
    const { run } = await world.run(ann, second.import.id, 'undo');
    expect(run.result).toMatchObject({ responses: 2, form_removed: false });
    expect((await listStored(db, ann)).map(({ who }) => who)).toEqual(['c-1', 'c-2', 'c-1']);
    expect(await snapshotsOf(ann)).toEqual([{ day: '2025-12-31', n: 1 }, { day: '2026-01-13', n: 1 }, { day: '2026-01-14', n: 1 }]);
    expect((await getImport(ann, second.import.id)).form_id).toBe(form_id);
    expect((await countRows(db, ann)).respondents).toBe(2);
  });
});
