import { describe, expect, it } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { testEdge } from '../../testing/test-edge.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { rememberKeysWithin } from '../responses/form-keys.service.ts';
import { insertResponses } from '../responses/response.store.ts';
import { requestRun } from '../runs/run.service.ts';
import { formRoutes } from './form.routes.ts';
import { createFormService } from './form.service.ts';

const db = await testDatabase();
const clock = fakeClock('2026-02-01T09:00:00Z');
const forms = createFormService({ db, clock, runs: { requestRun, dispatchRuns: () => undefined } });
const edge = await testEdge(formRoutes(forms));

type FormBody = { id: number; fields: { key: string }[]; revision: number; response_count: number };

const create = async (caller: Caller, fields: object[] = []): Promise<FormBody> =>
  (await edge.send<FormBody>(caller, 'POST', '/api/forms', { name: 'Survey', fields })).body;

const state = (caller: Caller) =>
  readTenant(db, caller.tenantId, async (trx) => ({
    revision: (await loadDictionaries(trx, caller.tenantId)).settingsRevision,
    runs: (await trx.selectFrom('runs').select('id').execute()).length,
    actions: (await trx.selectFrom('audit_log').select('action').orderBy('id').execute()).map(({ action }) => action),
  }));

const submit = (caller: Caller, formId: number) =>
  withTenant(db, caller.tenantId, async (trx) => {
    const keys = await rememberKeysWithin(trx, caller.tenantId, formId, []);
    return insertResponses(trx, caller.tenantId, formId, [{ responseData: {}, respondentKey: null, externalId: null, submittedAt: clock.now() }], { keys });
  });

