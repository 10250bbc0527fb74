import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { isDatabaseError } from './database-error.ts';
import { readThroughDoor } from './doors.ts';
import { readTenant, readTenantWithScratch, withTenant } from './tenant-scope.ts';

const db = await testDatabase();
const [OURS, THEIRS] = [1, 2];
for (const id of [OURS, THEIRS]) {
  await withTenant(db, id, async (trx) => {
    await trx.insertInto('tenants').values({ id, name: `Tenant ${id}` }).execute();
    await trx.insertInto('forms').values({ tenant_id: id, name: `Form of ${id}` }).execute();
  });
}

const formNames = (tenantId: number): Promise<string[]> =>
  readTenant(db, tenantId, async (trx) => (await trx.selectFrom('forms').select('name').orderBy('name').execute()).map((row) => row.name));

describe('withTenant', () => {
  it('sees the rows of its tenant and no others, without any condition in the query', async () => {
    expect(await formNames(OURS)).toEqual(['Form of 1']);
    expect(await formNames(THEIRS)).toEqual(['Form of 2']);
    expect(await formNames(999)).toEqual([]);
  });

  it('cannot write a row of another tenant', async () => {
    const intrusion = withTenant(db, OURS, (trx) => trx.insertInto('forms').values({ tenant_id: THEIRS, name: 'Intruder' }).execute());
    await expect(intrusion).rejects.toMatchObject({ name: 'DatabaseError', code: 'forbidden' });
    expect(await formNames(THEIRS)).toEqual(['Form of 2']);
  });

  it('cannot change or remove a row of another tenant', async () => {
    await withTenant(db, OURS, async (trx) => {
      const changed = await trx.updateTable('forms').set({ name: 'Taken' }).where('tenant_id', '=', THEIRS).executeTakeFirst();
      const removed = await trx.deleteFrom('forms').where('tenant_id', '=', THEIRS).executeTakeFirst();
      expect([changed.numUpdatedRows, removed.numDeletedRows]).toEqual([0n, 0n]);
    });
    expect(await formNames(THEIRS)).toEqual(['Form of 2']);
  });

  it('keeps nothing when the work fails, and passes its error on untouched', async () => {
    const trouble = new Error('second thoughts');
    const work = withTenant(db, OURS, async (trx) => {
      await trx.insertInto('forms').values({ tenant_id: OURS, name: 'Half done' }).execute();
      throw trouble;
    });
    await expect(work).rejects.toBe(trouble);
    expect(await formNames(OURS)).toEqual(['Form of 1']);
  });

  it('leaves no tenant behind on the pooled connection', async () => {
    await formNames(OURS);
    const { rows } = await db.app.query('SELECT count(*) AS visible FROM forms');
    expect(rows).toEqual([{ visible: 0 }]);
  });

  it('names the constraint that refused a row', async () => {
    const work = withTenant(db, OURS, async (trx) => {
      const attribute = { tenant_id: OURS, name: 'Age', folded_name: 'age' };
      await trx.insertInto('attributes').values([attribute, attribute]).execute();
    });
    const error: unknown = await work.catch((reason: unknown) => reason);
    expect(isDatabaseError(error, 'duplicate', 'attributes_name_key')).toBe(true);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('refuses %s as a tenant', (tenantId) => {
    expect(() => withTenant(db, tenantId, async () => undefined)).toThrow(RangeError);
  });

  it('runs the work once more after a deadlock', async () => {
    const ids = await withTenant(db, OURS, async (trx) =>
      (await trx.insertInto('respondents').values(['a', 'b'].map((key) => ({ tenant_id: OURS, respondent_key: key }))).returning('id').execute()).map((row) => row.id),
    );
    let attempts = 0;
    const firstLocks: (() => void)[] = [];
    const bothHoldOne = new Promise<void>((resolve) => {
      firstLocks.push(() => undefined, resolve);
    });
    const lockInOrder = (order: number[]): Promise<void> =>
      withTenant(db, OURS, async (trx) => {
        attempts++;
        for (const id of order) {
          await trx.selectFrom('respondents').select('id').where('tenant_id', '=', OURS).where('id', '=', id).forUpdate().execute();
          firstLocks.shift()?.();
          await bothHoldOne;
        }
      });
    await Promise.all([lockInOrder(ids), lockInOrder(ids.toReversed())]);
    // Once more for the one that lost; on a busy machine the database may let both lose.
    expect(attempts).toBeGreaterThanOrEqual(3);
  });
});

describe('readTenant', () => {
  it('refuses to write', async () => {
    const work = readTenant(db, OURS, (trx) => trx.insertInto('forms').values({ tenant_id: OURS, name: 'Late' }).execute());
    await expect(work).rejects.toMatchObject({ name: 'DatabaseError' });
  });

  it('sees one moment throughout', async () => {
    await readTenant(db, OURS, async (trx) => {
      const before = await trx.selectFrom('forms').select('id').execute();
      await withTenant(db, OURS, (other) => other.insertInto('forms').values({ tenant_id: OURS, name: 'Meanwhile' }).execute());
      expect(await trx.selectFrom('forms').select('id').execute()).toEqual(before);
    });
    await withTenant(db, OURS, (trx) => trx.deleteFrom('forms').where('name', '=', 'Meanwhile').execute());
  });
});

describe('readTenantWithScratch', () => {
  it('sees one moment throughout, and may make temporary tables', async () => {
    await readTenantWithScratch(db, OURS, async (trx) => {
      const before = await trx.selectFrom('forms').select('id').execute();
      await withTenant(db, OURS, (other) => other.insertInto('forms').values({ tenant_id: OURS, name: 'Meanwhile' }).execute());
      await sql`create temporary table scratch on commit drop as select id from forms`.execute(trx);
      expect((await sql`select id from scratch`.execute(trx)).rows).toEqual(before);
    });
    await withTenant(db, OURS, (trx) => trx.deleteFrom('forms').where('name', '=', 'Meanwhile').execute());
  });
});

describe('readThroughDoor', () => {
  it('lists all tenants in the directory, and nothing of what is theirs', async () => {
    const seen = await readThroughDoor(db, { directory: true }, async (trx) => ({
      tenants: (await trx.selectFrom('tenants').select('id').orderBy('id').execute()).map((row) => row.id),
      forms: await trx.selectFrom('forms').select('id').execute(),
    }));
    expect(seen).toEqual({ tenants: [OURS, THEIRS], forms: [] });
  });

  it('finds the one key with a prefix, whatever the prefix holds', async () => {
    const prefix = `lk_'; drop table forms; --\\`;
    await withTenant(db, THEIRS, (trx) =>
      trx.insertInto('api_keys').values({ tenant_id: THEIRS, name: 'Key', prefix, secret_hash: Buffer.from('x'), scopes: [] }).execute(),
    );
    const find = (apiKeyPrefix: string): Promise<{ tenant_id: number }[]> =>
      readThroughDoor(db, { apiKeyPrefix }, (trx) => trx.selectFrom('api_keys').select('tenant_id').execute());
    expect(await find(prefix)).toEqual([{ tenant_id: THEIRS }]);
    expect(await find('')).toEqual([]);
  });
});
