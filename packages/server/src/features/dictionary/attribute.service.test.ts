import { describe, expect, it } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { testEdge } from '../../testing/test-edge.ts';
import { requestRun } from '../runs/run.service.ts';
import { attributeRoutes } from './attribute.routes.ts';
import { createAttributeService } from './attribute.service.ts';
import { loadDictionaries } from './dictionary.queries.ts';

const db = await testDatabase();
const attributes = createAttributeService({ db, clock: fakeClock('2026-02-01T09:00:00Z'), runs: { requestRun, dispatchRuns: () => undefined } });
const edge = await testEdge(attributeRoutes(attributes));

const create = (caller: Caller, body: object) => edge.send<{ id: number; errors?: { path: string }[] }>(caller, 'POST', '/api/attributes', body);

const state = (caller: Caller) =>
  readTenant(db, caller.tenantId, async (trx) => ({
    revision: (await loadDictionaries(trx, caller.tenantId)).settingsRevision,
    runs: (await trx.selectFrom('runs').select(['kind', 'persona_id', 'status']).execute()),
    actions: (await trx.selectFrom('audit_log').select('action').orderBy('id').execute()).map(({ action }) => action),
  }));

describe('the attribute dictionary', () => {
  it('keeps what was said, and calculates all scores again with every change', async () => {
    const ann = await newTenant(db);
    await withTenant(db, ann.tenantId, (trx) => trx.insertInto('cx_personas').values({ tenant_id: ann.tenantId, name: 'Maya', edition: 1 }).execute());
    const made = await create(ann, { name: 'Location', aliases: ['city'], synonyms: { NYC: 'New York' } });
    expect(made).toMatchObject({ status: 201, body: { name: 'Location', aliases: ['city'], synonyms: { NYC: 'New York' }, language: null } });
    const url = `/api/attributes/${made.body.id}`;
    expect(await edge.send(ann, 'PUT', url, { name: 'location', language: 'en' })).toMatchObject({ status: 200, body: { name: 'location', aliases: [], synonyms: {}, language: 'en' } });
    expect(await edge.send(ann, 'DELETE', url)).toMatchObject({ status: 204 });
    expect(await edge.send(ann, 'DELETE', url)).toMatchObject({ status: 404 });
    expect(await state(ann)).toEqual({
      revision: 4,
      runs: [{ kind: 'batch-calculate', persona_id: null, status: 'queued' }],
      actions: ['attribute.created', 'attribute.changed', 'attribute.deleted'],
    });
  });

  it('calculates nothing while no persona has rules', async () => {
    const ann = await newTenant(db);
    await withTenant(db, ann.tenantId, (trx) => trx.insertInto('cx_personas').values({ tenant_id: ann.tenantId, name: 'Maya' }).execute());
    await create(ann, { name: 'Location', aliases: ['city'] });
    expect(await state(ann)).toMatchObject({ revision: 2, runs: [] });
  });

  it.each([
    ['a name that is taken', { name: 'LOCATION' }, 409, undefined],
    ['a name that is an alias', { name: 'City ' }, 409, undefined],
    ['an alias that is taken', { name: 'home', aliases: ['house', 'location'] }, 422, 'aliases[1]'],
    ['a language that is none', { name: 'home', language: '??' }, 422, 'language'],
    ['half a character', { name: 'home', synonyms: { a: '\ud800' } }, 422, 'synonyms.a'],
    ['too many synonyms', { name: 'home', synonyms: Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`s${index}`, 'x'])) }, 422, 'synonyms'],
  ])('refuses %s', async (_, body, status, path) => {
    const ann = await newTenant(db);
    await create(ann, { name: 'location', aliases: ['city'] });
    const answer = await create(ann, body);
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
    expect((await state(ann)).revision).toBe(2);
  });

  it('lets one of two that claim the same name at once through', async () => {
    const ann = await newTenant(db);
    const answers = await Promise.all([create(ann, { name: 'age' }), create(ann, { name: 'years', aliases: ['AGE'] })]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('is listed by pages, and each tenant has its own', async () => {
    const [ann, eve] = [await newTenant(db), await newTenant(db)];
    const theirs = await create(eve, { name: 'age' });
    for (const name of ['age', 'location', 'plan']) await create(ann, { name });
    const first = await edge.send<{ items: { name: string }[]; next_cursor: string }>(ann, 'GET', '/api/attributes?limit=2');
    expect(first.body.items.map(({ name }) => name)).toEqual(['age', 'location']);
    expect((await edge.send(ann, 'GET', `/api/attributes?cursor=${first.body.next_cursor}`)).body).toMatchObject({ items: [{ name: 'plan' }], next_cursor: null });
    for (const [method, body] of [['PUT', { name: 'mine' }], ['DELETE', undefined]] as const) {
      expect((await edge.send(ann, method, `/api/attributes/${theirs.body.id}`, body)).status).toBe(404);
    }
    expect((await edge.send(eve, 'GET', '/api/attributes')).body).toMatchObject({ items: [{ name: 'age' }] });
  });
});
