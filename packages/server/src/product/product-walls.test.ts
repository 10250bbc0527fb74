import { operations, type Access, type OperationId } from '@likeness/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { scopesOfRole, withImpliedScopes, type Role, type Scope } from '../access/caller.ts';
import { testProduct, type Person } from '../testing/test-product.ts';
import { PRODUCT_REQUESTS, sendOperation, WALK } from './product-requests.testing.ts';
import { makeSurveyWorld, missingWorld, type SurveyWorld } from './survey-world.testing.ts';
import { readTenantTables } from './table-contents.testing.ts';

const MARK = 'Xylophone7f3a';
const product = await testProduct();
let own: SurveyWorld;
let neighbour: SurveyWorld;
let missing: SurveyWorld;
beforeAll(async () => {
  neighbour = await makeSurveyWorld(product, MARK);
  own = await makeSurveyWorld(product, 'Own');
  missing = missingWorld(own.owner);
});

/** What a caller sees of a refusal. */
type Refusal = { status: number; code: string; title: string; detail: string; errors: unknown };
const seen = (answer: { status: number; text: string }): Refusal | { status: number; text: string } => {
  if (answer.status < 400) return { status: answer.status, text: answer.text };
  const { code, title, detail, errors } = JSON.parse(answer.text) as Refusal;
  return { status: answer.status, code, title, detail, errors };
};

describe('every operation of the contract', () => {
  it('is bound to a handler exactly once, and has its request in the table', () => {
    const ids = Object.keys(operations).toSorted();
    expect(product.operations.map(({ operation }) => operation.id).toSorted()).toEqual(ids);
    expect(Object.keys(PRODUCT_REQUESTS).toSorted()).toEqual(ids);
  });

  it('names in the table each id that its request holds', () => {
    for (const [id, operation] of WALK) {
      const { ids, of } = PRODUCT_REQUESTS[id];
      const differs = JSON.stringify(of(own)) !== JSON.stringify(of(missing));
      expect(ids.length > 0, id).toBe(differs);
      expect(ids.length, id).toBeGreaterThanOrEqual(Object.keys(operation.params?.shape ?? {}).length);
    }
  });
});

const NO_ITEMS = { status: 200, text: '{"items":[],"next_cursor":null}' };
/** What answers otherwise than 404: filters find nothing, and a form to import into is a value of the body. */
const ANSWERS_TO_NOBODY: Record<string, object> = {
  'listResponses formId': NO_ITEMS,
  'listResponses respondentId': NO_ITEMS,
  'listResponses personaId': NO_ITEMS,
  'listRuns personaId': NO_ITEMS,
  'listRuns importId': NO_ITEMS,
  'checkImport formId': { status: 422, code: 'invalid_input' },
};

describe('an id of another tenant', () => {
  const cases = WALK.flatMap(([id]) => PRODUCT_REQUESTS[id].ids.map((key): [OperationId, keyof SurveyWorld] => [id, key])).filter(([, key]) => key !== 'edition');

  it.each(cases)('%s answers a neighbour’s %s like one that does not exist', async (id, key) => {
    const { cookie } = own.owner;
    const before = await readTenantTables(product.db, neighbour.tenantId);
    const ofNeighbour = await sendOperation(product, id, { ...own, [key]: neighbour[key] }, { cookie });
    const ofNobody = await sendOperation(product, id, { ...own, [key]: missing[key] }, { cookie });
    expect(seen(ofNeighbour)).toEqual(seen(ofNobody));
    expect(ofNobody).toMatchObject(ANSWERS_TO_NOBODY[`${id} ${key}`] ?? { status: 404, code: 'not_found' });
    expect(await readTenantTables(product.db, neighbour.tenantId)).toEqual(before);
  });

  it('answers alike as the tenant to work in, for a person and for a key', async () => {
    const key = await product.newKey(own.owner, ['admin']);
    for (const who of [{ cookie: own.owner.cookie }, { key }]) {
      const ask = (tenantId: number) => product.send('GET', '/api/tenant', { ...who, headers: { 'likeness-tenant': String(tenantId) } });
      const [ofNeighbour, ofNobody] = [await ask(neighbour.tenantId), await ask(999_999)];
      expect(ofNeighbour.statusCode).toBe(404);
      expect(seen({ status: 404, text: ofNeighbour.body })).toEqual(seen({ status: ofNobody.statusCode, text: ofNobody.body }));
    }
  });

  it('does not disclose itself by a name, a key or an external id that is taken over there', async () => {
    const { cookie } = await product.newOwner('Cas');
    const create = (url: string, body: unknown, headers: Record<string, string> = {}) => product.send('POST', url, { cookie, body, headers });
    expect((await create('/api/cx-personas', { name: `Persona ${MARK}` })).statusCode).toBe(201);
    expect((await create('/api/attributes', { name: `plan ${MARK}` })).statusCode).toBe(201);
    const { id } = (await create('/api/forms', { name: `Form ${MARK}` })).json<{ id: number }>();
    const response = { response_data: { age: 20 }, external_id: `external 1 ${MARK}`, respondent_key: `key ${MARK}` };
    const headers = { 'idempotency-key': 'shared' };
    const over = await product.send('POST', `/api/forms/${neighbour.formId}/responses`, { cookie: neighbour.owner.cookie, body: { response_data: {} }, headers });
    expect(over.statusCode).toBe(201);
    expect((await create(`/api/forms/${id}/responses`, response, headers)).json()).toMatchObject({ already_there: false });
    expect((await product.send('GET', '/api/respondents', { cookie })).json()).toMatchObject({ items: [{ response_count: 1 }] });
  });
});

