import { describe, expect, it } from 'vitest';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { testDatabase } from '../../testing/index.ts';
import { newForm, newHome, store } from '../../testing/frame-world.ts';
import { listFormKeys } from './form-keys.queries.ts';
import { rememberKeys, rememberKeysWithin } from './form-keys.service.ts';
import { insertResponses } from './response.store.ts';

const db = await testDatabase();
const keysIn = (tenantId: number) => readTenant(db, tenantId, async (trx) => Object.fromEntries([...(await listFormKeys(trx, tenantId))].map(([form, keys]) => [form, keys.toSorted()])));

describe('the keys of forms', () => {
  it('are remembered once each, by form, and not told to a neighbour', async () => {
    const [home, neighbour] = [await newHome(db), await newHome(db)];
    const other = await newForm(db, home.tenantId);
    const long = 'x'.repeat(100_000);
    await store(db, home, [{ data: { age: 1, Age: 2 } }, { data: { age: 3, [long]: 1 } }]);
    await store(db, home, [{ data: { age: 1 } }]);
    await store(db, { ...home, formId: other }, [{ data: { age: 1 } }]);
    await store(db, neighbour, [{ data: { secret: 1 } }]);
    expect(await keysIn(home.tenantId)).toEqual({ [home.formId]: ['Age', 'age', long], [other]: ['age'] });
    expect(await keysIn(neighbour.tenantId)).toEqual({ [neighbour.formId]: ['secret'] });
  });

  it('cost no query once this process knows them', async () => {
    const { tenantId, formId } = await newHome(db);
    await rememberKeys(db, tenantId, formId, ['a', 'b']);
    await withTenant(db, tenantId, (trx) => trx.deleteFrom('form_keys').where('tenant_id', '=', tenantId).execute());
    const { keys } = await rememberKeys(db, tenantId, formId, ['b', 'a', 'b']);
    expect([...keys]).toEqual(['a', 'b']);
    expect(await keysIn(tenantId)).toEqual({});
    await rememberKeys(db, tenantId, formId, ['b', 'c']);
    expect(await keysIn(tenantId)).toEqual({ [formId]: ['c'] });
  });

  it('of a form that does not exist, or is another tenant’s, are not kept', async () => {
    const [home, neighbour] = [await newHome(db), await newHome(db)];
    await rememberKeys(db, home.tenantId, neighbour.formId, ['a']);
    expect(await keysIn(home.tenantId)).toEqual({});
    expect(await keysIn(neighbour.tenantId)).toEqual({});
    await rememberKeys(db, home.tenantId, home.formId, ['a']);
    expect(await keysIn(home.tenantId)).toEqual({ [home.formId]: ['a'] });
  });

  it('that two transactions bring at once keep nobody waiting for the longer one', async () => {
    const { tenantId, formId } = await newHome(db);
    await withTenant(db, tenantId, async (trx) => {
      await rememberKeys(db, tenantId, formId, ['new']);
      await trx.selectFrom('forms').select('id').where('id', '=', formId).forUpdate().execute();
      await rememberKeys(db, tenantId, formId, ['new']);
    });
    expect(await keysIn(tenantId)).toEqual({ [formId]: ['new'] });
  });

  it('that were not remembered cannot be stored under', async () => {
    const { tenantId, formId } = await newHome(db);
    const rows = [{ responseData: { a: 1, b: 2 }, respondentKey: null, externalId: null, submittedAt: new Date() }];
    await withTenant(db, tenantId, async (trx) => {
      const keys = await rememberKeysWithin(trx, tenantId, formId, ['a']);
      await expect(insertResponses(trx, tenantId, formId, rows, { keys })).rejects.toThrow('was not remembered');
      await expect(insertResponses(trx, tenantId, formId, rows, { keys: { ...keys, formId: formId + 1 } })).rejects.toThrow('another form');
    });
  });

  it('go with their form', async () => {
    const { tenantId, formId } = await newHome(db);
    await rememberKeys(db, tenantId, formId, ['a']);
    await withTenant(db, tenantId, (trx) => trx.deleteFrom('forms').where('id', '=', formId).execute());
    expect(await keysIn(tenantId)).toEqual({});
  });
});
