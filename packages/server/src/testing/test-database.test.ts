import { describe, expect, it } from 'vitest';
import { withTenant } from '../db/tenant-scope.ts';
import { fakeClock } from './fake-clock.ts';
import { testDatabase } from './test-database.ts';

describe('testDatabase', async () => {
  const one = await testDatabase();
  const other = await testDatabase();

  it('is migrated, and nobody else’s', async () => {
    await withTenant(one, 1, (trx) => trx.insertInto('tenants').values({ id: 1, name: 'Only here' }).execute());
    expect((await one.owner.query('SELECT name FROM tenants')).rows).toEqual([{ name: 'Only here' }]);
    expect((await other.owner.query('SELECT name FROM tenants')).rows).toEqual([]);
  });
});

describe('fakeClock', () => {
  it('stands still until it is moved', () => {
    const clock = fakeClock('2026-03-29T00:30:00Z');
    const before = clock.now();
    expect(clock.now()).toEqual(before);
    expect(clock.advance(3_600_000)).toEqual(new Date('2026-03-29T01:30:00Z'));
    before.setFullYear(1999);
    expect(clock.now()).toEqual(new Date('2026-03-29T01:30:00Z'));
    clock.set('2026-01-01T00:00:00Z');
    expect(clock.now()).toEqual(new Date('2026-01-01T00:00:00Z'));
    expect(() => clock.set('someday')).toThrow(RangeError);
  });
});
