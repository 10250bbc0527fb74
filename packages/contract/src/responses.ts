import { z } from 'zod';
import { Id, IdParams, Instant, JsonObject, PageQuery, pageOf, shortText, WindowQuery } from './common.ts';
import { answer, json, operation } from './operation.ts';
import { Band, MatchedAttributes } from './rules.ts';

export const SubmittedResponse = z
  .object({
    response_data: JsonObject,
    respondent_key: shortText(500).min(1).optional().meta({ description: 'Who answered; the same key is the same person' }),
    external_id: shortText(500).min(1).optional().meta({ description: 'Makes submitting it again harmless' }),
    submitted_at: Instant.optional().meta({ description: 'Default: now' }),
  })
  .strict()
  .meta({ id: 'SubmittedResponse' });

const PersonaScore = z
  .object({ persona_id: Id, persona_name: z.string(), edition: z.int(), match_score: z.number(), band: Band, evidence: z.number() })
  .meta({ id: 'PersonaScore' });

const StoredResponse = z
  .object({
    id: Id,
    already_there: z.boolean().meta({ description: 'true: the external_id was known, nothing was changed' }),
    scores: z.array(PersonaScore).meta({ description: 'Under every active persona, best first' }),
  })
  .meta({ id: 'StoredResponse' });

const BulkResult = z
  .object({ received: z.int(), stored: z.int(), already_there: z.int(), response_ids: z.array(Id) })
  .meta({ id: 'BulkResult', description: '`response_ids` follows the lines of the body' });

const ResponseItem = z
  .object({
    id: Id,
    form_id: Id,
    respondent_id: Id.nullable(),
    external_id: z.string().nullable(),
    import_id: Id.nullable(),
    submitted_at: Instant,
    received_at: Instant,
    response_data: JsonObject,
  })
  .meta({ id: 'Response' });

const ResponseDetail = ResponseItem.extend({
  scores: z.array(PersonaScore.extend({ matched_attributes: MatchedAttributes })),
}).meta({ id: 'ResponseDetail' });

const Respondent = z
  .object({ id: Id, respondent_key: z.string(), response_count: z.int(), first_response_at: Instant.nullable(), latest_response_at: Instant.nullable() })
  .meta({ id: 'Respondent' });

const ErasureReceipt = z
  .object({
    responses_erased: z.int(),
    scores_erased: z.int(),
    snapshots_recomputed: z.int(),
    erased_at: Instant,
  })
  .meta({ id: 'ErasureReceipt' });

const RESPONSE = {
  id: 12, form_id: 1, respondent_id: 3, external_id: 'r-12', import_id: null,
  submitted_at: '2026-01-30T10:12:00.000Z', received_at: '2026-01-30T10:12:01.000Z', response_data: { age: 31 },
};
const SCORE = { persona_id: 1, persona_name: 'Maya, product manager', edition: 1, match_score: 100, band: 'strong' as const, evidence: 1 };
const RESPONDENT = {
  id: 3, respondent_key: 'customer-3', response_count: 2,
  first_response_at: '2025-06-01T08:00:00.000Z', latest_response_at: '2026-01-30T10:12:00.000Z',
};
const RECEIPT = { responses_erased: 2, scores_erased: 10, snapshots_recomputed: 4, erased_at: '2026-01-31T09:00:00.000Z' };

