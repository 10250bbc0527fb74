import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import type { JsonObject } from '../../db/tables.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { composeServices } from '../../compose.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { testEdge } from '../../testing/test-edge.ts';
import { keysOf, rememberKeysWithin } from '../responses/form-keys.service.ts';
import { insertResponses } from '../responses/response.store.ts';
import { insertMatches } from '../scoring/insert-matches.testing.ts';
import { exportRoutes } from './export.routes.ts';
import type { TableFile } from './table-file.ts';

const db = await testDatabase();
const clock = fakeClock('2026-02-10T12:00:00Z');
const frames = testFrames(db);
const nothing = (): void => undefined;
const { exports } = composeServices({ db, clock, log: { info: nothing, warn: nothing, error: nothing }, frames, publicUrl: 'http://localhost', limits: { jsonBytes: 1_000_000, fileBytes: 1_000_000, fileRows: 10_000 }, dispatch: () => undefined });
const edge = await testEdge(exportRoutes(exports));

const CSV = { format: 'csv' } as const;
const csvOf = async (file: Promise<TableFile>): Promise<string> => text((await file).body);

type Home = { ann: Caller; formId: number; personaId: number };

async function newHome(timeZone = 'UTC'): Promise<Home> {
  const ann = await newTenant(db, { timeZone });
  const tenant_id = ann.tenantId;
  return withTenant(db, tenant_id, async (trx) => {
    const form = await trx.insertInto('forms').values({ tenant_id, name: 'Survey' }).returning('id').executeTakeFirstOrThrow();
    await trx.insertInto('form_fields').values(['age', 'email'].map((key, position) => ({
      tenant_id, form_id: form.id, position, key, folded_key: key, label: '', attribute: null, type: 'text' as const, delimiter: null,
      date_order: null, language: null, role: null, is_personal: key === 'email',
    }))).execute();
    const persona = await trx.insertInto('cx_personas').values({ tenant_id, name: 'Maya, "PM"', edition: 1, scored_edition: 1 }).returning('id').executeTakeFirstOrThrow();
    await trx.insertInto('cx_personas').values({ tenant_id, name: 'Never calculated', status: 'draft' }).execute();
    await trx.insertInto('persona_editions').values({ tenant_id, persona_id: persona.id, edition: 1, mapping_rules: '{"age": {"min": 25}}', rules: '{}' }).execute();
    return { ann, formId: form.id, personaId: persona.id };
  });
}

const add = ({ ann, formId, personaId }: Home, rows: { data: JsonObject; key?: string; at?: string; score?: number }[]) =>
  withTenant(db, ann.tenantId, async (trx) => {
    const responses = rows.map(({ data, key, at }) => ({
      responseData: data, respondentKey: key ?? null, externalId: null, submittedAt: new Date(at ?? '2026-01-30T10:12:00Z'),
    }));
    const keys = await rememberKeysWithin(trx, ann.tenantId, formId, keysOf(responses));
    const { ids } = await insertResponses(trx, ann.tenantId, formId, responses, { keys });
    const matches = rows.flatMap(({ score }, index) => (score === undefined ? [] : [{
      tenant_id: ann.tenantId, persona_id: personaId, response_id: ids[index] ?? 0, match_score: score, band: 2 as const, evidence: 1,
      every_rule: true, rule_outcomes: '+'.repeat(index + 1),
    }]));
    await insertMatches(trx, matches);
    return ids;
  });

const linesOf = (csv: string): string[] => csv.trimEnd().split('\r\n');

