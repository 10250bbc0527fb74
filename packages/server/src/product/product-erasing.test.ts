import { beforeEach, describe, expect, it } from 'vitest';
import { withTenant } from '../db/tenant-scope.ts';
import { testProduct } from '../testing/test-product.ts';
import { makeSurveyWorld, type SurveyWorld } from './survey-world.testing.ts';
import { readTenantTables } from './table-contents.testing.ts';

const product = await testProduct();

let own: SurveyWorld;
let neighbour: SurveyWorld;
/** Everything of the neighbour, before. */
let before: Record<string, string[]>;

beforeEach(async () => {
  [own, neighbour] = [await makeSurveyWorld(product, 'Own'), await makeSurveyWorld(product, 'Neighbour')];
  before = await readTenantTables(product.db, neighbour.tenantId);
});

type Sender = { cookie?: string; key?: string };
const ask = async <Body>(method: 'GET' | 'POST', url: string, who: Sender, body?: unknown) => {
  const answer = await product.send(method, url, { ...who, body });
  return { status: answer.statusCode, body: answer.json<Body>() };
};
const owner = () => ({ cookie: own.owner.cookie });
const eraseForm = (formId: number, confirm: string, who: Sender = owner()) => ask('POST', `/api/forms/${formId}/erase`, who, { confirm });
const eraseData = (confirm: string, who: Sender = owner()) => ask('POST', '/api/tenant/erase-data', who, { confirm });
const rowsOf = async (tables: string[]) => {
  const contents = await readTenantTables(product.db, own.tenantId);
  return Object.fromEntries(tables.map((table) => [table, contents[table]?.length]));
};
const auditOf = async (action: string) => (await ask<{ items: object[] }>('GET', `/api/audit-log?action=${action}`, owner())).body.items;
const insertRun = (kind: 'import' | 'sync', importId: number | null) =>
  withTenant(product.db, own.tenantId, (trx) =>
    trx.insertInto('runs').values({ tenant_id: own.tenantId, kind, status: 'running', import_id: importId, persona_id: importId === null ? own.personaId : null, requested_by: 'system' }).execute());

/** Everybody who may not: a member who writes, one who reads, keys of every lesser scope, nobody, and the neighbour's owner. */
async function listOthers(): Promise<[name: string, who: Sender, status: number][]> {
  return [
    ['an editor', await product.newMember(own.owner, 'editor'), 403],
    ['a viewer', await product.newMember(own.owner, 'viewer'), 403],
    ['a key that writes', { key: await product.newKey(own.owner, ['write']) }, 403],
    ['a key that submits', { key: await product.newKey(own.owner, ['submit']) }, 403],
    ['nobody', {}, 401],
  ];
}

describe('deleting a form with its responses', () => {
  const FORM = 'Form Own';

  it('takes its answers, their scores and people who answered nothing else, counts them, and leaves the rest and the neighbour alone', async () => {
    const kept = await rowsOf(['forms', 'form_responses', 'respondents', 'imports']);
    const answer = await eraseForm(own.formId, ` ${FORM} `);
    expect(answer).toMatchObject({ status: 200, body: { responses: 2, scores: 2, imports: 0 } });
    expect(await rowsOf(['forms', 'form_responses', 'respondents', 'imports'])).toEqual({
      forms: Number(kept['forms']) - 1, form_responses: Number(kept['form_responses']) - 2, respondents: Number(kept['respondents']) - 1, imports: kept['imports'],
    });
    expect((await ask('GET', `/api/responses/${own.responseId}`, owner())).status).toBe(404);
    const remaining = (await ask<{ total_responses: number }>('GET', '/api/cx-personas/portfolio', owner())).body;
    const stored = (await ask<{ match_statistics: object }>('GET', `/api/cx-personas/${own.personaId}/analytics`, owner())).body;
    expect(remaining.total_responses).toBe(Number(kept['form_responses']) - 2);
    expect(stored.match_statistics).toMatchObject({ total_responses: remaining.total_responses });
    expect(await auditOf('form.erased')).toMatchObject([{ subject_id: String(own.formId), details: answer.body }]);
    expect(await readTenantTables(product.db, neighbour.tenantId)).toEqual(before);
  });

  it('takes the import that brought its answers', async () => {
    const { items } = (await ask<{ items: { id: number; name: string; response_count: number }[] }>('GET', '/api/forms', owner())).body;
    const imported = items.find(({ name }) => name === 'Imported Own');
    expect(await eraseForm(imported?.id ?? 0, 'Imported Own')).toMatchObject({ status: 200, body: { responses: imported?.response_count, scores: 12, imports: 1 } });
    expect((await ask('GET', `/api/imports/${own.importId}`, owner())).status).toBe(404);
    expect((await ask('GET', `/api/imports/${own.uploadId}`, owner())).status).toBe(200);
  });

  it('is for owners and keys of the same right, of this tenant', async () => {
    const contents = await rowsOf(['forms', 'form_responses']);
    for (const [name, who, status] of await listOthers()) expect((await eraseForm(own.formId, FORM, who)).status, name).toBe(status);
    expect(await eraseForm(own.formId, FORM, { cookie: neighbour.owner.cookie })).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await eraseForm(neighbour.formId, 'Form Neighbour')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await rowsOf(['forms', 'form_responses'])).toEqual(contents);
    expect(await readTenantTables(product.db, neighbour.tenantId)).toEqual(before);
    expect(await eraseForm(own.formId, FORM, { key: await product.newKey(own.owner, ['admin']) })).toMatchObject({ status: 200, body: { responses: 2 } });
  });

  it('wants its name, and waits for no import', async () => {
    for (const wrong of ['', 'form own', 'Form Neighbour']) expect(await eraseForm(own.formId, wrong), wrong).toMatchObject({ status: 422, body: { errors: [{ path: 'confirm' }] } });
    await insertRun('import', own.uploadId);
    expect(await eraseForm(own.formId, FORM)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    expect((await ask('GET', `/api/responses/${own.responseId}`, owner())).status).toBe(200);
    expect(await auditOf('form.erased')).toEqual([]);
  });
});

