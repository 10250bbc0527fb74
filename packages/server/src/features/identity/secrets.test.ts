import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import { cookieOf, openTestApplication, PASSWORD } from './test-application.ts';

const db = await testDatabase();
const log: string[] = [];
const stream = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    log.push(chunk.toString());
    done();
  },
});
const server = await openTestApplication(db, { log: pino({ level: 'trace' }, stream) });
afterAll(() => server.close());

/** Every row of every table of ours, as text. */
async function wholeDatabase(): Promise<string> {
  const { rows } = await db.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity')`,
  );
  const tables = await Promise.all(rows.map(({ name }) => db.owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)));
  return tables.flatMap((table) => table.rows.map(({ row }) => row)).join('\n');
}

it('keeps no password, session token, one-time link, invitation or API key in clear, in no table and no log line', async () => {
  const owner = await server.newPerson('Ann', PASSWORD);
  await server.tenants.create(owner.user, { name: 'Tenant', timeZone: 'UTC' });
  await server.signIn(owner.user.email);
  const link = await server.identity.signInLink(owner.user.id);
  const usedLink = await server.identity.signInLink(owner.user.id);
  const linked = cookieOf(await server.send('GET', usedLink));
  const { secret } = (await server.send('POST', '/api/api-keys', { cookie: owner.cookie, body: { name: 'Shop', scopes: ['read'] } })).json<{ secret: string }>();
  const invitation = (await server.send('POST', '/api/invitations', { cookie: owner.cookie, body: { email: 'ben@example.com', role: 'viewer' } })).json<{ link: string }>();
  await server.send('GET', '/api/tenant', { key: secret });
  await server.send('GET', '/api/tenant', { key: secret.replace(/.$/, '!') });
  await server.send('POST', '/api/auth/sign-in/email', { body: { email: owner.user.email, password: 'a wrong password' } });

  const tokenOf = (url: string): string => url.split('token=')[1] ?? '';
  const sessionOf = (cookie: string): string => decodeURIComponent(/refresh_token=([^;]+)/.exec(cookie)?.[1] ?? '').split('.')[0] ?? '';
  const secrets = [PASSWORD, 'a wrong password', tokenOf(link), tokenOf(usedLink), tokenOf(invitation.link), secret.slice(16), sessionOf(owner.cookie), sessionOf(linked)];
  expect(secrets.filter((text) => text.length < 10)).toEqual([]);
  const kept = { tables: await wholeDatabase(), log: log.join('') };
  expect(kept.tables).toContain(owner.user.email);
  expect(kept.log).toContain('"url":"/sign-in"');
  for (const text of secrets) {
    for (const form of [text, encodeURIComponent(text), Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64')]) {
      expect([kept.tables.includes(form), kept.log.includes(form)]).toEqual([false, false]);
    }
  }
});

it('names nobody in the log of a failed sign-in', async () => {
  await server.send('POST', '/api/auth/sign-in/email', { body: { email: 'somebody.private@example.com', password: 'a wrong password' } });
  expect(log.join('')).not.toContain('somebody.private');
});
