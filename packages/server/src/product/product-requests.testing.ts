import { operations, type Operation, type OperationId } from '@likeness/contract';
import type { LightMyRequestResponse } from 'fastify';
import type { Method, Sent, TestProduct } from '../testing/test-product.ts';
import { importMapping, surveyFile, uploadOf, type SurveyWorld } from './survey-world.testing.ts';

/** How to ask for one operation. `ids` names what of a world stands in it; each is exchanged by itself in the tests of walls. */
export type ProductRequest = {
  ids: (keyof SurveyWorld)[];
  /** `query` and `body` of the ids of a world; parameters of the path are `params`, in their order. */
  of(world: SurveyWorld): { params?: (string | number)[]; query?: string; body?: unknown; contentType?: string; headers?: Record<string, string> };
};

const ANY = { 'if-match': '*' };
const WINDOW = '?startDate=2026-01-01&endDate=2026-12-31';
const plain: ProductRequest = { ids: [], of: () => ({}) };
const byId = (id: keyof SurveyWorld, more: Omit<ReturnType<ProductRequest['of']>, 'params'> = {}): ProductRequest => ({
  ids: [id],
  of: (world) => ({ params: [world[id] as string | number], ...more }),
});
const sending = (body: unknown): ProductRequest => ({ ids: [], of: () => ({ body }) });

/**
 * A right request for every operation, in an order in which an owner can send all of them, one after the other.
 *
 * An operation that is missing here fails the tests that walk them.
 */
export const PRODUCT_REQUESTS: Record<OperationId, ProductRequest> = {
  getHealth: plain,
  getReadiness: plain,
  getMetrics: plain,
  getSession: plain,
  getTenant: plain,
  listMembers: plain,
  listInvitations: plain,
  listApiKeys: plain,
  listAttributes: plain,
  listAuditLog: plain,
  listForms: plain,
  getForm: byId('formId'),
  listPersonas: plain,
  getPersona: byId('personaId'),
  getPersonaPhoto: byId('personaId'),
  listPersonaVersions: byId('personaId'),
  getPersonaVersion: { ids: ['personaId', 'edition'], of: (world) => ({ params: [world.personaId, world.edition] }) },
  getAnalytics: byId('personaId', { query: WINDOW }),
  getEvolution: byId('personaId', { query: '?days=3650' }),
  getTopMatches: byId('personaId'),
  getPortfolio: plain,
  previewRules: { ids: ['personaId'], of: (world) => ({ body: { mapping_rules: { age: { min: 20 } }, persona_id: world.personaId } }) },
  getDiagnostics: byId('personaId', { query: WINDOW }),
  getEvidence: byId('personaId', { body: { claims: [{ attribute: 'word', is: { in: ['fine'] } }] } }),
  getPersonaDifferences: byId('personaId'),
  getPortfolioDifferences: { ids: ['personaId'], of: (world) => ({ query: `?persona_ids=${world.personaId}` }) },
  listPersonaPeople: byId('personaId', { query: '?set=everybody' }),
  listPortfolioPeople: { ids: ['personaId'], of: (world) => ({ query: `?persona_ids=${world.personaId}` }) },
  listPreviewPeople: { ids: ['personaId'], of: (world) => ({ body: { mapping_rules: { age: { min: 20 } }, persona_id: world.personaId, change: 'enter' } }) },
  listHeldAttributes: plain,
  getDistribution: { ids: ['personaId'], of: (world) => ({ body: { attribute: 'age', persona_id: world.personaId } }) },
  listResponses: {
    ids: ['formId', 'respondentId', 'personaId'],
    of: (world) => ({ query: `?form_id=${world.formId}&respondent_id=${world.respondentId}&persona_id=${world.personaId}&band=strong` }),
  },
  getResponse: byId('responseId'),
  listRespondents: plain,
  getRespondent: byId('respondentId'),
  listImports: plain,
  getImport: byId('importId'),
  downloadRefusedRows: byId('importId'),
  listRuns: { ids: ['personaId', 'importId'], of: (world) => ({ query: `?persona_id=${world.personaId}&import_id=${world.importId}` }) },
  getRun: byId('runId'),
  streamEvents: { ids: [], of: () => ({ headers: { 'last-event-id': '0' } }) },
  exportPersonas: plain,
  exportResponses: { ids: ['formId'], of: (world) => ({ query: `?form_id=${world.formId}&include_personal=true` }) },
  exportRespondents: plain,
  exportTopMatches: byId('personaId', { query: WINDOW }),
  exportPersonaPeople: byId('personaId', { query: '?set=everybody' }),
  exportPortfolioPeople: { ids: ['personaId'], of: (world) => ({ query: `?persona_ids=${world.personaId}` }) },
  exportEvolution: byId('personaId'),
  exportRuns: plain,
  exportImports: plain,
  exportRefusedRows: byId('importId', { query: '?format=xlsx' }),
  exportAuditLog: plain,
  exportTable: sending({ name: 'Rules', columns: ['Rule', 'Passes'], rows: [['age', 61.5]] }),
  submitResponses: byId('formId', { body: { response_data: { age: 40 } }, headers: { 'idempotency-key': 'once' } }),
  matchResponse: { ids: ['personaId', 'responseId'], of: (world) => ({ params: [world.personaId], body: { responseId: world.responseId } }) },
  syncPersona: byId('personaId'),
  batchCalculate: byId('personaId'),
  retryRun: byId('failedRunId'),
  createAttribute: sending({ name: 'city', aliases: ['town'] }),
  changeAttribute: byId('attributeId', { body: { name: 'country' } }),
  createForm: sending({ name: 'Another form' }),
  changeForm: byId('formId', { body: { name: 'Renamed' }, headers: ANY }),
  createPersona: sending({ name: 'Somebody', mapping_rules: { age: { max: 50 } } }),
  changePersona: byId('personaId', { body: { mapping_rules: { age: { min: 31 } } }, headers: ANY }),
  clonePersona: byId('personaId', { body: {} }),
  restorePersonaVersion: { ids: ['personaId', 'edition'], of: (world) => ({ params: [world.personaId, world.edition], headers: ANY }) },
  uploadImport: { ids: [], of: () => { const [body, contentType] = uploadOf('own.csv', surveyFile('own')); return { body, contentType }; } },
  recogniseImport: byId('uploadId', { body: { header_rows: 1 } }),
  checkImport: { ids: ['uploadId', 'formId'], of: (world) => ({ params: [world.uploadId], body: importMapping(world.formId) }) },
  undoImport: byId('importId'),
  startImport: byId('uploadId'),
  deleteImport: byId('otherUploadId'),
  invite: sending({ email: 'guest@example.com', role: 'viewer' }),
  revokeInvitation: byId('invitationId'),
  acceptInvitation: sending({ token: 'made-up' }),
  createApiKey: sending({ name: 'Another', scopes: ['read'] }),
  revokeApiKey: byId('apiKeyId'),
  changeMember: byId('memberId', { body: { role: 'editor' } }),
  removeMember: byId('memberId'),
  previewBands: sending({ moderate: 30, strong: 60 }),
  getTenantContents: plain,
  eraseResponse: byId('responseId'),
  eraseRespondent: byId('respondentId'),
  deleteForm: byId('emptyFormId'),
  eraseForm: { ids: ['erasedFormId'], of: (world) => ({ params: [world.erasedFormId], body: { confirm: world.erasedFormName } }) },
  deletePersona: byId('personaId', { headers: ANY }),
  deleteAttribute: byId('attributeId'),
  eraseTenantData: { ids: [], of: ({ owner }) => ({ body: { confirm: `${owner.user.name}'s tenant` } }) },
  changeTenant: sending({ name: 'Renamed tenant' }),
  createTenant: sending({ name: 'A tenant of mine' }),
  chooseTenant: { ids: ['tenantId'], of: (world) => ({ body: { tenant_id: world.tenantId } }) },
};

