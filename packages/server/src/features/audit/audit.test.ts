import { afterAll, expect, it } from 'vitest';
import { systemCaller } from '../../access/caller.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { testDatabase } from '../../testing/index.ts';
import { openTestApplication } from '../identity/test-application.ts';
import { recordChange } from './audit.store.ts';

const db = await testDatabase();
const server = await openTestApplication(db);
afterAll(() => server.close());

type Page = { items: { subject_id: string; action: string; actor: string; details: object; request_id: string | null }[]; next_cursor: string | null };

async function record(tenantId: number, subjectType: string, count: number): Promise<void> {
  await withTenant(db, tenantId, async (trx) => {
    for (let i = 1; i <= count; i++) await recordChange(trx, systemCaller(tenantId), { action: `${subjectType}.changed`, subjectType, subjectId: i, details: { step: i } });
  });
}

it('pages through a tenant’s own changes, newest first, whole or of one subject', async () => {
  const [ours, theirs] = [await server.newOwner('Ann'), await server.newOwner('Neighbour')];
  await record(ours.tenant.id, 'persona', 5);
  await record(theirs.tenant.id, 'persona', 3);
  await record(ours.tenant.id, 'form', 2);
  const page = async (query: string): Promise<Page> => (await server.send('GET', `/api/audit-log?${query}`, { cookie: ours.cookie })).json();
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { items, next_cursor }: Page = await page(`limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...items.map((item) => `${item.action} ${item.subject_id}`));
    cursor = next_cursor;
  }
  const personas = [5, 4, 3, 2, 1].map((id) => `persona.changed ${id}`);
  expect(seen).toEqual(['form.changed 2', 'form.changed 1', ...personas, `tenant.created ${ours.tenant.id}`]);
  const { items } = await page('subject_type=persona&subject_id=4');
  expect(items).toEqual([expect.objectContaining({ actor: 'system', details: { step: 4 }, request_id: null })]);
  expect((await server.send('GET', '/api/audit-log?cursor=nonsense', { cookie: ours.cookie })).json()).toMatchObject({ code: 'invalid_input' });
});

it('names the request of a change', async () => {
  const { cookie } = await server.newOwner('Ben');
  await server.send('PATCH', '/api/tenant', { cookie, body: { name: 'New name' }, headers: { 'x-request-id': 'req-42' } });
  const { items } = (await server.send('GET', '/api/audit-log', { cookie })).json<Page>();
  expect(items[0]).toMatchObject({ action: 'tenant.changed', request_id: 'req-42' });
});
