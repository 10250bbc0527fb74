import { describe, expect, it } from 'vitest';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { testDatabase } from '../../testing/index.ts';
import { keysOf, rememberKeysWithin } from './form-keys.service.ts';
import { insertResponses, type InsertedResponses, type NewResponse } from './response.store.ts';

const db = await testDatabase();
let lastTenantId = 0;

/** A tenant with one form. */
async function newTenant(): Promise<{ tenantId: number; formId: number }> {
  const tenantId = ++lastTenantId;
  const formId = await withTenant(db, tenantId, async (trx) => {
    await trx.insertInto('tenants').values({ id: tenantId, name: `Tenant ${tenantId}` }).execute();
    const form = await trx.insertInto('forms').values({ tenant_id: tenantId, name: 'Survey' }).returning('id').executeTakeFirstOrThrow();
    return form.id;
  });
  return { tenantId, formId };
}

function response(more: Partial<NewResponse> = {}): NewResponse {
  return { responseData: { age: 31 }, respondentKey: null, externalId: null, submittedAt: new Date('2026-01-30T10:12:00.123Z'), ...more };
}

const insert = ({ tenantId, formId }: { tenantId: number; formId: number }, rows: NewResponse[]): Promise<InsertedResponses> =>
  withTenant(db, tenantId, async (trx) => insertResponses(trx, tenantId, formId, rows, { keys: await rememberKeysWithin(trx, tenantId, formId, keysOf(rows)) }));

const stored = ({ tenantId }: { tenantId: number }) =>
  readTenant(db, tenantId, (trx) =>
    trx.selectFrom('form_responses as r').leftJoin('respondents as p', (join) => join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.respondent_id'))
      .select(['r.id', 'p.respondent_key', 'r.external_id', 'r.submitted_at', 'r.response_data']).orderBy('r.id').execute());

describe('insertResponses', () => {
  it('answers the ids in the order of the rows, whatever the order of their external ids', async () => {
    const home = await newTenant();
    const rows = ['c', 'a', null, 'b', null].map((externalId, index) => response({ externalId, responseData: { index } }));
    const { ids, alreadyThere } = await insert(home, rows);
    expect(alreadyThere).toEqual([false, false, false, false, false]);
    const byId = new Map((await stored(home)).map((row) => [row.id, row.response_data.index]));
    expect(ids.map((id) => byId.get(id))).toEqual([0, 1, 2, 3, 4]);
  });

  it('leaves a response whose external id is known as it is, and says which it was', async () => {
    const home = await newTenant();
    const first = await insert(home, [response({ externalId: 'r-1' })]);
    const again = await insert(home, [response({ externalId: 'r-2' }), response({ externalId: 'r-1', responseData: { age: 99 } }), response({ externalId: 'r-2' })]);
    expect(again.alreadyThere).toEqual([false, true, true]);
    expect(again.ids.slice(1)).toEqual([first.ids[0], again.ids[0]]);
    expect((await stored(home)).map((row) => row.response_data)).toEqual([{ age: 31 }, { age: 31 }]);
  });

  it('makes one respondent of one key, and none where nobody said who answered', async () => {
    const home = await newTenant();
    const neighbour = await newTenant();
    await insert(neighbour, [response({ respondentKey: 'ann' })]);
    await insert(home, [response({ respondentKey: 'ann' }), response(), response({ respondentKey: 'ann' }), response({ respondentKey: 'Ann' })]);
    await insert(home, [response({ respondentKey: 'ann' })]);
    expect((await stored(home)).map((row) => row.respondent_key)).toEqual(['ann', null, 'ann', 'Ann', 'ann']);
    const people = await readTenant(db, home.tenantId, (trx) => trx.selectFrom('respondents').select('respondent_key').orderBy('id').execute());
    expect(people.map((row) => row.respondent_key).toSorted()).toEqual(['Ann', 'ann']);
  });

  it('keeps hostile text as the text it is', async () => {
    const home = await newTenant();
    const texts = [`'); drop table forms; --`, '{"a","b\\\\"}', 'NULL', '\\', '"', 'ü😀\u2028', '$1', '\n\t'];
    const data = Object.fromEntries(texts.map((text) => [text, [text, { [text]: text }]]));
    await insert(home, texts.map((text) => response({ respondentKey: text, externalId: text, responseData: data })));
    const rows = await stored(home);
    expect(rows.map((row) => row.external_id)).toEqual(texts);
    expect(rows.map((row) => row.respondent_key)).toEqual(texts);
    expect(rows[0]?.response_data).toEqual(data);
    expect(rows[0]?.submitted_at).toEqual(new Date('2026-01-30T10:12:00.123Z'));
  });

  it('does not reach another tenant’s form, and stores nothing then', async () => {
    const home = await newTenant();
    const neighbour = await newTenant();
    const intrusion = insert({ tenantId: home.tenantId, formId: neighbour.formId }, [response({ respondentKey: 'ann' })]);
    await expect(intrusion).rejects.toMatchObject({ code: 'missing_reference', constraint: 'form_responses_form_fkey' });
    expect([await stored(home), await stored(neighbour)]).toEqual([[], []]);
  });

  it('stores each external id once when two requests bring the same at the same time', async () => {
    const home = await newTenant();
    const rows = Array.from({ length: 300 }, (_, index) => response({ externalId: `r-${index}`, respondentKey: `p-${index % 7}` }));
    const [one, two] = await Promise.all([insert(home, rows), insert(home, rows.toReversed())]);
    expect(one.ids).toEqual(two.ids.toReversed());
    expect(await stored(home)).toHaveLength(300);
  });

  it('takes no rows for nothing to do', async () => {
    const home = await newTenant();
    expect(await insert(home, [])).toEqual({ ids: [], alreadyThere: [] });
  });
});
