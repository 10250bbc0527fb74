import { afterAll, describe, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { cookieOf, openTestApplication, PASSWORD } from '../identity/test-application.ts';
import { insertMember } from './member.store.ts';

const db = await testDatabase();
const clock = fakeClock('2026-03-01T09:00:00Z');
const server = await openTestApplication(db, { clock });
afterAll(() => server.close());

const DAY_MS = 86_400_000;
type Invited = { id: number; email: string; link: string };
const invite = async (cookie: string, email: string, role = 'editor'): Promise<Invited> =>
  (await server.send('POST', '/api/invitations', { cookie, body: { email, role } })).json();
const tokenOf = ({ link }: Invited): string => link.split('#token=')[1] ?? '';
const accept = (cookie: string, token: string) => server.send('POST', '/api/invitations/accept', { cookie, body: { token } });
const openInvitations = async (cookie: string): Promise<string[]> =>
  (await server.send('GET', '/api/invitations', { cookie })).json<{ items: { email: string }[] }>().items.map(({ email }) => email);
const roles = async (cookie: string): Promise<Record<string, string>> => {
  const { items } = (await server.send('GET', '/api/members', { cookie })).json<{ items: { name: string; role: string }[] }>();
  return Object.fromEntries(items.map(({ name, role }) => [name, role]));
};
const actions = async (cookie: string): Promise<string[]> =>
  (await server.send('GET', '/api/audit-log', { cookie })).json<{ items: { action: string }[] }>().items.map(({ action }) => action).toReversed();

describe('an invitation', () => {
  it('makes the person it is for a member, who works in that tenant from then on', async () => {
    const [owner, guest] = [await server.newOwner('Ann'), await server.newOwner('Ben')];
    const invited = await invite(owner.cookie, guest.user.email.toUpperCase());
    expect(invited).toMatchObject({ email: guest.user.email, role: 'editor', expires_at: '2026-03-08T09:00:00.000Z' });
    expect(invited.link).toMatch(/^http:\/\/likeness\.test\/invitation#token=[\w-]{43}$/);
    const accepted = await accept(guest.cookie, tokenOf(invited));
    expect(accepted.json()).toMatchObject({ user: guest.user, tenant: { id: owner.tenant.id, role: 'editor', scopes: ['read', 'submit', 'write'] } });
    const session = (await server.send('GET', '/api/session', { cookie: cookieOf(accepted, guest.cookie) })).json<{ tenant: { id: number } }>();
    expect(session.tenant.id).toBe(owner.tenant.id);
    expect(await roles(owner.cookie)).toEqual({ Ann: 'owner', Ben: 'editor' });
    expect(await openInvitations(owner.cookie)).toEqual([]);
    expect(await actions(owner.cookie)).toEqual(['tenant.created', 'invitation.created', 'invitation.accepted', 'member.joined']);
    expect((await accept(guest.cookie, tokenOf(invited))).statusCode).toBe(404);
  });

  it('is no good for another address, after seven days, taken back, replaced or made up: always the same answer', async () => {
    const [owner, guest, thief] = [await server.newOwner('Cas'), await server.newPerson('Dee'), await server.newPerson('Eva')];
    const refusal = { code: 'not_found', detail: 'There is no such open invitation for your e-mail address.' };
    const first = await invite(owner.cookie, guest.user.email);
    expect((await accept(thief.cookie, tokenOf(first))).json()).toMatchObject(refusal);
    expect((await accept(guest.cookie, 'made up')).json()).toMatchObject(refusal);
    const second = await invite(owner.cookie, guest.user.email);
    expect(await openInvitations(owner.cookie)).toEqual([guest.user.email]);
    expect((await accept(guest.cookie, tokenOf(first))).json()).toMatchObject(refusal);
    clock.advance(7 * DAY_MS);
    expect(await openInvitations(owner.cookie)).toEqual([]);
    expect((await accept(guest.cookie, tokenOf(second))).json()).toMatchObject(refusal);
    const third = await invite(owner.cookie, guest.user.email);
    expect((await server.send('DELETE', `/api/invitations/${third.id}`, { cookie: owner.cookie })).statusCode).toBe(204);
    expect((await accept(guest.cookie, tokenOf(third))).json()).toMatchObject(refusal);
    expect(await roles(owner.cookie)).toEqual({ Cas: 'owner' });
  });

  it("is seen and taken back by its own tenant's owners only", async () => {
    const [owner, neighbour] = [await server.newOwner('Fay'), await server.newOwner('Neighbour')];
    const { id } = await invite(owner.cookie, 'somebody@example.com');
    expect(await openInvitations(neighbour.cookie)).toEqual([]);
    expect((await server.send('DELETE', `/api/invitations/${id}`, { cookie: neighbour.cookie })).statusCode).toBe(404);
    expect(await openInvitations(owner.cookie)).toEqual(['somebody@example.com']);
  });

  it('refuses an address that is a member, and says nothing about people who are not', async () => {
    const [owner, stranger] = [await server.newOwner('Gus'), await server.newPerson('Hal')];
    const again = await server.send('POST', '/api/invitations', { cookie: owner.cookie, body: { email: owner.user.email, role: 'viewer' } });
    expect(again.json()).toMatchObject({ code: 'invalid_input', errors: [{ path: 'email' }] });
    expect((await server.send('POST', '/api/invitations', { cookie: owner.cookie, body: { email: stranger.user.email, role: 'viewer' } })).statusCode).toBe(201);
  });

  it('accepted by somebody who became a member meanwhile keeps the role there is', async () => {
    const [owner, member] = [await server.newOwner('Ida'), await server.newPerson('Jon')];
    const invited = await invite(owner.cookie, member.user.email, 'owner');
    await withTenant(db, owner.tenant.id, (trx) => insertMember(trx, owner.tenant.id, { userId: member.user.id, role: 'viewer', joinedAt: clock.now() }));
    expect((await accept(member.cookie, tokenOf(invited))).json()).toMatchObject({ tenant: { role: 'viewer' } });
    expect(await roles(owner.cookie)).toEqual({ Ida: 'owner', Jon: 'viewer' });
    expect(await actions(owner.cookie)).toEqual(['tenant.created', 'invitation.created', 'invitation.accepted']);
  });

  it('lets somebody without an account make one, for its address and no other', async () => {
    const owner = await server.newOwner('Kim');
    const invited = await invite(owner.cookie, 'Lea@Example.com');
    const signUp = (token: string, password = PASSWORD) =>
      server.send('POST', '/api/auth/sign-up', { body: { token, name: 'Lea', password, email: 'other@example.com' } });
    expect((await signUp('made up')).statusCode).toBe(404);
    expect((await signUp(tokenOf(invited), 'short')).json()).toMatchObject({ code: 'invalid_input', errors: [{ path: 'password' }] });
    const signedUp = await signUp(tokenOf(invited));
    expect(signedUp.statusCode).toBe(204);
    expect((await signUp(tokenOf(invited))).json()).toMatchObject({ code: 'name_taken' });
    const accepted = await accept(cookieOf(signedUp), tokenOf(invited));
    expect(accepted.json()).toMatchObject({ user: { email: 'lea@example.com', name: 'Lea' }, tenant: { id: owner.tenant.id } });
    expect((await signUp(tokenOf(invited))).statusCode).toBe(404);
  });
});

describe('the last owner', () => {
  it('cannot leave or be demoted, until there is another', async () => {
    const [owner, member] = [await server.newOwner('Mia'), await server.newPerson('Ned')];
    await accept(member.cookie, tokenOf(await invite(owner.cookie, member.user.email)));
    const path = `/api/members/${owner.user.id}`;
    const demote = () => server.send('PATCH', path, { cookie: owner.cookie, body: { role: 'viewer' } });
    const leave = () => server.send('DELETE', path, { cookie: owner.cookie });
    expect((await demote()).json()).toMatchObject({ code: 'wrong_state' });
    expect((await leave()).json()).toMatchObject({ code: 'wrong_state' });
    await server.send('PATCH', `/api/members/${member.user.id}`, { cookie: owner.cookie, body: { role: 'owner' } });
    expect((await demote()).json()).toMatchObject({ name: 'Mia', role: 'viewer' });
    expect(await roles(member.cookie)).toEqual({ Mia: 'viewer', Ned: 'owner' });
    expect((await actions(member.cookie)).slice(-2)).toEqual(['member.changed', 'member.changed']);
  });

  it('is always left when two owners demote each other at the same moment', async () => {
    const [a, b] = [await server.newOwner('Ola'), await server.newPerson('Pia')];
    await accept(b.cookie, tokenOf(await invite(a.cookie, b.user.email, 'owner')));
    const answers = await Promise.all([
      server.send('PATCH', `/api/members/${b.user.id}`, { cookie: a.cookie, body: { role: 'viewer' } }),
      server.send('PATCH', `/api/members/${a.user.id}`, { cookie: b.cookie, body: { role: 'viewer' } }),
    ]);
    expect(Object.values(await roles(a.cookie)).filter((role) => role === 'owner').length).toBeGreaterThanOrEqual(1);
    expect(answers.filter((answer) => answer.statusCode === 200).length).toBe(1);
  });

  it("of another tenant is no member here, whatever one's rights", async () => {
    const [owner, neighbour] = [await server.newOwner('Quin'), await server.newOwner('Neighbour')];
    const path = `/api/members/${neighbour.user.id}`;
    expect((await server.send('PATCH', path, { cookie: owner.cookie, body: { role: 'viewer' } })).statusCode).toBe(404);
    expect((await server.send('DELETE', path, { cookie: owner.cookie })).statusCode).toBe(404);
    expect(await roles(neighbour.cookie)).toEqual({ Neighbour: 'owner' });
  });
});
