import { randomBytes } from 'node:crypto';
import { getMigrations } from 'better-auth/db/migration';
import fastify from 'fastify';
import type { FastifyRequest } from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { openDatabase } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { openIdentityPool } from '../../db/identity-pool.ts';
import { emptyDatabaseUrl, testDatabase } from '../../testing/index.ts';
import { toAuthOptions } from './auth-options.ts';
import { createIdentity } from './create-identity.ts';

const db = await testDatabase();
const pool = openIdentityPool(db, () => undefined);
const settings = { db, clock: { now: () => new Date() }, secret: 'x'.repeat(32), publicUrl: 'http://likeness.test' };
const identity = await createIdentity(settings);
afterAll(async () => {
  await identity.close();
  await pool.close();
});

describe('the identity schema', () => {
  it('has every table and column the sign-in library writes', async () => {
    const options = toAuthOptions({ kysely: pool.kysely, secret: settings.secret, publicUrl: settings.publicUrl });
    const { toBeCreated, toBeAdded } = await getMigrations(options);
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
  });

  it('shows a tenant its members and nobody else, and no password, session, link or count at all', async () => {
    const [ours, theirs] = [await identity.createUser({ email: 'ours@example.com', name: 'Ours', password: 'long enough one' }), await identity.createUser({ email: 'theirs@example.com', name: 'Theirs' })];
    await identity.signInLink(ours.id);
    for (const [id, user] of [[1, ours], [2, theirs]] as const) {
      await withTenant(db, id, async (trx) => {
        await trx.insertInto('tenants').values({ id, name: `Tenant ${id}` }).execute();
        await trx.insertInto('memberships').values({ tenant_id: id, user_id: user.id, role: 'owner' }).execute();
      });
    }
    const seen = await readTenant(db, 1, async (trx, session) => {
      const counts = await session.query(`select (select count(*) from identity.sessions) + (select count(*) from identity.accounts)
        + (select count(*) from identity.verifications) + (select count(*) from identity.attempts) as rows`);
      return { users: await trx.selectFrom('identity.users').select('email').execute(), others: counts.rows };
    });
    expect(seen).toEqual({ users: [{ email: 'ours@example.com' }], others: [{ rows: 0 }] });
    const { rows } = await db.app.query('select count(*) as rows from identity.users');
    expect(rows).toEqual([{ rows: 0 }]);
  });

  it('lets no tenant write people', async () => {
    const taking = withTenant(db, 1, (trx) => trx.updateTable('identity.users').set({ email: 'taken@example.com' }).executeTakeFirst());
    expect((await taking).numUpdatedRows).toBe(0n);
    const adding = withTenant(db, 1, (trx) => trx.insertInto('identity.users').values({ id: 'x', name: 'X', email: 'x@example.com' }).execute());
    await expect(adding).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('holds the same walls for a role that owns everything and is no superuser', async () => {
  const url = new URL(await emptyDatabaseUrl());
  const role = `plain_${randomBytes(4).toString('hex')}`;
  await db.owner.query(`create role ${role} login`);
  await db.owner.query(`alter database ${url.pathname.slice(1)} owner to ${role}`);
  url.username = role;
  const plain = await openDatabase({ url: url.href });
  try {
    expect(plain.appRole).toEqual({ name: role, isStepDown: false });
    await migrate(plain);
    const people = await createIdentity({ ...settings, db: plain });
    const { email } = await people.createUser({ email: 'pia@example.com', name: 'Pia', password: 'long enough one' });
    expect(await people.findUserByEmail(email)).not.toBeNull();
    const { rows } = await plain.app.query('select (select count(*) from identity.users) + (select count(*) from identity.accounts) as rows');
    expect(rows).toEqual([{ rows: 0 }]);
    await people.close();
  } finally {
    await plain.close();
  }
});

it('says that the database is away rather than that nobody is signed in', async () => {
  const { id } = await identity.createUser({ email: 'quin@example.com', name: 'Quin' });
  const app = fastify();
  await app.register(identity.plugin);
  const signedIn = await app.inject(await identity.signInLink(id));
  const session = signedIn.cookies.find(({ name }) => name === 'refresh_token');
  const request = { id: 'req-1', method: 'GET', headers: { cookie: `refresh_token=${encodeURIComponent(session!.value)}` } } as FastifyRequest;
  await expect(identity.authenticate(request)).resolves.toMatchObject({ user: { id } });
  const nowhere = new URL(db.url);
  nowhere.port = '1';
  const cutOff = await createIdentity({ ...settings, db: { ...db, url: nowhere.href } });
  await expect(cutOff.authenticate(request)).rejects.toMatchObject({ name: 'DatabaseError', code: 'unavailable' });
  await cutOff.close();
});

it('refuses a secret that is too short', async () => {
  await expect(createIdentity({ ...settings, secret: 'short' })).rejects.toThrow(RangeError);
});
