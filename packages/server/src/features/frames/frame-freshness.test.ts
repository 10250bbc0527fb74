import { describe, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { removeExpired } from '../../jobs/retention.ts';
import { bumpSettingsRevision } from '../dictionary/dictionary.queries.ts';
import { rememberKeysWithin } from '../responses/form-keys.service.ts';
import { eraseImportedResponses, openImportedResponses } from '../responses/imported-responses.service.ts';
import { erase, expectedFrame, newForm, newHome, openTransaction, store, testFrames, type Home, type TestFrames } from '../../testing/frame-world.ts';

const db = await testDatabase();
const { frames } = testFrames(db);
const { frames: elsewhere } = testFrames(db);
const ATTRIBUTES = ['age', 'location'];

/** The frame of each of these services holds what the database holds. */
async function expectCurrent(home: Home, services: TestFrames[] = [frames, elsewhere], attributes = ATTRIBUTES): Promise<void> {
  const expected = await expectedFrame(db, home, attributes);
  for (const service of services) expect(await service.run(home.tenantId, 'see', attributes)).toMatchObject(expected);
}

describe('a frame', () => {
  it('holds every response of its tenant, and none of a neighbour', async () => {
    const [home, neighbour] = [await newHome(db), await newHome(db)];
    await store(db, neighbour, [{ data: { age: 70, location: 'Leeds' } }]);
    await store(db, home, [
      { data: { age: 31, location: 'London' }, person: 'a' }, { data: { age: null, location: ['x', 'y'] } }, { data: { other: 1 } }, { data: {} },
      { data: { age: '31 ', location: 'a "quoted" \\ \n é 𝕌' }, person: 'a', at: '2026-01-30T10:12:00.001Z' },
    ]);
    await expectCurrent(home);
    await expectCurrent(neighbour);
    expect((await frames.run(neighbour.tenantId, 'see', ATTRIBUTES)).responses).toHaveLength(1);
  });

  it('is empty where there is nothing, and refuses a tenant that does not exist', async () => {
    const home = await newHome(db);
    expect((await frames.run(home.tenantId, 'see', ATTRIBUTES)).responses).toEqual([]);
    await expectCurrent(home);
    await store(db, home, [{ data: { age: 1 } }]);
    await expectCurrent(home);
    await expect(frames.run(999_999, 'see', [])).rejects.toMatchObject({ code: 'not_found' });
  });

  it('has what was committed before it was asked for, whoever committed it', async () => {
    const home = await newHome(db);
    for (let round = 0; round < 5; round += 1) {
      await store(db, home, [{ data: { age: round }, person: 'p', at: '2026-01-30T10:12:00Z' }, { data: { age: round, location: 'x' } }]);
      await expectCurrent(home);
    }
  });

  it('misses none of the responses that are committed out of order', async () => {
    const home = await newHome(db);
    await store(db, home, [{ data: { age: 1 } }]);
    await expectCurrent(home);
    const [slow, slower] = [await openTransaction(db, home.tenantId), await openTransaction(db, home.tenantId)];
    await store(db, home, [{ data: { age: 2 } }], slow.trx);
    await store(db, home, [{ data: { age: 3 } }], slower.trx);
    await store(db, home, [{ data: { age: 4 } }]);
    await expectCurrent(home);
    await store(db, home, [{ data: { age: 5 } }], slow.trx);
    await store(db, home, [{ data: { age: 6 } }]);
    await expectCurrent(home);
    await slow.commit();
    await expectCurrent(home);
    await expectCurrent(home);
    await store(db, home, [{ data: { age: 7 } }]);
    await slower.commit();
    await expectCurrent(home);
    await expectCurrent(home);
  });

  it('misses none that a transaction stored which was under way when the frame was loaded', async () => {
    const home = await newHome(db);
    const slow = await openTransaction(db, home.tenantId);
    await store(db, home, [{ data: { age: 1 } }], slow.trx);
    await store(db, home, [{ data: { age: 2 } }]);
    await expectCurrent(home);
    await expectCurrent(home);
    await slow.commit();
    await expectCurrent(home);
  });

  it('loses what is erased, and so do those whose later answer it was', async () => {
    const home = await newHome(db);
    const ids = await store(db, home, ['2026-01-01', '2026-02-01', '2026-02-01', '2026-03-01'].map((day, age) => ({ data: { age }, person: 'p', at: `${day}T09:00:0${age}Z` })));
    await expectCurrent(home);
    await erase(db, home, [ids[3]!]);
    await expectCurrent(home);
    await erase(db, home, [ids[0]!, ids[2]!]);
    await expectCurrent(home);
    await store(db, home, [{ data: { age: 9 }, person: 'p' }]);
    await expectCurrent(home);
  });

  it('loses what an import brought when that is taken back', async () => {
    const home = await newHome(db);
    await store(db, home, [{ data: { age: 1 }, person: 'p' }]);
    const importId = await withTenant(db, home.tenantId, async (trx) => {
      const row = { tenant_id: home.tenantId, file_name: 'a.csv', created_by: 'ann', imported_at: null, undone_at: null, form_id: null };
      const { id } = await trx.insertInto('imports').values(row).returning('id').executeTakeFirstOrThrow();
      const responses = await openImportedResponses(trx, home.tenantId, id, await rememberKeysWithin(trx, home.tenantId, home.formId, ['age']));
      await responses.store([2, 3].map((age) => ({ responseData: { age }, respondentKey: 'p', externalId: null, submittedAt: new Date('2026-02-01T00:00:00Z') })));
      return id;
    });
    await expectCurrent(home);
    await withTenant(db, home.tenantId, (trx) => eraseImportedResponses(trx, home.tenantId, importId));
    await expectCurrent(home);
    expect((await frames.run(home.tenantId, 'see', ['age'])).responses).toHaveLength(1);
  });

  it('hears of an erasure that is committed after a later one', async () => {
    const home = await newHome(db);
    const [first, second] = await store(db, home, [{ data: { age: 1 } }, { data: { age: 2 } }, { data: { age: 3 } }]);
    await expectCurrent(home);
    const slow = await openTransaction(db, home.tenantId);
    await slow.trx.deleteFrom('form_responses').where('id', '=', first!).execute();
    await erase(db, home, [second!]);
    await expectCurrent(home);
    await slow.commit();
    await expectCurrent(home);
  });

  it('is loaded anew when erasures were forgotten before it heard of them', async () => {
    const home = await newHome(db);
    const ids = await store(db, home, [{ data: { age: 1 } }, { data: { age: 2 } }, { data: { age: 3 } }]);
    await expectCurrent(home, [frames]);
    await erase(db, home, [ids[0]!]);
    await erase(db, home, [ids[1]!]);
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    await removeExpired({ db, clock: fakeClock('2099-01-01T00:00:00Z'), log });
    const left = await withTenant(db, home.tenantId, (trx) => trx.selectFrom('response_erasures').select('response_ids').where('tenant_id', '=', home.tenantId).execute());
    expect(left).toEqual([{ response_ids: '{}' }]);
    const { loads } = frames.statistics();
    await expectCurrent(home, [frames]);
    expect(frames.statistics().loads).toBe(loads + 1);
    await expectCurrent(home, [frames]);
    expect(frames.statistics().loads).toBe(loads + 1);
  });

  it('gets columns when a job asks for them, and keeps those it had', async () => {
    const home = await newHome(db);
    const ids = await store(db, home, [{ data: { age: 1, plan: 'pro' } }, { data: { plan: 'free', location: 'x' } }, { data: { age: 3 } }]);
    await expectCurrent(home, [frames], ['age']);
    await erase(db, home, [ids[1]!]);
    await store(db, home, [{ data: { age: 4, plan: 'team' } }]);
    const { loads } = frames.statistics();
    await expectCurrent(home, [frames], ['age', 'plan']);
    await expectCurrent(home, [frames], ['location', 'plan', 'age']);
    expect(frames.statistics().loads).toBe(loads);
    expect((await frames.run(home.tenantId, 'see', ['plan'])).attributes).toEqual(['age', 'plan', 'location']);
  });

  it('finds answers under every key that means the attribute, new keys included', async () => {
    const home = await newHome(db);
    const other = await newForm(db, home.tenantId);
    await withTenant(db, home.tenantId, (trx) => trx.insertInto('attributes').values({ tenant_id: home.tenantId, name: 'age', folded_name: 'age', aliases: ['years'], language: null }).execute());
    const see = async () => (await frames.run(home.tenantId, 'see', ['age'])).responses.map(({ cells }) => cells.age);
    await store(db, home, [{ data: { Age: 1 } }, { data: { years: 2, age: 3 } }]);
    await store(db, { ...home, formId: other }, [{ data: { YEARS: 4 } }]);
    expect(await see()).toEqual(['1', '3 | 2', '4']);
    await store(db, home, [{ data: { 'AGE ': null, years: 6 } }]);
    expect(await see()).toEqual(['1', '3 | 2', '4', 'null | 6']);
  });

  it('is read anew when the dictionary reads it otherwise, and only then', async () => {
    const home = await newHome(db);
    await store(db, home, [{ data: { years: 31, location: 'x' } }]);
    const see = async () => (await frames.run(home.tenantId, 'see', ['age'])).responses.map(({ cells }) => cells.age);
    expect(await see()).toEqual(['']);
    const { loads } = frames.statistics();
    await withTenant(db, home.tenantId, (trx) => bumpSettingsRevision(trx, home.tenantId));
    expect(await see()).toEqual(['']);
    expect(frames.statistics().loads).toBe(loads);
    await withTenant(db, home.tenantId, async (trx) => {
      await trx.insertInto('attributes').values({ tenant_id: home.tenantId, name: 'age', folded_name: 'age', aliases: ['years'], language: null }).execute();
      await bumpSettingsRevision(trx, home.tenantId);
    });
    expect(await see()).toEqual(['31']);
    expect(frames.statistics().loads).toBe(loads + 1);
  });

  it('counts days in the time zone of its tenant, also after that has changed', async () => {
    const home = await newHome(db, { timeZone: 'Asia/Tokyo' });
    await store(db, home, [{ data: {}, at: '2026-01-30T14:59:59.999Z' }, { data: {}, at: '2026-01-30T15:00:00Z' }]);
    const days = async () => (await frames.run(home.tenantId, 'see', [])).responses.map(({ day }) => day);
    expect(await days()).toEqual(['2026-01-30', '2026-01-31']);
    await withTenant(db, home.tenantId, async (trx) => {
      await trx.updateTable('tenants').set({ time_zone: 'Europe/London' }).where('id', '=', home.tenantId).execute();
      await bumpSettingsRevision(trx, home.tenantId);
    });
    expect(await days()).toEqual(['2026-01-30', '2026-01-30']);
  });

  it('shows a transaction its own writes, and nobody what was undone', async () => {
    const home = await newHome(db);
    await store(db, home, [{ data: { age: 1 } }]);
    await expectCurrent(home, [frames]);
    const own = await frames.run(home.tenantId, 'seeOwnWrites', { formId: home.formId, attributes: ['location'] });
    expect(own.responses).toHaveLength(2);
    await expectCurrent(home, [frames]);
  });
});
