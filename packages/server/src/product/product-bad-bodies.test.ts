import { DEFAULT_SETTINGS, operations, type Operation, type OperationId } from '@likeness/contract';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct, type Method } from '../testing/test-product.ts';
import { expectClearRefusal, HOSTILE_JSON, placesOf, withJsonAt } from './hostile-values.testing.ts';
import { PRODUCT_REQUESTS, sendOperation, WALK } from './product-requests.testing.ts';
import { importMapping, makeSurveyWorld, type SurveyWorld } from './survey-world.testing.ts';
import { fingerprintTables, readTenantTables } from './table-contents.testing.ts';

const product = await testProduct({ jsonBytes: 1_000_000 });
let world: SurveyWorld;
let neighbour: SurveyWorld;
beforeAll(async () => {
  world = await makeSurveyWorld(product, 'Ann');
  neighbour = await makeSurveyWorld(product, 'Ben');
  await product.finishRuns();
});

const isJson = (operation: Operation): boolean => operation.bodies?.some(({ contentType }) => contentType === 'application/json') ?? false;
const WITH_BODY = WALK.filter(([, operation]) => isJson(operation)).map(([id]) => id);

/** Bodies with everything in them that a body can have. */
const FULL_BODIES: Partial<Record<OperationId, unknown>> = {
  createPersona: {
    name: 'Maya', description: 'Wants fewer errors', status: 'active', tags: ['b2b'], card: { quote: 'Why?', sections: [{ title: 'Goals' }] },
    sync_config: { auto_sync: true, sync_frequency: 'daily' },
    mapping_rules: {
      missing: 'ignore',
      rules: [
        { attribute: 'age', is: { between: [25, 40] }, weight: 2, required: true, label: 'Age' },
        { any: [{ attribute: 'word', is: { contains: ['a'] } }, { not: { attribute: 'word', is: { mentions: ['slow'] } } }] },
        { attribute: 'goals', is: { atLeastOf: { count: 1, values: ['x', 'y'] } } },
      ],
    },
  },
  createForm: {
    name: 'Survey',
    fields: [{
      key: 'age', label: 'Age?', attribute: 'age', type: 'multi', aliases: ['years'], delimiter: ';', missing: ['n/a'], date_order: 'mdy', language: 'en', role: 'demographic', is_personal: true,
    }],
  },
  submitResponses: { response_data: { age: 31, goals: ['a', { b: [1] }] }, respondent_key: 'somebody', external_id: 'e-1', submitted_at: '2026-01-05T12:00:00Z' },
  createAttribute: { name: 'location', aliases: ['city'], synonyms: { NYC: 'New York' }, language: 'en' },
  checkImport: { ...importMapping('Another'), submitted_at: '2026-01-05T12:00:00Z' },
  changeTenant: { name: 'Tenant', time_zone: 'Europe/Paris', settings: DEFAULT_SETTINGS },
  createApiKey: { name: 'Key', scopes: ['read'], expires_at: '2027-01-05T12:00:00Z' },
  previewRules: { mapping_rules: { age: { min: 20 } }, startDate: '2026-01-01', endDate: '2026-02-01', preview_key: 'builder', include: ['changes', 'diagnostics'] },
  getEvidence: { claims: [{ attribute: 'word', is: { mentions: ['fine'] } }], level: 'strong', startDate: '2026-01-01', endDate: '2026-02-01' },
  getDistribution: { attribute: 'age', mapping_rules: { age: { min: 20 } }, level: 'every_rule', search: 'x', limit: 5, startDate: '2026-01-01', endDate: '2026-02-01' },
};
FULL_BODIES.changePersona = { ...(FULL_BODIES.createPersona as object), note: 'Why' };
FULL_BODIES.changeForm = FULL_BODIES.createForm;
FULL_BODIES.changeAttribute = FULL_BODIES.createAttribute;

const bodyOf = (id: OperationId): unknown => FULL_BODIES[id] ?? PRODUCT_REQUESTS[id].of(world).body;

async function sendBody(id: OperationId, body: string | Buffer) {
  const operation: Operation = operations[id];
  const { params = [], headers } = PRODUCT_REQUESTS[id].of(world);
  let used = 0;
  const url = operation.path.replaceAll(/:\w+/g, () => encodeURIComponent(String(params[used++])));
  return product.send(operation.method as Method, url, { cookie: world.owner.cookie, body, ...(headers?.['if-match'] && { headers }) });
}

