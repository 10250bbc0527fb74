import { afterAll, describe, expect, it, vi } from 'vitest';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { ACCESS_TOKEN_SECONDS } from './auth-options.ts';
import { cookieOf, openTestApplication, PASSWORD } from './test-application.ts';

const db = await testDatabase();
const clock = fakeClock('2026-03-01T09:00:00Z');
const server = await openTestApplication(db, { clock });
afterAll(() => server.close());

const signIn = (email: string, password: string, network: string) =>
  server.send('POST', '/api/auth/sign-in/email', { body: { email, password }, network });
const whoIs = async (cookie: string): Promise<string | null> =>
  (await server.send('GET', '/api/session', { cookie })).json<{ user: { email: string } | null }>().user?.email ?? null;
const only = (cookie: string, name: string): string => cookie.split('; ').find((pair) => pair.startsWith(`${name}=`)) ?? '';

describe('signing in with a password', () => {
  it('gives two cookies that scripts cannot read, and no token in the body', async () => {
    const ann = await server.newPerson('Ann', PASSWORD);
    const answer = await signIn(ann.user.email.toUpperCase(), PASSWORD, '203.0.113.1');
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    expect(answer.cookies.map(({ name, httpOnly, sameSite, path, secure }) => ({ name, httpOnly, sameSite, path, secure: secure ?? false }))).toEqual(
      ['refresh_token', 'access_token'].map((name) => ({ name, httpOnly: true, sameSite: 'Lax', path: '/', secure: false })),
    );
    expect(await whoIs(cookieOf(answer))).toBe(ann.user.email);
    expect(only(cookieOf(answer), 'access_token').split('.')).toHaveLength(3);
  });

  it('answers 401 for a wrong password and for an unknown address alike, and 429 after five', async () => {
    const { user } = await server.newPerson('Ben', PASSWORD);
    const wrong = await signIn(user.email, 'wrong password', '203.0.113.2');
    const unknown = await signIn('nobody@example.com', 'wrong password', '203.0.113.2');
    const said = (answer: typeof wrong) => ({ ...answer.json<Record<string, unknown>>(), request_id: '' });
    expect([wrong.statusCode, said(wrong)]).toEqual([401, said(unknown)]);
    for (let i = 0; i < 3; i++) expect((await signIn(user.email, 'wrong password', '203.0.113.2')).statusCode).toBe(401);
    const limited = await signIn(user.email, PASSWORD, '203.0.113.2');
    expect(limited.statusCode).toBe(429);
    expect(limited.json()).toMatchObject({ code: 'too_many_requests', status: 429 });
    expect(limited.headers['retry-after']).toBe('60');
    expect((await signIn(user.email, PASSWORD, '203.0.113.3')).statusCode).toBe(204);
    clock.advance(60_000);
    expect((await signIn(user.email, PASSWORD, '203.0.113.2')).statusCode).toBe(204);
  });

  it('does not count right passwords, so that an office behind one address gets in', async () => {
    const { user } = await server.newPerson('Cas', PASSWORD);
    for (let i = 0; i < 6; i++) expect((await signIn(user.email, PASSWORD, '203.0.113.4')).statusCode).toBe(204);
  });

  it('limits guesses at one address from many networks', async () => {
    const { user } = await server.newPerson('Dee', PASSWORD);
    const guess = async (network: string): Promise<number> => (await signIn(user.email, 'wrong password', network)).statusCode;
    expect(await guess('2001:db8:0:1::1')).toBe(401);
    const counted = await db.owner.query(`update identity.attempts set count = 29 where counted_for like 'account:%' and count = 1 and window_ends_at = $1`, [
      new Date(clock.now().getTime() + 15 * 60_000),
    ]);
    expect(counted.rowCount).toBe(1);
    expect([await guess('2001:db8:0:2::1'), await guess('2001:db8:0:3::1')]).toEqual([401, 429]);
    expect((await signIn(user.email, PASSWORD, '2001:db8:0:4::1')).headers['retry-after']).toBe('900');
    clock.advance(15 * 60_000);
    expect((await signIn(user.email, PASSWORD, '2001:db8:0:4::1')).statusCode).toBe(204);
  });

  it('lets attempts at the same time not all be the last one allowed', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('nobody@example.org', 'wrong password', '203.0.113.5')));
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5);
  });

  it.each([[{}], [{ email: 'a@example.com' }], [{ email: 1, password: true }], [{ email: 'a@example.com', password: 'x'.repeat(200) }], [[]], ['text']])(
    'refuses the body %j, naming the place',
    async (body) => {
      const answer = await server.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'invalid_input']);
    },
  );

  it('serves nothing else of the sign-in library', async () => {
    for (const path of ['sign-up/email', 'list-sessions', 'update-user', 'delete-user', 'sign-in/link', 'set-password', 'request-password-reset']) {
      expect((await server.send('POST', `/api/auth/${path}`, { body: {} })).statusCode).toBe(404);
    }
  });
});

