import { afterAll, describe, expect, it } from 'vitest';
import { readTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { openTestApplication } from '../identity/test-application.ts';

const db = await testDatabase();
const clock = fakeClock('2026-03-01T09:00:00Z');
const server = await openTestApplication(db, { clock });
afterAll(() => server.close());

type Key = { id: number; prefix: string; secret: string; last_used_at: string | null; revoked_at: string | null };
const makeKey = async (cookie: string, body: Record<string, unknown>): Promise<Key> =>
  (await server.send('POST', '/api/api-keys', { cookie, body: { name: 'Website', scopes: ['read'], ...body } })).json();
const listKeys = async (cookie: string): Promise<Key[]> => (await server.send('GET', '/api/api-keys', { cookie })).json<{ items: Key[] }>().items;
const codeOf = async (key: string, url = '/api/tenant', headers = {}): Promise<string | number> => {
  const answer = await server.send('GET', url, { key, headers });
  return answer.statusCode === 200 ? 200 : answer.json<{ code: string }>().code;
};

describe('an API key', () => {
  it('works in its own tenant until it is revoked, and not a moment longer', async () => {
    const [ours, theirs] = [await server.newOwner('Ann'), await server.newOwner('Neighbour')];
    const key = await makeKey(ours.cookie, { scopes: ['write'] });
    expect(key).toMatchObject({ prefix: key.secret.slice(0, 15), scopes: ['write'], last_used_at: null, revoked_at: null, expires_at: null });
    expect((await server.send('GET', '/api/session', { key: key.secret })).json()).toEqual({
      user: null,
      tenant: { id: ours.tenant.id, name: "Ann's tenant", is_demo: false, role: null, scopes: ['read', 'submit', 'write'] },
      tenants: [],
    });
    expect(await codeOf(key.secret, '/api/tenant', { 'likeness-tenant': String(theirs.tenant.id) })).toBe('not_found');
    expect((await server.send('DELETE', `/api/api-keys/${key.id}`, { cookie: theirs.cookie })).statusCode).toBe(404);
    expect(await codeOf(key.secret)).toBe(200);
    expect((await server.send('DELETE', `/api/api-keys/${key.id}`, { cookie: ours.cookie })).statusCode).toBe(204);
    expect(await codeOf(key.secret)).toBe('invalid_credentials');
    expect((await server.send('DELETE', `/api/api-keys/${key.id}`, { cookie: ours.cookie })).statusCode).toBe(404);
    expect(await listKeys(ours.cookie)).toEqual([expect.objectContaining({ id: key.id, revoked_at: '2026-03-01T09:00:00.000Z' })]);
    expect(await listKeys(theirs.cookie)).toEqual([]);
  });

  it.each([
    ['submit', ['not_allowed', 'not_allowed']],
    ['read', [200, 'not_allowed']],
    ['write', [200, 'not_allowed']],
    ['admin', [200, 200]],
  ])('with the scope %s may do what it implies', async (scope, expected) => {
    const { cookie } = await server.newOwner('Ben');
    const { secret } = await makeKey(cookie, { scopes: [scope] });
    expect([await codeOf(secret, '/api/members'), await codeOf(secret, '/api/api-keys')]).toEqual(expected);
    expect((await server.send('POST', '/api/tenants', { key: secret, body: { name: 'More' } })).json()).toMatchObject({ code: 'not_signed_in' });
  });

  it('is over when its time is', async () => {
    const { cookie } = await server.newOwner('Cas');
    const { secret } = await makeKey(cookie, { expires_at: new Date(clock.now().getTime() + 1000).toISOString() });
    expect(await codeOf(secret)).toBe(200);
    clock.advance(1000);
    expect(await codeOf(secret)).toBe('invalid_credentials');
    const past = await server.send('POST', '/api/api-keys', { cookie, body: { name: 'Old', scopes: ['read'], expires_at: clock.now().toISOString() } });
    expect(past.json()).toMatchObject({ code: 'invalid_input', errors: [{ path: 'expires_at' }] });
  });

  it('notes its use at most once a minute', async () => {
    const { cookie } = await server.newOwner('Dee');
    const { secret } = await makeKey(cookie, {});
    const lastUse = async () => (await listKeys(cookie))[0]?.last_used_at;
    const first = clock.now().toISOString();
    await Promise.all([codeOf(secret), codeOf(secret), codeOf(secret)]);
    clock.advance(59_000);
    await codeOf(secret);
    expect(await lastUse()).toBe(first);
    clock.advance(1000);
    await codeOf(secret);
    expect(await lastUse()).toBe(clock.now().toISOString());
  });

  it('is not known by its prefix: another secret behind it is refused', async () => {
    const { cookie } = await server.newOwner('Eva');
    const { secret } = await makeKey(cookie, {});
    const last = secret.at(-2) === 'A' ? 'B' : 'A';
    expect(await codeOf(`${secret.slice(0, -2)}${last}${secret.at(-1)}`)).toBe('invalid_credentials');
  });

  it('is in the audit log by name, and its secret in no table', async () => {
    const { cookie, tenant, user } = await server.newOwner('Fay');
    const { id, secret } = await makeKey(cookie, { name: 'Shop' });
    await server.send('DELETE', `/api/api-keys/${id}`, { cookie });
    const entries = await readTenant(db, tenant.id, (trx) =>
      trx.selectFrom('audit_log').select(['actor', 'action', 'subject_id']).where('subject_type', '=', 'api-key').orderBy('id').execute(),
    );
    const actor = `user:${user.id}`;
    expect(entries).toEqual([
      { actor, action: 'api-key.created', subject_id: String(id) },
      { actor, action: 'api-key.revoked', subject_id: String(id) },
    ]);
    const { rows } = await db.owner.query('select count(*) as held from (select to_jsonb(k)::text as row from api_keys k union all select to_jsonb(a)::text from audit_log a) r where row like $1', [
      `%${secret.slice(16)}%`,
    ]);
    expect(rows).toEqual([{ held: 0 }]);
  });

  it('is for owners only', async () => {
    const { cookie } = await server.newOwner('Gus');
    const { secret } = await makeKey(cookie, { scopes: ['write'] });
    for (const [method, url] of [['GET', '/api/api-keys'], ['POST', '/api/api-keys'], ['DELETE', '/api/api-keys/1']] as const) {
      expect((await server.send(method, url, { key: secret })).json()).toMatchObject({ code: 'not_allowed' });
    }
  });
});