describe('a JSON body that cannot be read', () => {
  const texts: [string, string | Buffer][] = [
    ['cut off', '{"name": "M'], ['not JSON', 'name=Maya'], ['with a trailing comma', '{"name": "Maya",}'], ['empty', ''], ['a lone bracket', ']'],
    ['NaN', '{"a": NaN}'], ['of NUL bytes', Buffer.alloc(64)], ['with a raw control character', '{"name": "a\u0001b"}'],
    ['of invalid UTF-8', Buffer.from([0x7b, 0x22, 0x6e, 0x61, 0x6d, 0x65, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22, 0x7d])],
    ['in UTF-16', Buffer.from('\uFEFF{"name": "Maya"}', 'utf16le')], ['with __proto__', '{"name": "Maya", "__proto__": {"isAdmin": true}}'],
    ['with constructor.prototype', '{"constructor": {"prototype": {"isAdmin": true}}}'], ['too large', `{"name": "${'x'.repeat(1_000_001)}"}`],
  ];

  it.each(texts)('%s is refused everywhere, and nothing is stored', async (what, text) => {
    const before = await fingerprintTables(product.db);
    for (const id of WITH_BODY) {
      const answer = await sendBody(id, text);
      const { code } = expectClearRefusal(answer, `${id}, ${what}`);
      expect(code === 'too_large' ? 413 : [400, 422]).toSatisfy((expected: number | number[]) => [expected].flat().includes(answer.statusCode));
    }
    expect(await fingerprintTables(product.db)).toBe(before);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it.each(['null', '7', '"text"', '[]', '[{}]', 'true'])('the JSON value %s instead of an object is refused everywhere', async (text) => {
    const before = await fingerprintTables(product.db);
    for (const id of WITH_BODY) expect(expectClearRefusal(await sendBody(id, text), id).code, id).toBe('invalid_input');
    expect(await fingerprintTables(product.db)).toBe(before);
  });

  it('of another content type is refused everywhere', async () => {
    const before = await fingerprintTables(product.db);
    for (const id of WITH_BODY) {
      for (const contentType of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense']) {
        const operation: Operation = operations[id];
        const url = operation.path.replaceAll(/:\w+/g, '1');
        const answer = await product.send(operation.method as Method, url, { cookie: world.owner.cookie, body: '{}', contentType });
        expect(expectClearRefusal(answer, `${id} ${contentType}`).code, `${id} ${contentType}`).toBe('unsupported_media_type');
      }
    }
    expect(await fingerprintTables(product.db)).toBe(before);
  });
});

describe('a hostile value', () => {
  it('at any place of any body is stored as it is or refused clearly, and never half', async () => {
    const cases = WITH_BODY.filter((id) => id !== 'createTenant' && id !== 'invite').flatMap((id) => placesOf(bodyOf(id)).map((place) => ({ id, place })));
    const others = await readTenantTables(product.db, neighbour.tenantId);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), fc.constantFrom(...HOSTILE_JSON), async ({ id, place }, json) => {
        const before = await fingerprintTables(product.db);
        const what = `${id} at ${place.join('.') || 'the body'} with ${json.slice(0, 60)}`;
        const answer = await sendBody(id, withJsonAt(bodyOf(id), place, json));
        if (answer.statusCode < 300) return product.finishRuns();
        const { code, errors = [] } = expectClearRefusal(answer, what);
        // Whoever sent it must find the place.
        if (code === 'invalid_input' || code === 'invalid_rules') expect(errors.length, `${what}: ${answer.body}`).toBeGreaterThan(0);
        expect(await fingerprintTables(product.db), what).toBe(before);
      }),
      { numRuns: 200 },
    );
    expect(await readTenantTables(product.db, neighbour.tenantId)).toEqual(others);
    await product.finishRuns();
    expect(product.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    // A card that was changed may have lost its photo.
    for (const [id] of WALK.filter(([id, { method }]) => method === 'GET' && id !== 'getPersonaPhoto')) {
      const { status, text } = await sendOperation(product, id, world, { cookie: world.owner.cookie });
      expect(status, `${id} afterwards: ${text.slice(0, 300)}`).toBe(200);
    }
  });
});