describe('exported responses', () => {
  it('have their answers and the score of every persona, oldest first', async () => {
    const home = await newHome();
    const eve = await newHome();
    await add(eve, [{ data: { age: 99, secret: 'theirs' } }]);
    const ids = await add(home, [
      { data: { age: 31, Shoe: ['a', 'b'], email: 'x@example.com' }, key: 'c-1', at: '2026-02-02T00:00:00Z', score: 66.6 },
      { data: { age: null, Email: 'y@example.com' }, at: '2026-02-01T00:00:00Z' },
    ]);
    const answer = await edge.send<string>(home.ann, 'GET', `/api/exports/responses?form_id=${home.formId}`);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="responses-of-form-${home.formId}.csv"` } });
    expect(linesOf(answer.body)).toEqual([
      'response_id,submitted_at,respondent_key,age,Shoe,"Maya, ""PM"""',
      `${ids[1]},2026-02-01T00:00:00.000Z,,,,`,
      `${ids[0]},2026-02-02T00:00:00.000Z,c-1,31,"a, b",66.60`,
    ]);
    const personal = await edge.send<string>(home.ann, 'GET', `/api/exports/responses?form_id=${home.formId}&include_personal=true`);
    expect(linesOf(personal.body)[0]).toBe('response_id,submitted_at,respondent_key,age,email,Email,Shoe,"Maya, ""PM"""');
  });

  it('make formulas harmless, in heads and cells', async () => {
    const home = await newHome();
    await add(home, [{ data: { '=cmd()': '=1+1', age: '-5', b: ['+x', '@y'] }, key: '@SUM(A1)' }]);
    const [head, line] = linesOf(await csvOf(exports.responses(home.ann, CSV, { formId: home.formId, includePersonal: false })));
    expect(head).toContain(`,'=cmd(),`);
    expect(line).toContain(`,'@SUM(A1),-5,'=1+1,"'+x, @y",`);
  });

  it('are those submitted in the days asked for, in the tenant’s time zone', async () => {
    const home = await newHome('America/New_York');
    await add(home, ['2026-02-01T04:59:59Z', '2026-02-01T05:00:00Z', '2026-02-02T04:59:59Z', '2026-02-02T05:00:00Z'].map((at) => ({ data: { age: at }, at })));
    const day = await csvOf(exports.responses(home.ann, CSV, { formId: home.formId, includePersonal: false, startDate: '2026-02-01', endDate: '2026-02-01' }));
    expect(linesOf(day).slice(1).map((line) => line.split(',')[1])).toEqual(['2026-02-01T05:00:00.000Z', '2026-02-02T04:59:59.000Z']);
    const wrong = await edge.send(home.ann, 'GET', `/api/exports/responses?form_id=${home.formId}&startDate=2026-02-02&endDate=2026-02-01`);
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: 'endDate' }] } });
  });

  it('come one after the other through any number of fetches, each once', async () => {
    const home = await newHome();
    const ids = await add(home, Array.from({ length: 3500 }, (_, index) => ({ data: { age: index, text: 'x'.repeat(200) } })));
    const lines = linesOf(await csvOf(exports.responses(home.ann, CSV, { formId: home.formId, includePersonal: false })));
    expect(lines.slice(1).map((line) => Number(line.split(',')[0]))).toEqual(ids);
  });

  it('let go of the database when the reader goes away', async () => {
    const home = await newHome();
    await add(home, Array.from({ length: 4000 }, () => ({ data: { text: 'x'.repeat(1000) } })));
    const { body: stream } = await exports.responses(home.ann, CSV, { formId: home.formId, includePersonal: false });
    await once(stream, 'readable');
    expect(db.app.idleCount).toBeLessThan(db.app.totalCount);
    stream.destroy();
    while (db.app.idleCount < db.app.totalCount) await new Promise((resolve) => setImmediate(resolve));
    const { rows } = await db.owner.query(`SELECT FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND datname = current_database()`);
    expect(rows).toEqual([]);
  });

  it('of another tenant’s form are refused like those of none', async () => {
    const [home, eve] = [await newHome(), await newHome()];
    for (const formId of [eve.formId, 999_999_999]) {
      expect(await edge.send(home.ann, 'GET', `/api/exports/responses?form_id=${formId}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });
});

describe('exported personas', () => {
  it('are what could be created elsewhere', async () => {
    const home = await newHome();
    await newHome();
    const { body } = await edge.send(home.ann, 'GET', '/api/exports/personas');
    const rest = { description: '', tags: [], card: {}, sync_config: { auto_sync: true, sync_frequency: 'daily' } };
    expect(body).toEqual({
      personas: [
        { name: 'Maya, "PM"', status: 'active', mapping_rules: { age: { min: 25 } }, ...rest },
        { name: 'Never calculated', status: 'draft', mapping_rules: null, ...rest },
      ],
    });
  });
});

describe('exported evolution', () => {
  it('has a line a day, empty where nobody answered', async () => {
    const home = await newHome();
    const metrics = { satisfaction: 4.1, loyalty: null, trust: null, effort: 2.5, nps: -3.5, details: {} };
    const behaviour = { matches: 3, strong: 2, moderate: 1, weak: 4, avg_match_score: 51.25, avg_evidence: 1 };
    await withTenant(db, home.ann.tenantId, (trx) =>
      trx.insertInto('persona_data_snapshots').values(['2026-01-31', '2026-01-30'].map((snapshot_date) => ({
        tenant_id: home.ann.tenantId, persona_id: home.personaId, snapshot_date, edition: 1, is_complete: true, response_count: 7,
        metrics: JSON.stringify(metrics), demographics: '{}', behavioral_data: JSON.stringify(behaviour), fingerprint: 'f',
      }))).execute());
    const { body } = await edge.send<string>(home.ann, 'GET', `/api/exports/cx-personas/${home.personaId}/evolution`);
    expect(linesOf(body)).toEqual([
      'snapshot_date,edition,is_complete,response_count,matches,strong,moderate,weak,avg_match_score,satisfaction,loyalty,trust,effort,nps',
      '2026-01-30,1,true,7,3,2,1,4,51.25,4.1,,,2.5,-3.5',
      '2026-01-31,1,true,7,3,2,1,4,51.25,4.1,,,2.5,-3.5',
    ]);
    const eve = await newHome();
    expect(await edge.send(eve.ann, 'GET', `/api/exports/cx-personas/${home.personaId}/evolution`)).toMatchObject({ status: 404 });
  });
});

describe('every exported list', () => {
  const listsOf = (home: Home): string[] => [
    '/api/exports/responses', '/api/exports/respondents', `/api/exports/cx-personas/${home.personaId}/evolution`, '/api/exports/runs', '/api/exports/imports', '/api/exports/audit-log',
  ];

  it('comes as CSV and as a workbook, with nothing of a neighbour', async () => {
    const [home, eve] = [await newHome(), await newHome()];
    await add(eve, [{ data: { age: 99, secret: 'theirs' }, key: 'their-key' }]);
    await add(home, [{ data: { age: 31 }, key: 'our-key', score: 80 }]);
    for (const url of listsOf(home)) {
      const csv = await edge.send<string>(home.ann, 'GET', url);
      expect([url, csv.status, csv.headers['content-type']]).toEqual([url, 200, 'text/csv; charset=utf-8']);
      expect(csv.body).not.toMatch(/secret|theirs|their-key/);
    }
    // One that reads a picture of the tenant, and one that goes from page to page.
    for (const url of listsOf(home).slice(0, 2)) {
      const workbook = await edge.send<string>(home.ann, 'GET', `${url}?format=xlsx`);
      expect([url, workbook.status, workbook.headers['content-type']]).toEqual([url, 200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
      expect(workbook.headers['content-disposition']).toMatch(/\.xlsx"$/);
    }
    const all = await edge.send<string>(home.ann, 'GET', '/api/exports/responses');
    expect(linesOf(all.body)[0]).toBe('response_id,form_id,submitted_at,respondent_key,age,"Maya, ""PM"""');
    const respondents = await edge.send<string>(home.ann, 'GET', '/api/exports/respondents');
    expect(linesOf(respondents.body).map((line) => line.split(',')[1])).toEqual(['respondent_key', 'our-key']);
  });

  it('is refused to whoever may not see it, and for filters that are wrong', async () => {
    const home = await newHome();
    const nobody: Caller = { ...home.ann, scopes: [] };
    for (const url of listsOf(home)) expect(await edge.send(nobody, 'GET', url)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    const viewer: Caller = { ...home.ann, scopes: ['read'] };
    expect(await edge.send(viewer, 'GET', '/api/exports/audit-log')).toMatchObject({ status: 403 });
    expect((await edge.send(viewer, 'GET', '/api/exports/runs')).status).toBe(200);
    for (const query of ['band=strong', 'attribute=age', 'format=pdf', 'startDate=2026-02-30']) {
      expect(await edge.send(home.ann, 'GET', `/api/exports/responses?${query}`)).toMatchObject({ status: 422 });
    }
  });

  it('is under the filters of the list: by attribute and answer, by text', async () => {
    const home = await newHome();
    const ids = await add(home, [{ data: { age: '31' } }, { data: { age: '32' } }]);
    for (const query of ['attribute=age&answer=32', 'text=32']) {
      const { body } = await edge.send<string>(home.ann, 'GET', `/api/exports/responses?${query}`);
      expect(linesOf(body).slice(1).map((line) => Number(line.split(',')[0]))).toEqual([ids[1]]);
    }
  });
});

it('writes a table of the caller, made harmless, and refuses one whose rows and columns differ', async () => {
  const home = await newHome();
  const table = { name: 'Rules', columns: ['Rule', 'Passes'], rows: [['=1+1', 61.5], ['age', null]] };
  const { body } = await edge.send<string>(home.ann, 'POST', '/api/exports/table', { ...table, format: 'csv' });
  expect(body).toBe("Rule,Passes\r\n'=1+1,61.5\r\nage,\r\n");
  expect(await edge.send(home.ann, 'POST', '/api/exports/table', { ...table, rows: [['one']] })).toMatchObject({ status: 422, body: { errors: [{ path: 'rows[0]' }] } });
});

it('exports the personas that are named, and refuses those of another tenant', async () => {
  const [home, eve] = [await newHome(), await newHome()];
  const { body } = await edge.send(home.ann, 'GET', `/api/exports/personas?persona_ids=${home.personaId}`);
  expect(body).toMatchObject({ personas: [{ name: 'Maya, "PM"' }] });
  expect(await edge.send(home.ann, 'GET', `/api/exports/personas?persona_ids=${home.personaId},${eve.personaId}`)).toMatchObject({ status: 404 });
  expect((await edge.send<{ personas: unknown[] }>(home.ann, 'GET', '/api/exports/personas?persona_ids=')).body.personas).toEqual([]);
});