describe('permission', () => {
  let owner: Person;
  beforeAll(async () => {
    owner = await product.newOwner('Dee');
  });
  /** Sent with ids that do not exist, so that whoever is let in changes nothing that another row of the table needs. */
  const isLetIn = async (id: OperationId, who: { cookie?: string; key?: string }): Promise<boolean | string> => {
    const { status, code } = await sendOperation(product, id, missing, who);
    if (status === 401) return 'not signed in';
    if (status === 403) return code === 'not_allowed' ? false : `403 ${code}`;
    return status < 500 ? true : `${status} ${code}`;
  };
  const needs = (access: Access): Scope | null => (access === 'public' || access === 'signed-in' ? null : access);

  it('nobody gets in without signing in, but for what is public', async () => {
    for (const [id, { access }] of WALK) expect(await isLetIn(id, {}), id).toBe(access === 'public' ? true : 'not signed in');
  });

  it.each([`lk_0123456789ab_${'A'.repeat(43)}`, 'lk_', '', 'x'.repeat(5000)])('the made-up key %j opens nothing', async (key) => {
    for (const [id] of WALK) expect(await sendOperation(product, id, missing, { key }), id).toMatchObject({ status: 401, code: 'invalid_credentials' });
  });

  it.each<Scope>(['read', 'submit', 'write', 'admin'])('a key of scope %s does what it is for, and no more', async (scope) => {
    const key = await product.newKey(owner, [scope]);
    const scopes = withImpliedScopes([scope]);
    for (const [id, { access }] of WALK) {
      const needed = needs(access);
      const expected = access === 'public' ? true : needed === null ? 'not signed in' : scopes.includes(needed);
      expect(await isLetIn(id, { key }), id).toBe(expected);
    }
  });

  it.each<Role>(['viewer', 'editor', 'owner'])('a person of role %s does what the role is for, and no more', async (role) => {
    const person: Person = await product.newMember(owner, role);
    for (const [id, { access }] of WALK) {
      const needed = needs(access);
      expect(await isLetIn(id, { cookie: person.cookie }), id).toBe(needed === null || scopesOfRole(role).includes(needed));
    }
  });

  it('a revoked key and a removed member are refused from the next request on', async () => {
    const key = await product.newKey(owner, ['read']);
    const keys = (await product.send('GET', '/api/api-keys', { cookie: owner.cookie })).json<{ items: { id: number; prefix: string }[] }>().items;
    const { id } = keys.find(({ prefix }) => key.startsWith(prefix)) as { id: number };
    expect((await product.send('GET', '/api/tenant', { key })).statusCode).toBe(200);
    await product.send('DELETE', `/api/api-keys/${id}`, { cookie: owner.cookie });
    expect((await product.send('GET', '/api/tenant', { key })).statusCode).toBe(401);
    const member = await product.newMember(owner, 'editor');
    expect((await product.send('GET', '/api/tenant', { cookie: member.cookie })).statusCode).toBe(200);
    await product.send('DELETE', `/api/members/${member.user.id}`, { cookie: owner.cookie });
    expect((await product.send('GET', '/api/tenant', { cookie: member.cookie })).statusCode).toBe(403);
  });
});

describe('the walk of an owner through all operations', () => {
  it('succeeds, and no answer holds a word of the neighbour, who stays as they were', async () => {
    const { cookie } = own.owner;
    const before = await readTenantTables(product.db, neighbour.tenantId);
    for (const [id, operation] of WALK) {
      if (id === 'eraseForm' || id === 'eraseTenantData') await product.finishRuns();
      const answer = await sendOperation(product, id, own, { cookie });
      const expected = id === 'acceptInvitation' ? [404] : Object.keys(operation.answers).map(Number);
      expect(expected, `${id}: ${answer.text.slice(0, 500)}`).toContain(answer.status);
      expect(`${answer.headers}${answer.text}`.toLowerCase(), id).not.toContain(MARK.toLowerCase());
    }
    await product.finishRuns();
    for (const [id, { method }] of WALK.filter(([, operation]) => operation.method === 'GET')) {
      const { headers, text } = await sendOperation(product, id, own, { cookie });
      expect(`${headers}${text}`.toLowerCase(), `${method} ${id}`).not.toContain(MARK.toLowerCase());
    }
    expect(await readTenantTables(product.db, neighbour.tenantId)).toEqual(before);
  });

  it('would have found the neighbour’s word: it is in the neighbour’s own answers', async () => {
    const marked = [
      'listForms', 'listPersonas', 'listAttributes', 'listInvitations', 'listApiKeys', 'listMembers', 'getTenant', 'listResponses', 'getResponse',
      'listRespondents', 'listImports', 'exportPersonas', 'exportResponses', 'exportRespondents', 'exportTopMatches', 'exportPersonaPeople',
      'exportImports', 'getTopMatches', 'getSession', 'listAuditLog',
    ] as const;
    for (const id of marked) expect((await sendOperation(product, id, neighbour, { cookie: neighbour.owner.cookie })).text.toLowerCase(), id).toContain(MARK.toLowerCase());
    const events = await sendOperation(product, 'streamEvents', neighbour, { cookie: neighbour.owner.cookie });
    expect(events.text).toContain(`"persona_id":${neighbour.personaId}`);
    expect((await sendOperation(product, 'streamEvents', own, { cookie: own.owner.cookie })).text).not.toContain(`"persona_id":${neighbour.personaId},`);
  });
});
