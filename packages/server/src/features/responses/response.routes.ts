import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { ErasureService } from './erasure.service.ts';
import type { ResponseService } from './response.service.ts';
import type { SubmissionService } from './submission.service.ts';

export type ResponseServices = { submissions: SubmissionService; responses: ResponseService; erasure: ErasureService };

/** Responses in, responses and respondents out, and erasing them. */
export function responseRoutes({ submissions, responses, erasure }: ResponseServices): BoundOperation[] {
  return [
    bind(operations.submitResponses, async ({ caller, params, headers, body, request }) => {
      const key = headers['idempotency-key'];
      if (body !== undefined) return { status: 201, body: await submissions.submitOne(caller, params.id, body, key) };
      // By itself the iterator would take the socket from a request that is refused before its end.
      const bytes = request.raw.iterator({ destroyOnReturn: false });
      return { status: 200, body: await submissions.submitMany(caller, params.id, bytes, key) };
    }),
    bind(operations.listResponses, async ({ caller, query }) => {
      const { form_id: formId, respondent_id: respondentId, import_id: importId, persona_id: personaId, external_id: externalId, ...rest } = query;
      return { status: 200, body: await responses.list(caller, { ...rest, formId, respondentId, importId, personaId, externalId }) };
    }),
    bind(operations.getResponse, async ({ caller, params }) => ({ status: 200, body: await responses.get(caller, params.id) })),
    bind(operations.eraseResponse, async ({ caller, params }) => ({ status: 200, body: await erasure.eraseResponse(caller, params.id) })),
    bind(operations.listRespondents, async ({ caller, query }) => ({
      status: 200,
      body: await responses.listRespondents(caller, { limit: query.limit, cursor: query.cursor, respondentKey: query.respondent_key, keyContains: query.key_contains }),
    })),
    bind(operations.getRespondent, async ({ caller, params }) => ({ status: 200, body: await responses.getRespondent(caller, params.id) })),
    bind(operations.eraseRespondent, async ({ caller, params }) => ({ status: 200, body: await erasure.eraseRespondent(caller, params.id) })),
  ];
}
