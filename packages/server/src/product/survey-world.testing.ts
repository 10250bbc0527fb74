import { withTenant } from '../db/tenant-scope.ts';
import type { Person, TestProduct } from '../testing/test-product.ts';

/** What a tenant has, by id: one of everything that an operation can be asked about. */
export type SurveyWorld = {
  owner: Person;
  personaId: number;
  edition: number;
  formId: number;
  emptyFormId: number;
  /** Has a response; its name beside it. */
  erasedFormId: number;
  erasedFormName: string;
  responseId: number;
  otherResponseId: number;
  respondentId: number;
  /** Imported. */
  importId: number;
  /** Uploaded, not more. */
  uploadId: number;
  otherUploadId: number;
  runId: number;
  failedRunId: number;
  apiKeyId: number;
  invitationId: number;
  attributeId: number;
  memberId: string;
  tenantId: number;
};

/** Ids that nothing has. */
export function missingWorld(owner: Person): SurveyWorld {
  const id = 4_000_000_000_123;
  return {
    owner, personaId: id, edition: 99, formId: id, emptyFormId: id, erasedFormId: id, erasedFormName: '', responseId: id, otherResponseId: id, respondentId: id, importId: id,
    uploadId: id, otherUploadId: id, runId: id, failedRunId: id, apiKeyId: id, invitationId: id, attributeId: id, memberId: 'nobody', tenantId: id,
  };
}

/**
 * Makes a tenant with one of everything, over HTTP. `mark` stands in every text that can be written, so that it can be
 * searched for.
 */
export async function makeSurveyWorld(product: TestProduct, mark: string): Promise<SurveyWorld> {
  const owner = await product.newOwner(mark);
  const { cookie } = owner;
  const ask = async <Body = { id: number }>(method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown, contentType?: string): Promise<Body> => {
    const answer = await product.send(method, url, { cookie, body, ...(contentType !== undefined && { contentType }), headers: { 'if-match': '*' } });
    if (answer.statusCode >= 300) throw new Error(`${method} ${url} answered ${answer.statusCode}: ${answer.body}`);
    return answer.json<Body>();
  };
  const attribute = await ask('POST', '/api/attributes', { name: `plan ${mark}`, aliases: [`tier ${mark}`], synonyms: { [`${mark} NYC`]: `${mark} York` } });
  const form = await ask('POST', '/api/forms', { name: `Form ${mark}`, fields: [{ key: 'age', label: `Age ${mark}`, type: 'number' }, { key: 'word', label: `Word ${mark}` }] });
  const emptyForm = await ask('POST', '/api/forms', { name: `Empty form ${mark}` });
  const erasedFormName = `Erased form ${mark}`;
  const erasedForm = await ask('POST', '/api/forms', { name: erasedFormName });
  await ask('POST', `/api/forms/${erasedForm.id}/responses`, { response_data: { word: mark } });
  const persona = await ask('POST', '/api/cx-personas', {
    name: `Persona ${mark}`, description: mark, tags: [mark], card: { quote: mark, photo: `data:image/png;base64,${Buffer.from(mark).toString('base64')}` }, mapping_rules: { age: { min: 30 }, word: [mark], region: [mark] },
  });
  const submit = (number: number, at: string) =>
    ask('POST', `/api/forms/${form.id}/responses`, {
      response_data: { age: 30 + number, word: mark, region: mark, satisfaction: 4, nps_score: 9 },
      respondent_key: `key ${mark}`, external_id: `external ${number} ${mark}`, submitted_at: at,
    });
  const response = await submit(1, '2026-01-05T12:00:00Z');
  const otherResponse = await submit(2, '2026-01-06T12:00:00Z');
  const upload = (name: string) => ask('POST', '/api/imports', ...uploadOf(`${name}-${mark}.csv`, surveyFile(mark)));
  const imported = await upload('done');
  await ask('POST', `/api/imports/${imported.id}/check`, importMapping(`Imported ${mark}`));
  await ask('POST', `/api/imports/${imported.id}/start`);
  const uploaded = await upload('waiting');
  const otherUploaded = await upload('thrown-away');
  await product.finishRuns();
  await ask('POST', `/api/cx-personas/${persona.id}/sync`);
  const { items: runs } = await ask<{ items: { id: number }[] }>('GET', '/api/runs');
  const { items: respondents } = await ask<{ items: { id: number }[] }>('GET', `/api/respondents?respondent_key=${encodeURIComponent(`key ${mark}`)}`);
  const invitation = await ask('POST', '/api/invitations', { email: `${mark.toLowerCase()}@example.com`, role: 'viewer' });
  const apiKey = await ask('POST', '/api/api-keys', { name: `Key ${mark}`, scopes: ['read'] });
  const member = await product.newMember(owner, 'viewer', `${mark}Member`);
  return {
    owner, tenantId: owner.tenantId, personaId: persona.id, edition: 1, formId: form.id, emptyFormId: emptyForm.id, erasedFormId: erasedForm.id, erasedFormName, responseId: response.id,
    otherResponseId: otherResponse.id, respondentId: first(respondents).id, importId: imported.id, uploadId: uploaded.id, otherUploadId: otherUploaded.id, runId: first(runs).id, failedRunId: await insertFailedRun(product, owner.tenantId, persona.id),
    apiKeyId: apiKey.id, invitationId: invitation.id, attributeId: attribute.id, memberId: member.user.id,
  };
}

async function insertFailedRun({ db }: TestProduct, tenantId: number, personaId: number): Promise<number> {
  const failed = { tenant_id: tenantId, kind: 'sync' as const, status: 'failed' as const, persona_id: personaId, requested_by: 'system', error: JSON.stringify({ code: 'internal', message: 'It broke.' }) };
  return withTenant(db, tenantId, async (trx) => (await trx.insertInto('runs').values(failed).returning('id').executeTakeFirstOrThrow()).id);
}

/** A file of 12 answers. */
export function surveyFile(mark: string): string {
  const rows = Array.from({ length: 12 }, (_, index) => `2026-01-${10 + index},${20 + index * 3},${mark} ${index % 3}`);
  return `${['Submitted,Age,Word', ...rows].join('\n')}\n`;
}

/** What `surveyFile` means, into a new form, or an old one. */
export function importMapping(into: string | number): Record<string, unknown> {
  return {
    ...(typeof into === 'number' ? { form_id: into } : { form_name: into }),
    columns: [
      { index: 0, use: 'submitted_at', date_order: 'ymd' },
      { index: 1, use: 'field', field: { key: 'age', type: 'number' } },
      { index: 2, use: 'field', field: { key: 'word' } },
    ],
  };
}

/** A multipart body with one file, and its content type. */
export function uploadOf(fileName: string, content: string | Uint8Array, field = 'file'): [body: Buffer, contentType: string] {
  const boundary = 'the-boundary-of-this-test';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return [Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]), `multipart/form-data; boundary=${boundary}`];
}

function first<Item>(items: Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('Something is missing in this world');
  return item;
}