describe('a session', () => {
  it('is nobody when its cookies are forged, swapped or garbage', async () => {
    const [eva, fay] = [await server.newPerson('Eva'), await server.newPerson('Fay')];
    expect(await whoIs(`${only(eva.cookie, 'refresh_token')}x; ${only(eva.cookie, 'access_token')}`)).toBeNull();
    expect(await whoIs('refresh_token=abc.def; access_token=a.b.c')).toBeNull();
    expect(await whoIs(only(eva.cookie, 'access_token'))).toBeNull();
    expect(await whoIs(`${only(eva.cookie, 'refresh_token')}; ${only(fay.cookie, 'access_token')}`)).toBe(eva.user.email);
  });

  it('renews the access token with the answer when only the refresh token is left', async () => {
    const { cookie, user } = await server.newPerson('Gus');
    const answer = await server.send('GET', '/api/session', { cookie: only(cookie, 'refresh_token') });
    expect(answer.json()).toMatchObject({ user: { id: user.id, name: 'Gus', email: user.email } });
    expect(answer.cookies.map(({ name }) => name)).toEqual(['access_token']);
  });

  it('ends with signing out: at once without the access token, within its minute with it', async () => {
    const { cookie, user } = await server.newPerson('Hal');
    const answer = await server.send('POST', '/api/auth/sign-out', { cookie });
    expect([answer.statusCode, cookieOf(answer, cookie)]).toEqual([204, '']);
    expect(await whoIs(only(cookie, 'refresh_token'))).toBeNull();
    expect(await whoIs(cookie)).toBe(user.email);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + (ACCESS_TOKEN_SECONDS + 1) * 1000 });
    try {
      expect(await whoIs(cookie)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('changing the password', () => {
  it('wants the current one, and ends all other sessions', async () => {
    const { user, cookie } = await server.newPerson('Ida', PASSWORD);
    const elsewhere = await server.signIn(user.email);
    const change = (currentPassword: string, newPassword: string) =>
      server.send('POST', '/api/auth/change-password', { cookie, body: { currentPassword, newPassword }, network: '203.0.113.6' });
    expect((await change('not the password', 'a new and long one')).statusCode).toBe(401);
    expect((await change(PASSWORD, 'short')).json()).toMatchObject({ code: 'invalid_input', errors: [{ path: 'newPassword' }] });
    const changed = await change(PASSWORD, 'a new and long one');
    expect(changed.statusCode).toBe(204);
    expect(await whoIs(only(cookieOf(changed), 'refresh_token'))).toBe(user.email);
    expect(await whoIs(only(elsewhere, 'refresh_token'))).toBeNull();
    expect((await signIn(user.email, PASSWORD, '203.0.113.7')).statusCode).toBe(401);
    expect((await signIn(user.email, 'a new and long one', '203.0.113.7')).statusCode).toBe(204);
  });

  it('sets a first one for somebody who came by a link, and then wants it', async () => {
    const user = await server.identity.createUser({ email: 'jon@example.com', name: 'Jon' });
    const cookie = cookieOf(await server.send('GET', await server.identity.signInLink(user.id)));
    const set = (newPassword: string) => server.send('POST', '/api/auth/change-password', { cookie, body: { newPassword } });
    expect((await set('my first password')).statusCode).toBe(204);
    expect((await set('my second password')).statusCode).toBe(401);
    expect((await signIn(user.email, 'my first password', '203.0.113.8')).statusCode).toBe(204);
  });

  it('is for people who are signed in', async () => {
    const answer = await server.send('POST', '/api/auth/change-password', { body: { newPassword: 'a new and long one' } });
    expect(answer.json()).toMatchObject({ code: 'not_signed_in' });
  });
});

describe('a one-time link', () => {
  it('signs in once, and only once when opened twice at the same time', async () => {
    const user = await server.identity.createUser({ email: 'kim@example.com', name: 'Kim' });
    const link = await server.identity.signInLink(user.id);
    expect(link).toMatch(/^http:\/\/likeness\.test\/sign-in\?token=[\w-]{43}$/);
    const answers = await Promise.all([server.send('GET', link), server.send('GET', link), server.send('GET', link)]);
    expect(answers.map((answer) => `${answer.statusCode} ${answer.headers['location']}`).toSorted((a, b) => a.localeCompare(b))).toEqual([
      '303 /',
      '303 /?sign-in-link=used',
      '303 /?sign-in-link=used',
    ]);
    const [used] = answers.filter((answer) => answer.headers['location'] === '/');
    expect(await whoIs(cookieOf(used!))).toBe('kim@example.com');
    expect(used!.headers['cache-control']).toBe('no-store');
  });

  it('is no good after its time, nor when nobody made it', async () => {
    const user = await server.identity.createUser({ email: 'lea@example.com', name: 'Lea' });
    const link = await server.identity.signInLink(user.id);
    await db.owner.query(`update identity.verifications set expires_at = now() - interval '1 second'`);
    for (const url of [link, '/sign-in?token=made-up']) {
      const answer = await server.send('GET', url, { network: '203.0.113.9' });
      expect([answer.headers['location'], answer.cookies]).toEqual(['/?sign-in-link=used', []]);
    }
    expect((await server.send('GET', '/sign-in')).headers['location']).toBe('/');
    await expect(server.identity.signInLink('nobody')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('createUser', () => {
  it('keeps the address in lower case and refuses it a second time', async () => {
    const user = await server.identity.createUser({ email: ' Mia@Example.com ', name: 'Mia', password: PASSWORD });
    expect(user).toEqual({ id: expect.any(String), name: 'Mia', email: 'mia@example.com' });
    await expect(server.identity.createUser({ email: 'MIA@example.com', name: 'Other' })).rejects.toMatchObject({ code: 'name_taken' });
    await expect(server.identity.createUser({ email: 'ned@example.com', name: 'Ned', password: 'short' })).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await server.identity.findUserByEmail('mia@EXAMPLE.com')).toEqual(user);
    expect(await server.identity.findUserByEmail('ned@example.com')).toBeNull();
  });
});
