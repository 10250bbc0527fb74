import { DEFAULT_SETTINGS } from '@likeness/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { readTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { openTestApplication } from '../identity/test-application.ts';

const db = await testDatabase();
const server = await openTestApplication(db, { clock: fakeClock('2026-03-01T09:00:00Z') });
afterAll(() => server.close());

/** What changes of a tenant leave behind. */
const traces = (tenantId: number) =>
  readTenant(db, tenantId, async (trx) => ({
    revision: (await trx.selectFrom('tenants').select('settings_revision').executeTakeFirstOrThrow()).settings_revision,
    runs: (await trx.selectFrom('runs').select(['kind', 'persona_id']).execute()).map(({ kind, persona_id }) => [kind, persona_id]),
    events: (await trx.selectFrom('events').select('payload').where('type', '=', 'settings.changed').orderBy('id').execute()).map(({ payload }) => payload),
    audit: (await trx.selectFrom('audit_log').select('details').where('action', '=', 'tenant.changed').orderBy('id').execute()).map(({ details }) => details),
  }));
const UNTOUCHED = { revision: 1, runs: [], events: [], audit: [] };

describe('a tenant', () => {
  it('is created by a person, who is its owner, with all settings at their defaults', async () => {
    const { cookie } = await server.newPerson('Ann');
    const created = await server.send('POST', '/api/tenants', { cookie, body: { name: ' Acme ', time_zone: 'Europe/Paris' } });
    expect(created.statusCode).toBe(201);
    expect(created.json()).toEqual({
      id: expect.any(Number), name: 'Acme', time_zone: 'Europe/Paris', is_demo: false, settings: DEFAULT_SETTINGS, created_at: '2026-03-01T09:00:00.000Z',
    });
    expect((await server.send('GET', '/api/tenant', { cookie })).json()).toEqual(created.json());
    expect((await server.send('GET', '/api/session', { cookie })).json()).toMatchObject({ tenant: { role: 'owner', name: 'Acme' } });
    const nowhere = await server.send('POST', '/api/tenants', { cookie, body: { name: 'Acme', time_zone: 'Europe/Atlantis' } });
    expect(nowhere.json()).toMatchObject({ code: 'invalid_input', errors: [{ path: 'time_zone' }] });
  });

  it('is created by nobody who is not signed in', async () => {
    expect((await server.send('POST', '/api/tenants', { body: { name: 'Acme' } })).json()).toMatchObject({ code: 'not_signed_in' });
  });
});

describe('changing a tenant', () => {
  it('recalculates all scores when the bands change, and leaves the neighbour alone', async () => {
    const [ours, theirs] = [await server.newOwner('Ben'), await server.newOwner('Neighbour')];
    const settings = { ...DEFAULT_SETTINGS, bands: { moderate: 40, strong: 80 } };
    const before = server.dispatched();
    const changed = await server.send('PATCH', '/api/tenant', { cookie: ours.cookie, body: { settings } });
    expect(changed.json()).toMatchObject({ settings });
    expect(await traces(ours.tenant.id)).toEqual({
      revision: 2, runs: [['batch-calculate', null]], events: [{ changed: ['bands'] }], audit: [{ changed: ['bands'] }],
    });
    expect(server.dispatched()).toBe(before + 1);
    expect(await traces(theirs.tenant.id)).toEqual(UNTOUCHED);
  });

  it('makes stored figures stale for time zone and metrics, and not for a name', async () => {
    const { cookie, tenant } = await server.newOwner('Cas');
    await server.send('PATCH', '/api/tenant', { cookie, body: { name: 'Renamed' } });
    expect((await traces(tenant.id)).revision).toBe(1);
    const metrics = { ...DEFAULT_SETTINGS.metrics, effort: { field: 'ces', min: 1, max: 5 } };
    await server.send('PATCH', '/api/tenant', { cookie, body: { time_zone: 'Asia/Kolkata', settings: { ...DEFAULT_SETTINGS, metrics } } });
    expect(await traces(tenant.id)).toMatchObject({ revision: 2, runs: [], audit: [{ changed: ['name'] }, { changed: ['time_zone', 'metrics'] }] });
    expect((await server.send('GET', '/api/tenant', { cookie })).json()).toMatchObject({ name: 'Renamed', time_zone: 'Asia/Kolkata', settings: { metrics } });
  });

  it('to what it is already changes nothing', async () => {
    const { cookie, tenant } = await server.newOwner('Dee');
    for (const body of [{}, { name: "Dee's tenant", time_zone: 'UTC', settings: DEFAULT_SETTINGS }]) {
      expect((await server.send('PATCH', '/api/tenant', { cookie, body })).statusCode).toBe(200);
    }
    expect(await traces(tenant.id)).toEqual(UNTOUCHED);
  });

  it.each([
    [{ time_zone: 'Mars/Olympus' }, 'time_zone'],
    [{ name: ' ' }, 'name'],
    [{ name: 'NUL \u0000' }, 'name'],
    [{ settings: { ...DEFAULT_SETTINGS, bands: { moderate: 70, strong: 70 } } }, 'settings.bands'],
    [{ settings: { bands: DEFAULT_SETTINGS.bands } }, 'settings.metrics'],
    [{ settings_revision: 9 }, ''],
  ])('refuses %j, naming the place, and stores nothing', async (body, path) => {
    const { cookie, tenant } = await server.newOwner('Eva');
    const answer = await server.send('PATCH', '/api/tenant', { cookie, body });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ errors: { path: string }[] }>().errors.map((problem) => problem.path)).toContain(path);
    expect(await traces(tenant.id)).toEqual(UNTOUCHED);
  });
});