describe('deleting all data of the tenant', () => {
  const NAME = "Own's tenant";
  const KEPT = ['tenants', 'members', 'api_keys', 'invitations'];
  const GONE = ['form_responses', 'respondents', 'cx_personas', 'forms', 'imports', 'attributes', 'persona_data_snapshots', 'persona_day_counts', 'outcome_scores', 'response_outcomes', 'runs'];

  it('says beforehand in numbers what is lost, loses just that, and leaves members, keys and the neighbour', async () => {
    const [kept, lost] = [await rowsOf(KEPT), (await ask<Record<string, number>>('GET', '/api/tenant/contents', owner())).body];
    const full = await rowsOf(GONE);
    expect(lost).toMatchObject({ responses: full['form_responses'], respondents: full['respondents'], personas: 1, forms: 4, imports: 3, attributes: 1, snapshots: full['persona_data_snapshots'] });
    for (const [table, rows] of Object.entries(full)) expect(rows, table).toBeGreaterThan(0);
    expect(await eraseData(` ${NAME} `)).toEqual({ status: 200, body: lost });
    expect(await rowsOf(GONE)).toEqual(Object.fromEntries(GONE.map((table) => [table, 0])));
    expect(await rowsOf(KEPT)).toEqual(kept);
    for (const items of Object.values((await ask<Record<string, number>>('GET', '/api/tenant/contents', owner())).body)) expect(items).toBe(0);
    expect(await auditOf('tenant.data_erased')).toMatchObject([{ details: lost }]);
    expect(await readTenantTables(product.db, neighbour.tenantId)).toEqual(before);
    expect((await ask('POST', '/api/forms', owner(), { name: 'A new beginning' })).status).toBe(201);
  });

  it('is for owners and keys of the same right', async () => {
    const contents = await rowsOf(GONE);
    for (const [name, who, status] of await listOthers()) expect((await eraseData(NAME, who)).status, name).toBe(status);
    expect(await eraseData(NAME, { cookie: neighbour.owner.cookie })).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
    expect(await rowsOf(GONE)).toEqual(contents);
    expect(await readTenantTables(product.db, neighbour.tenantId)).toEqual(before);
    expect((await eraseData(NAME, { key: await product.newKey(own.owner, ['admin']) })).status).toBe(200);
    expect((await rowsOf(GONE))['form_responses']).toBe(0);
  });

  it('wants its name, and begins beside no run', async () => {
    const contents = await rowsOf(GONE);
    for (const wrong of ['', "own's tenant", "Neighbour's tenant"]) expect(await eraseData(wrong), wrong).toMatchObject({ status: 422, body: { errors: [{ path: 'confirm' }] } });
    expect(await rowsOf(GONE)).toEqual(contents);
    for (const [kind, importId] of [['import', own.uploadId], ['sync', null]] as const) {
      await insertRun(kind, importId);
      expect(await eraseData(NAME), kind).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
      await withTenant(product.db, own.tenantId, (trx) => trx.deleteFrom('runs').where('tenant_id', '=', own.tenantId).where('status', '=', 'running').execute());
    }
    expect(await auditOf('tenant.data_erased')).toEqual([]);
    expect((await eraseData(NAME)).status).toBe(200);
  });
});
