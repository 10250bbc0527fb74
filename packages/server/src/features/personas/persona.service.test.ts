import { describe, expect, it } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { testEdge } from '../../testing/test-edge.ts';
import { requestRun } from '../runs/run.service.ts';
import { lockScoringShared } from '../scoring/scoring-lock.ts';
import { personaRoutes } from './persona.routes.ts';
import { createPersonaService, type PersonaService } from './persona.service.ts';

const db = await testDatabase();
const clock = fakeClock('2026-02-01T09:00:00Z');
let dispatched = 0;
const personas: PersonaService = createPersonaService({ db, clock, runs: { requestRun, dispatchRuns: () => void dispatched++ } });
const edge = await testEdge(personaRoutes(personas));

const SHORT = { age: { min: 0, max: 40 }, location: ['London', 'Manchester'] };
const draft = (name: string, more: object = {}) => ({
  name, description: '', status: 'active' as const, tags: [], card: {}, mapping_rules: SHORT,
  sync_config: { auto_sync: true, sync_frequency: 'daily' as const }, ...more,
});

const countOf = (caller: Caller, table: 'cx_personas' | 'persona_editions' | 'runs' | 'audit_log' | 'events') =>
  readTenant(db, caller.tenantId, async (trx) => (await trx.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);

async function isSomebodyWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await db.owner.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
    if (rows.length > 0) return;
  }
}

/** A tenant with a neighbour who has a persona. */
async function neighbours(): Promise<{ ann: Caller; theirId: number }> {
  const ann = await newTenant(db);
  const eve = await newTenant(db, { name: 'Eve' });
  return { ann, theirId: (await personas.create(eve, draft('Theirs'))).id };
}

