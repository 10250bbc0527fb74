import { afterAll, describe, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-scope.ts';
import { testDatabase } from '../../testing/index.ts';
import { cookieOf, openTestApplication } from './test-application.ts';

const db = await testDatabase();
const server = await openTestApplication(db);
const secured = await openTestApplication(db, { publicUrl: 'https://likeness.example' });
afterAll(async () => {
  await server.close();
  await secured.close();
});

const tenantOf = async (cookie: string, headers: Record<string, string> = {}) => {
  const answer = await server.send('GET', '/api/tenant', { cookie, headers });
  return answer.statusCode === 200 ? answer.json<{ id: number }>().id : answer.json<{ code: string }>().code;
};

describe('the tenant a person works in', () => {
  it('is the one joined first, else the one chosen, else the one the header names', async () => {
    const ann = await server.newOwner('Ann');
    const second = await server.tenants.create(ann.user, { name: 'Second', timeZone: 'UTC' });
    const third = await server.tenants.create(ann.user, { name: 'Third', timeZone: 'UTC' });
    expect(await tenantOf(ann.cookie)).toBe(ann.tenant.id);
    const chosen = await server.send('PUT', '/api/session/tenant', { cookie: ann.cookie, body: { tenant_id: second.id } });
    expect(chosen.json()).toMatchObject({ tenant: { id: second.id, name: 'Second', role: 'owner' } });
    expect(chosen.json<{ tenants: unknown[] }>().tenants).toHaveLength(3);
    const cookie = cookieOf(chosen, ann.cookie);
    expect(await tenantOf(cookie)).toBe(second.id);
    expect(await tenantOf(cookie, { 'likeness-tenant': String(third.id) })).toBe(third.id);
  });

  it("is never another's: choosing or naming one answers like one that does not exist", async () => {
    const [ben, neighbour] = [await server.newOwner('Ben'), await server.newOwner('Neighbour')];
    for (const id of [neighbour.tenant.id, 999_999_999]) {
      expect(await tenantOf(ben.cookie, { 'likeness-tenant': String(id) })).toBe('not_found');
      const choosing = await server.send('PUT', '/api/session/tenant', { cookie: ben.cookie, body: { tenant_id: id } });
      expect([choosing.statusCode, choosing.cookies]).toEqual([404, []]);
      expect(await tenantOf(`${ben.cookie}; likeness_tenant=${id}`)).toBe(ben.tenant.id);
    }
    expect(await tenantOf(ben.cookie, { 'likeness-tenant': '1; drop table tenants' })).toBe('invalid_input');
  });

  it('is none for somebody who belongs to none yet', async () => {
    const { cookie, user } = await server.newPerson('Cas');
    expect((await server.send('GET', '/api/session', { cookie })).json()).toEqual({ user, tenant: null, tenants: [] });
    expect(await tenantOf(cookie)).toBe('not_allowed');
  });

  it('is left at once by a member who is removed, and rights go with the role', async () => {
    const [owner, member] = [await server.newOwner('Dee'), await server.newPerson('Eva')];
    await withTenant(db, owner.tenant.id, (trx) =>
      trx.insertInto('memberships').values({ tenant_id: owner.tenant.id, user_id: member.user.id, role: 'viewer' }).execute(),
    );
    expect(await tenantOf(member.cookie)).toBe(owner.tenant.id);
    expect((await server.send('GET', '/api/api-keys', { cookie: member.cookie })).statusCode).toBe(403);
    const path = `/api/members/${member.user.id}`;
    expect((await server.send('PATCH', path, { cookie: owner.cookie, body: { role: 'owner' } })).statusCode).toBe(200);
    expect((await server.send('GET', '/api/api-keys', { cookie: member.cookie })).statusCode).toBe(200);
    expect((await server.send('DELETE', path, { cookie: owner.cookie })).statusCode).toBe(204);
    expect(await tenantOf(member.cookie)).toBe('not_allowed');
  });
});

describe('a change asked for with cookies', () => {
  const own = 'http://likeness.test';
  it.each<[string, Record<string, string>, number]>([
    ['our own page', { origin: own }, 201],
    ['our own page under another name of this host', { origin: 'http://192.0.2.9:5000', host: '192.0.2.9:5000' }, 201],
    ['a program, which sends neither header', {}, 201],
    ['an address typed in', { 'sec-fetch-site': 'none' }, 201],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another site that names ours in its own', { origin: 'http://likeness.test.evil.example' }, 403],
    ['another port', { origin: 'http://likeness.test:81', host: 'likeness.test' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['another site, by its relation to us', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['a header that is no origin', { origin: 'nonsense' }, 403],
  ])('by %s', async (_, headers, status) => {
    const { cookie } = await server.newPerson('Fay');
    const answer = await server.send('POST', '/api/tenants', { cookie, headers, body: { name: 'Made' } });
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(answer.json()).toMatchObject({ code: 'wrong_origin' });
  });

  it('is refused for signing in and out as well, with or without cookies', async () => {
    for (const path of ['sign-in/email', 'sign-up', 'sign-out', 'change-password']) {
      const answer = await server.send('POST', `/api/auth/${path}`, { headers: { origin: 'https://evil.example' }, body: {} });
      expect(answer.json()).toMatchObject({ code: 'wrong_origin' });
    }
  });

  it('may be read from anywhere: browsers hide the answer by themselves', async () => {
    const { cookie } = await server.newOwner('Gus');
    expect((await server.send('GET', '/api/tenant', { cookie, headers: { origin: 'https://evil.example' } })).statusCode).toBe(200);
  });
});

it('marks every cookie as secure when people come by https', async () => {
  const { user } = await secured.newOwner('Hal');
  const signedIn = await secured.send('GET', await secured.identity.signInLink(user.id));
  const { tenant } = (await secured.send('GET', '/api/session', { cookie: cookieOf(signedIn) })).json<{ tenant: { id: number } }>();
  const chosen = await secured.send('PUT', '/api/session/tenant', { cookie: cookieOf(signedIn), body: { tenant_id: tenant.id } });
  const cookies = [...signedIn.cookies, ...chosen.cookies];
  expect(cookies.map(({ name, secure, httpOnly }) => [name, secure, httpOnly])).toEqual(
    ['refresh_token', 'access_token', 'likeness_tenant'].map((name) => [name, true, true]),
  );
});

describe('Authorization', () => {
  it('of another kind belongs to whatever stands in front of us', async () => {
    const { cookie, tenant } = await server.newOwner('Ida');
    expect(await tenantOf(cookie, { authorization: 'Basic dXNlcjpwYXNz' })).toBe(tenant.id);
  });

  it.each(['', 'abc', 'lk_000000000000_' + 'a'.repeat(43), `lk_'; drop table api_keys; --_${'a'.repeat(43)}`])('with the key %j is refused, cookie or not', async (key) => {
    const { cookie } = await server.newOwner('Jon');
    const answer = await server.send('GET', '/api/session', { cookie, key });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'invalid_credentials']);
  });
});