export const responseOperations = {
  submitResponses: operation({
    id: 'submitResponses', method: 'POST', path: '/api/forms/:id/responses', tag: 'Responses', access: 'submit',
    summary: 'Submit one response (JSON) or many (NDJSON); each is scored against every active persona',
    description:
      'NDJSON: one response a line, all or nothing; a refused line is named with its field. ' +
      'With an Idempotency-Key the same request can be sent again: it is answered as the first time.',
    params: IdParams,
    headers: z.object({ 'idempotency-key': z.string().min(1).max(200).optional() }),
    bodies: [
      json(SubmittedResponse, { response_data: { age: 31, location: 'London' }, respondent_key: 'customer-3' }),
      {
        contentType: 'application/x-ndjson',
        schema: z.string(),
        example: '{"response_data":{"age":31},"external_id":"r-12"}\n{"response_data":{"age":52},"external_id":"r-13"}\n',
      },
    ],
    answers: {
      200: answer('Many responses, stored', BulkResult, { received: 2, stored: 2, already_there: 0, response_ids: [12, 13] }),
      201: answer('One response, stored and scored', StoredResponse, { id: 12, already_there: false, scores: [SCORE] }),
    },
    errors: ['not_found', 'invalid_input', 'invalid_rows', 'too_large', 'unsupported_media_type', 'idempotency_conflict'],
  }),
  listResponses: operation({
    id: 'listResponses', method: 'GET', path: '/api/responses', tag: 'Responses', access: 'read',
    summary: 'Responses, newest first',
    description: '`text` and `answer` are looked for by reading responses, for at most 10 seconds; give a form, days or a persona as well where there are many.',
    query: PageQuery.extend({
      form_id: z.coerce.number().int().positive().optional(),
      respondent_id: z.coerce.number().int().positive().optional(),
      import_id: z.coerce.number().int().positive().optional(),
      persona_id: z.coerce.number().int().positive().optional().meta({ description: 'With `band`: only responses in that band for this persona' }),
      band: Band.optional(),
      external_id: shortText(500).min(1).optional().meta({ description: 'Only the one with this id of the source' }),
      text: shortText(200).min(1).optional().meta({ description: 'Only responses with this in an answer or in their external id; without case' }),
      attribute: shortText(200).min(1).optional().meta({ description: 'With `answer`: the key of an answer, as it was submitted' }),
      answer: shortText(500).min(1).optional().meta({ description: 'With `attribute`: what was answered, or one of several answers; without case' }),
    }).extend(WindowQuery.shape),
    answers: { 200: answer('A page of responses', pageOf(ResponseItem), { items: [RESPONSE], next_cursor: null }) },
    errors: ['invalid_input', 'takes_too_long'],
  }),
  getResponse: operation({
    id: 'getResponse', method: 'GET', path: '/api/responses/:id', tag: 'Responses', access: 'read',
    summary: 'One response with its scores for all personas and the reason for each rule',
    params: IdParams,
    answers: {
      200: answer('The response', ResponseDetail, {
        ...RESPONSE,
        scores: [{ ...SCORE, matched_attributes: { age: { expected: { min: 25, max: 40 }, actual: 31, match: true, answered: true } } }],
      }),
    },
    errors: ['not_found'],
  }),
  eraseResponse: operation({
    id: 'eraseResponse', method: 'DELETE', path: '/api/responses/:id', tag: 'Responses', access: 'write',
    summary: 'Erase one response and everything derived from it',
    params: IdParams,
    answers: { 200: answer('What was erased', ErasureReceipt, { ...RECEIPT, responses_erased: 1 }) },
    errors: ['not_found'],
  }),
  listRespondents: operation({
    id: 'listRespondents', method: 'GET', path: '/api/respondents', tag: 'Responses', access: 'read',
    summary: 'Known respondents by key',
    query: PageQuery.extend({
      respondent_key: shortText(500).optional().meta({ description: 'Only the one with this key' }),
      key_contains: shortText(500).min(1).optional().meta({ description: 'Only those with this in their key; without case' }),
    }),
    answers: { 200: answer('A page of respondents', pageOf(Respondent), { items: [RESPONDENT], next_cursor: null }) },
    errors: ['invalid_input'],
  }),
  getRespondent: operation({
    id: 'getRespondent', method: 'GET', path: '/api/respondents/:id', tag: 'Responses', access: 'read',
    summary: 'One respondent; their responses are under /api/responses?respondent_id=',
    params: IdParams,
    answers: { 200: answer('The respondent', Respondent, RESPONDENT) },
    errors: ['not_found'],
  }),
  eraseRespondent: operation({
    id: 'eraseRespondent', method: 'DELETE', path: '/api/respondents/:id', tag: 'Responses', access: 'write',
    summary: 'Erase a person: key, responses, scores; figures of the days concerned are computed again',
    params: IdParams,
    answers: { 200: answer('What was erased', ErasureReceipt, RECEIPT) },
    errors: ['not_found'],
  }),
};