describe('creating a persona', () => {
  it('keeps the rules as written beside their full form, and queues the calculation', async () => {
    const ann = await newTenant(db);
    const before = dispatched;
    const maya = await personas.create(ann, draft('Maya'));
    expect(maya).toMatchObject({
      name: 'Maya', status: 'active', edition: 1, scored_edition: null, revision: 1, rule_count: 2, color_index: 0, mapping_rules: SHORT,
      rules: {
        missing: 'unmatched',
        rules: [
          { attribute: 'age', is: { between: [0, 40] } },
          { attribute: 'location', is: { in: ['London', 'Manchester'] } },
        ],
      },
      run: { kind: 'batch-calculate', status: 'queued' },
    });
    expect(maya.run?.persona_id).toBe(maya.id);
    expect(dispatched).toBe(before + 1);
    expect([await countOf(ann, 'audit_log'), await countOf(ann, 'events')]).toEqual([1, 2]);
  });

  it('makes no edition and no run without rules, nor a run for a draft', async () => {
    const ann = await newTenant(db);
    for (const mapping_rules of [null, {}, { rules: [] }]) {
      const persona = await personas.create(ann, draft(`Empty ${JSON.stringify(mapping_rules)}`, { mapping_rules }));
      expect(persona).toMatchObject({ edition: 0, mapping_rules: null, rules: null, rule_count: 0, run: null });
    }
    expect((await personas.create(ann, draft('Draft', { status: 'draft' }))).run).toBe(null);
    expect(await countOf(ann, 'runs')).toBe(0);
  });

  it('gives each persona a colour of its own while there are some, and it keeps it', async () => {
    const ann = await newTenant(db);
    const made = [];
    for (let index = 0; index < 9; index++) made.push(await personas.create(ann, draft(`Persona ${index}`)));
    expect(made.map((persona) => persona.color_index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0]);
    await personas.delete(ann, made[2]?.id ?? 0, 1);
    expect((await personas.create(ann, draft('After'))).color_index).toBe(2);
    expect((await personas.get(ann, made[5]?.id ?? 0)).color_index).toBe(5);
  });

  it('refuses a name that is taken in other letters, also when both come at once, but not another tenant’s', async () => {
    const { ann } = await neighbours();
    await personas.create(ann, draft('Maya É'));
    await expect(personas.create(ann, draft('maya é'))).rejects.toMatchObject({ code: 'name_taken' });
    await expect(personas.create(ann, draft('ＭＡＹＡ É'))).rejects.toMatchObject({ code: 'name_taken' });
    await personas.create(ann, draft('Theirs'));
    const both = await Promise.allSettled([personas.create(ann, draft('Twin')), personas.create(ann, draft('TWIN'))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('changing a persona', () => {
  it('adds an edition when the rules change, and none when they say the same', async () => {
    const ann = await newTenant(db);
    const { id } = await personas.create(ann, draft('Maya'));
    const same = [SHORT, { location: ['London', 'Manchester'], age: { max: 40, min: 0 } }, (await personas.get(ann, id)).rules ?? {}];
    for (const mapping_rules of same) {
      expect(await personas.change(ann, id, 1, { mapping_rules })).toMatchObject({ edition: 1, revision: 1, run: null });
    }
    clock.advance(60_000);
    const changed = await personas.change(ann, id, 1, { mapping_rules: { age: { min: 30 } }, note: 'Older' });
    expect(changed).toMatchObject({ edition: 2, revision: 2, rule_count: 1, updated_at: clock.now().toISOString(), run: { status: 'queued' } });
    expect(await countOf(ann, 'persona_editions')).toBe(2);
    expect(await personas.change(ann, id, 2, { mapping_rules: {} })).toMatchObject({ edition: 3, mapping_rules: null, rule_count: 0 });
  });

  it('leaves no trace when nothing changes', async () => {
    const ann = await newTenant(db);
    const { id } = await personas.create(ann, draft('Maya', { card: { quote: 'Hm', list: [1] } }));
    const trace = [await countOf(ann, 'audit_log'), await countOf(ann, 'events')];
    await personas.change(ann, id, 1, { name: 'Maya', card: { list: [1], quote: 'Hm' }, tags: [], note: 'Nothing' });
    expect([await countOf(ann, 'audit_log'), await countOf(ann, 'events')]).toEqual(trace);
  });

  it('says who changed it when the revision is an old one', async () => {
    const ann = await newTenant(db);
    const { id } = await personas.create(ann, draft('Maya'));
    await personas.change({ ...ann, name: 'Bob' }, id, 1, { description: 'By Bob' });
    await expect(personas.change(ann, id, 1, { description: 'By Ann' })).rejects.toMatchObject({
      code: 'edited_meanwhile', detail: expect.stringMatching(/^Bob changed it at .*revision 2 now, you changed revision 1/),
    });
    await expect(personas.delete(ann, id, 1)).rejects.toMatchObject({ code: 'edited_meanwhile' });
    expect((await personas.change(ann, id, null, { description: 'By Ann' })).revision).toBe(3);
  });

  it('lets one of two changes of one revision through, and both never', async () => {
    const ann = await newTenant(db);
    const { id } = await personas.create(ann, draft('Maya'));
    const both = await Promise.allSettled(['a', 'b', 'c', 'd'].map((description) => personas.change(ann, id, 1, { description })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await personas.get(ann, id)).revision).toBe(2);
  });

  it('calculates a persona that becomes active, and none that stops being it', async () => {
    const ann = await newTenant(db);
    const { id } = await personas.create(ann, draft('Maya', { status: 'draft' }));
    expect((await personas.change(ann, id, null, { mapping_rules: { age: { min: 1 } } })).run).toBe(null);
    expect((await personas.change(ann, id, null, { status: 'active' })).run).not.toBe(null);
    expect((await personas.change(ann, id, null, { status: 'archived' })).run).toBe(null);
  });
});

describe('editions', () => {
  it('are listed newest first by pages, and one can be restored as a new one', async () => {
    const ann = await newTenant(db);
    const { id } = await personas.create(ann, draft('Maya'));
    for (const min of [1, 2]) await personas.change(ann, id, null, { mapping_rules: { age: { min } }, note: `From ${min}` });
    const first = await personas.listVersions(ann, id, { limit: 2 });
    expect(first.items.map(({ edition, note }) => [edition, note])).toEqual([[3, 'From 2'], [2, 'From 1']]);
    const rest = await personas.listVersions(ann, id, { limit: 2, cursor: first.next_cursor ?? '' });
    expect(rest).toMatchObject({ items: [{ edition: 1, created_by_name: 'Ann', mapping_rules: SHORT }], next_cursor: null });
    const restored = await personas.restoreVersion(ann, id, 1, 3);
    expect(restored).toMatchObject({ edition: 4, revision: 4, mapping_rules: SHORT, run: { status: 'queued' } });
    expect(await personas.getVersion(ann, id, 4)).toMatchObject({ restored_from: 1, mapping_rules: SHORT });
    expect(await personas.restoreVersion(ann, id, 1, 4)).toMatchObject({ edition: 4, revision: 4, run: null });
    await expect(personas.restoreVersion(ann, id, 9, 4)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('copies', () => {
  it('are drafts with the present rules and a free name', async () => {
    const ann = await newTenant(db);
    const { id } = await personas.create(ann, draft('Maya', { tags: ['b2b'], card: { quote: 'Hm' } }));
    const copy = await personas.clone(ann, id);
    expect(copy).toMatchObject({ name: 'Maya (copy)', status: 'draft', edition: 1, mapping_rules: SHORT, tags: ['b2b'], card: { quote: 'Hm' }, run: null, color_index: 1 });
    expect((await personas.clone(ann, id)).name).toBe('Maya (copy 2)');
    await expect(personas.clone(ann, id, 'MAYA')).rejects.toMatchObject({ code: 'name_taken' });
    const long = await personas.create(ann, draft('😀'.repeat(100)));
    const { name } = await personas.clone(ann, long.id);
    expect([name.length <= 200, name.isWellFormed(), name.endsWith(' (copy)')]).toEqual([true, true, true]);
  });
});

describe('the list', () => {
  it('goes by name through pages without a gap or a repetition (fault 12: pagination was promised and missing)', async () => {
    const { ann } = await neighbours();
    const names = ['beta', 'Alpha', 'gamma', 'É'.repeat(200), 'alpha 2', 'ALPHA 3', '%_\\'];
    for (const name of names) await personas.create(ann, draft(name, { mapping_rules: null }));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await edge.send<{ items: { name: string }[]; next_cursor: string | null }>(ann, 'GET', `/api/cx-personas?limit=2${query}`);
      seen.push(...body.items.map(({ name }) => name));
      cursor = body.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(['%_\\', 'Alpha', 'alpha 2', 'ALPHA 3', 'beta', 'gamma', 'É'.repeat(200)]);
  });

  it('finds by status and by words, taken as they are', async () => {
    const { ann } = await neighbours();
    await personas.create(ann, draft('100% sure', { status: 'archived' }));
    await personas.create(ann, draft('Maya', { description: 'Wants FEWER errors' }));
    const names = async (filter: object) => (await personas.list(ann, { limit: 10, ...filter })).items.map(({ name }) => name);
    expect(await names({ search: 'fewer' })).toEqual(['Maya']);
    expect(await names({ search: '%' })).toEqual(['100% sure']);
    expect(await names({ status: 'archived' })).toEqual(['100% sure']);
    expect(await names({ search: 'theirs' })).toEqual([]);
  });

  it('adds figures when asked, null for what was never calculated', async () => {
    const ann = await newTenant(db);
    await personas.create(ann, draft('Maya'));
    const { body } = await edge.send(ann, 'GET', '/api/cx-personas?include=figures');
    expect(body).toMatchObject({ items: [{ name: 'Maya', figures: null }] });
    expect((await personas.list(ann, { limit: 10 })).items[0]).not.toHaveProperty('figures');
  });
});

describe('over the wire', () => {
  it('wants If-Match for every change, and gives the ETag to send', async () => {
    const ann = await newTenant(db);
    const created = await edge.send<{ id: number }>(ann, 'POST', '/api/cx-personas', { name: 'Maya', mapping_rules: SHORT });
    expect([created.status, created.headers.etag]).toEqual([201, '"1"']);
    const url = `/api/cx-personas/${created.body.id}`;
    expect(await edge.send(ann, 'PATCH', url, { description: 'x' })).toMatchObject({ status: 428, body: { code: 'if_match_required' } });
    expect(await edge.send(ann, 'PATCH', url, { description: 'x' }, { 'if-match': '"1"' })).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(await edge.send(ann, 'PATCH', url, { description: 'y' }, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
    expect(await edge.send(ann, 'DELETE', url)).toMatchObject({ status: 428 });
    expect(await edge.send(ann, 'DELETE', url, undefined, { 'if-match': '"2"' })).toMatchObject({ status: 204 });
    expect(await edge.send(ann, 'GET', url)).toMatchObject({ status: 404 });
  });

  it('answers for another tenant’s persona as for one that does not exist', async () => {
    const { ann, theirId } = await neighbours();
    const match = { 'if-match': '*' };
    const requests = [
      ['GET', '', undefined], ['PATCH', '', { name: 'Mine' }], ['DELETE', '', undefined], ['POST', '/clone', {}],
      ['GET', '/versions', undefined], ['GET', '/versions/1', undefined], ['POST', '/versions/1/restore', undefined],
    ] as const;
    for (const [method, path, body] of requests) {
      const theirs = await edge.send(ann, method, `/api/cx-personas/${theirId}${path}`, body, match);
      const nobodys = await edge.send(ann, method, `/api/cx-personas/999999999${path}`, body, match);
      expect([method, path, theirs.status, theirs.body.detail]).toEqual([method, path, 404, nobodys.body.detail]);
    }
  });

  it.each([
    ['rules of the wrong type', { mapping_rules: [] }, 'mapping_rules'],
    ['a broken bound', { mapping_rules: { rules: [{ attribute: 'age', is: { between: ['x', 1] } }] } }, 'mapping_rules.rules[0].is.between[0]'],
    ['ten thousand rules', { mapping_rules: { rules: Array.from({ length: 10_000 }, () => ({ attribute: 'a', is: { answered: true } })) } }, 'mapping_rules.rules'],
    ['deep groups', { mapping_rules: { rules: [JSON.parse(`${'{"not":'.repeat(3000)}{}${'}'.repeat(3000)}`)] } }, /^mapping_rules\.rules\[0\]\.not/],
    ['NUL in a rule', { mapping_rules: { 'a\u0000': ['x'] } }, /^mapping_rules/],
    ['NUL in a value', { mapping_rules: { a: ['x\u0000'] } }, /^mapping_rules/],
    ['half a character', { mapping_rules: { a: ['\ud800'] } }, /^mapping_rules/],
    ['NUL in the card', { card: { a: { b: ['\u0000'] } } }, 'card.a.b[0]'],
    ['NUL in the name', { name: 'a\u0000b' }, 'name'],
    ['a blank name', { name: ' \n ' }, 'name'],
    ['an unknown property', { colour: 1 }, ''],
    ['a wrong status', { status: 'gone' }, 'status'],
  ])('refuses %s, names the place and stores nothing', async (_, wrong, path) => {
    const ann = await newTenant(db);
    const { status, body } = await edge.send<{ errors: { path: string }[] }>(ann, 'POST', '/api/cx-personas', { name: 'Maya', ...wrong });
    expect(status).toBe(422);
    expect(body.errors[0]?.path).toMatch(path instanceof RegExp ? path : new RegExp(`^${path.replaceAll(/[.[\]]/g, '\\$&')}$`));
    expect([await countOf(ann, 'cx_personas'), await countOf(ann, 'audit_log')]).toEqual([0, 0]);
  });

  it.each([
    ['mapping_rules', { status: 422, body: { code: 'invalid_rules' } }],
    ['card', { status: 422, body: { code: 'invalid_input', errors: [{ message: expect.stringContaining('deeper than') }] } }],
  ])('refuses %s nested a hundred thousand deep', async (place, refusal) => {
    const ann = await newTenant(db);
    const body = `{"name":"Maya","${place}":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
    expect(await edge.send(ann, 'POST', '/api/cx-personas', body, { 'content-type': 'application/json' })).toMatchObject(refusal);
    expect(await countOf(ann, 'cx_personas')).toBe(0);
  });

  it('keeps SQL in every string as the text it is', async () => {
    const ann = await newTenant(db);
    const evil = `'); DELETE FROM cx_personas; --`;
    const body = { name: evil, description: evil, tags: [evil], card: { [evil]: evil }, mapping_rules: { [evil]: [evil] } };
    const created = await edge.send(ann, 'POST', '/api/cx-personas', body);
    expect(created).toMatchObject({ status: 201, body });
    const found = await edge.send<{ items: unknown[] }>(ann, 'GET', `/api/cx-personas?search=${encodeURIComponent(evil)}`);
    expect(found.body.items).toHaveLength(1);
  });

  it('refuses the key __proto__', async () => {
    const ann = await newTenant(db);
    const answer = await edge.send(ann, 'POST', '/api/cx-personas', '{"name":"Maya","card":{"__proto__":{"x":1}}}', { 'content-type': 'application/json' });
    expect(answer.status).toBe(400);
    expect(await countOf(ann, 'cx_personas')).toBe(0);
  });
});

describe('the photo of a persona', () => {
  const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const photoOf = (base64: string) => ({ card: { photo: `data:image/png;base64,${base64}` } });

  it('has an address of its own, another one for another photo, and is not part of lists that leave cards out', async () => {
    const { ann } = await neighbours();
    const { id, photo_url: url } = await personas.create(ann, draft('Maya', photoOf(PNG)));
    expect(url).toMatch(new RegExp(`^/api/cx-personas/${id}/photo\\?v=[0-9a-f]{12}$`));
    const { body } = await edge.send<{ items: { card: object; photo_url: string }[] }>(ann, 'GET', '/api/cx-personas?omit=card');
    expect(body.items).toMatchObject([{ card: {}, photo_url: url }]);
    const whole = await edge.send<{ items: { card: object }[] }>(ann, 'GET', '/api/cx-personas');
    expect(whole.body.items[0]?.card).toEqual(photoOf(PNG).card);
    const changed = await personas.change(ann, id, 1, photoOf(`${PNG.slice(0, -4)}AAAA`));
    expect(changed.photo_url).not.toBe(url);
    expect((await personas.change(ann, id, 2, { card: {} })).photo_url).toBeNull();
  });

  it('is answered as the picture that was sent, and to nobody else', async () => {
    const { ann, theirId } = await neighbours();
    const { id } = await personas.create(ann, draft('Maya', photoOf(PNG)));
    expect(await personas.getPhoto(ann, id)).toEqual({ contentType: 'image/png', bytes: Buffer.from(PNG, 'base64') });
    const { id: bare } = await personas.create(ann, draft('No photo'));
    for (const path of [theirId, bare, 999_999]) expect((await edge.send(ann, 'GET', `/api/cx-personas/${path}/photo`)).status).toBe(404);
  });
});

describe('deleting a persona', () => {
  it('takes editions and runs with it', async () => {
    const ann = await newTenant(db);
    const { id } = await personas.create(ann, draft('Maya'));
    await personas.delete(ann, id, 1);
    expect([await countOf(ann, 'cx_personas'), await countOf(ann, 'persona_editions'), await countOf(ann, 'runs')]).toEqual([0, 0, 0]);
    const log = await withTenant(db, ann.tenantId, (trx) => trx.selectFrom('audit_log').select(['action', 'details']).orderBy('id', 'desc').executeTakeFirst());
    expect(log).toEqual({ action: 'persona.deleted', details: { name: 'Maya' } });
  });

  it('waits for responses that are being scored, so that none of them fails', async () => {
    const ann = await newTenant(db);
    const { id } = await personas.create(ann, draft('Maya'));
    const order: string[] = [];
    const deletion = await withTenant(db, ann.tenantId, async (trx) => {
      await lockScoringShared(trx, ann.tenantId);
      const started = personas.delete(ann, id, 1).then(() => order.push('deleted'));
      await isSomebodyWaiting();
      order.push('scored');
      return { started };
    });
    await deletion.started;
    expect(order).toEqual(['scored', 'deleted']);
  });
});