describe('forms', () => {
  it('keep their fields in order, with what was left out filled in', async () => {
    const ann = await newTenant(db);
    const made = await create(ann, [{ key: 'b', type: 'multi', delimiter: ', ' }, { key: 'a', missing: ['99'], date_order: 'dmy', is_personal: true }]);
    const { body } = await edge.send(ann, 'GET', `/api/forms/${made.id}`);
    expect(body).toMatchObject({
      fields: [
        { key: 'b', label: '', attribute: null, type: 'multi', aliases: [], delimiter: ', ', missing: [], date_order: null, language: null, role: null, is_personal: false },
        { key: 'a', type: 'text', missing: ['99'], date_order: 'dmy', is_personal: true },
      ],
      response_count: 0, revision: 1, created_at: '2026-02-01T09:00:00.000Z',
    });
    expect(await state(ann)).toEqual({ revision: 2, runs: 0, actions: ['form.created'] });
  });

  it('hold two thousand fields', async () => {
    const ann = await newTenant(db);
    const made = await create(ann, Array.from({ length: 2000 }, (_, index) => ({ key: `q${index}`, label: `Question ${index}` })));
    expect(made.fields.at(-1)).toMatchObject({ key: 'q1999' });
  });

  it('calculate everything again when fields change, and nothing when only the name does', async () => {
    const ann = await newTenant(db);
    const { id, fields } = await create(ann, [{ key: 'age' }]);
    const change = (body: object, etag: string) => edge.send<FormBody>(ann, 'PATCH', `/api/forms/${id}`, body, { 'if-match': etag });
    expect((await change({ name: 'Renamed' }, '"1"')).body).toMatchObject({ name: 'Renamed', revision: 2, fields: [{ key: 'age' }] });
    expect(await state(ann)).toMatchObject({ revision: 2, runs: 0 });
    expect((await change({ name: 'Renamed', fields }, '"2"')).body.revision).toBe(2);
    expect((await change({ fields: [{ key: 'years' }] }, '"2"')).body).toMatchObject({ revision: 3, fields: [{ key: 'years' }] });
    expect(await state(ann)).toEqual({ revision: 3, runs: 1, actions: ['form.created', 'form.changed', 'form.changed'] });
    expect(await change({ name: 'Late' }, '"2"')).toMatchObject({ status: 412, body: { detail: expect.stringContaining('Ann changed it') } });
    expect(await edge.send(ann, 'PATCH', `/api/forms/${id}`, { name: 'x' })).toMatchObject({ status: 428 });
  });

  it('are listed with their counts, by pages', async () => {
    const ann = await newTenant(db);
    const eve = await newTenant(db);
    await create(eve);
    const ids = [(await create(ann)).id, (await create(ann)).id, (await create(ann)).id];
    await submit(ann, ids[1] ?? 0);
    const first = await edge.send<{ items: FormBody[]; next_cursor: string }>(ann, 'GET', '/api/forms?limit=2');
    expect(first.body.items.map(({ id, response_count }) => [id, response_count])).toEqual([[ids[0], 0], [ids[1], 1]]);
    const second = await edge.send(ann, 'GET', `/api/forms?limit=2&cursor=${first.body.next_cursor}`);
    expect(second.body).toMatchObject({ items: [{ id: ids[2] }], next_cursor: null });
    expect(await edge.send(ann, 'GET', '/api/forms?cursor=%00')).toMatchObject({ status: 422 });
  });

  it('can be deleted while nobody answered them', async () => {
    const ann = await newTenant(db);
    const [empty, full] = [await create(ann, [{ key: 'age' }]), await create(ann)];
    await submit(ann, full.id);
    expect(await edge.send(ann, 'DELETE', `/api/forms/${full.id}`)).toMatchObject({ status: 409, body: { code: 'in_use' } });
    expect(await edge.send(ann, 'DELETE', `/api/forms/${empty.id}`)).toMatchObject({ status: 204 });
    expect(await edge.send(ann, 'GET', `/api/forms/${empty.id}`)).toMatchObject({ status: 404 });
  });

  it('of another tenant are like forms that do not exist', async () => {
    const ann = await newTenant(db);
    const theirs = await create(await newTenant(db));
    for (const [method, body] of [['GET', undefined], ['PATCH', { name: 'Mine' }], ['DELETE', undefined]] as const) {
      expect(await edge.send(ann, method, `/api/forms/${theirs.id}`, body, { 'if-match': '*' })).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });

  it.each([
    ['two fields of one key', [{ key: 'Age' }, { key: 'age ' }], 'fields[1].key'],
    ['an alias that is another key', [{ key: 'a', aliases: ['B'] }, { key: 'b' }], 'fields[1].key'],
    ['two aliases for different things', [{ key: 'a', aliases: ['x'] }, { key: 'b', aliases: ['y', 'X'] }], 'fields[1].aliases[1]'],
    ['an attribute that is another field’s key', [{ key: 'age', attribute: 'age group' }, { key: 'q2', attribute: 'age' }], 'fields[1].attribute'],
    ['a delimiter with NUL', [{ key: 'a', delimiter: '\u0000' }], 'fields[0].delimiter'],
    ['a language that is none', [{ key: 'a', language: 'English, please' }], 'fields[0].language'],
    ['a type that is none', [{ key: 'a', type: 'int' }], 'fields[0].type'],
    ['too many fields', Array.from({ length: 2001 }, (_, index) => ({ key: `q${index}` })), 'fields'],
  ])('refuse %s and name the place', async (_, fields, path) => {
    const ann = await newTenant(db);
    const { status, body } = await edge.send<{ errors: { path: string }[] }>(ann, 'POST', '/api/forms', { name: 'Survey', fields });
    expect([status, body.errors[0]?.path]).toEqual([422, path]);
    expect((await state(ann)).actions).toEqual([]);
  });

  it('let two fields of one attribute share their names', async () => {
    const ann = await newTenant(db);
    const made = await create(ann, [{ key: 'city', attribute: 'location', aliases: ['place'] }, { key: 'town', attribute: 'Location', aliases: ['place'] }]);
    expect(made.fields).toHaveLength(2);
  });
});