/** All operations, in the order of the table. */
export const WALK: [OperationId, Operation][] = (Object.keys(PRODUCT_REQUESTS) as OperationId[]).map((id) => [id, operations[id]]);

/** What came back: of a stream that stays open only its beginning. */
export type Answer = { status: number; headers: string; text: string; code: string | null };

/** Sends the right request for an operation, with the ids of a world. */
export async function sendOperation(product: TestProduct, id: OperationId, world: SurveyWorld, who: Pick<Sent, 'cookie' | 'key'>): Promise<Answer> {
  const operation: Operation = operations[id];
  const { params = [], query = '', body, contentType, headers } = PRODUCT_REQUESTS[id].of(world);
  let used = 0;
  const url = operation.path.replaceAll(/:\w+/g, () => encodeURIComponent(String(params[used++]))) + query;
  const sent: Sent = { ...who, body, ...(contentType !== undefined && { contentType }), ...(headers && { headers }) };
  if (id === 'streamEvents') return beginningOf(product, url, sent);
  return toAnswer(await product.send(operation.method as Method, url, sent));
}

function toAnswer(answer: LightMyRequestResponse): Answer {
  const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
  return { status: answer.statusCode, headers: JSON.stringify(answer.headers), text: answer.body, code: isProblem ? answer.json<{ code: string }>().code : null };
}

const STREAM_MS = 300;

async function beginningOf(product: TestProduct, url: string, { cookie, key, headers }: Sent): Promise<Answer> {
  const answer = await product.app.inject({
    method: 'GET', url, payloadAsStream: true,
    headers: { ...headers, ...(cookie !== undefined && { cookie }), ...(key !== undefined && { authorization: `Bearer ${key}` }) },
  });
  const stream = answer.stream();
  let text = '';
  stream.on('data', (piece: Buffer) => (text += piece.toString()));
  await new Promise((resolve) => {
    const timer = setTimeout(resolve, STREAM_MS);
    stream.once('end', () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
  stream.destroy();
  const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
  return { status: answer.statusCode, headers: JSON.stringify(answer.headers), text, code: isProblem ? (JSON.parse(text) as { code: string }).code : null };
}
