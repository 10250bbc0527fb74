import { z } from 'zod';
import { Id, IdParams, Instant, PageQuery, pageOf, shortText } from './common.ts';
import { answer, json, operation } from './operation.ts';

export const FormField = z
  .object({
    key: shortText(200).min(1).meta({ description: 'Key in response_data' }),
    label: shortText(1000).default('').meta({ description: 'The question as asked; also understood as a key' }),
    attribute: shortText(200).min(1).nullable().default(null).meta({ description: 'The attribute it says something about; null: the key itself' }),
    type: z.enum(['text', 'number', 'date', 'choice', 'multi', 'boolean']).default('text'),
    aliases: z.array(shortText(1000).min(1)).max(50).default([]),
    delimiter: z.string().min(1).max(10).nullable().default(null).meta({ description: 'Splits a multi-value answer given as text; never inside parentheses' }),
    missing: z.array(shortText(200).min(1)).max(100).default([]).meta({ description: 'Answers that mean "no answer"' }),
    date_order: z.enum(['mdy', 'dmy', 'ymd']).nullable().default(null),
    language: shortText(20).nullable().default(null),
    role: z.enum(['demographic', 'channel', 'metric']).nullable().default(null),
    is_personal: z.boolean().default(false).meta({ description: 'Holds personal data: left out of exports unless asked for' }),
  })
  .strict()
  .meta({ id: 'FormField' });

export const Form = z
  .object({
    id: Id,
    name: z.string(),
    fields: z.array(FormField),
    response_count: z.int(),
    revision: z.int(),
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: 'Form' });

const fields = z.array(FormField).max(2000);
const NewForm = z
  .object({ name: shortText(200).min(1), fields: fields.default([]) })
  .strict()
  .meta({ id: 'NewForm' });

// Not NewForm.partial(): its default would empty the fields of a form that is only renamed.
const FormChange = z
  .object({ name: shortText(200).min(1), fields })
  .partial()
  .strict()
  .meta({ id: 'FormChange' });

const FIELD = {
  key: 'age', label: 'How old are you?', attribute: null, type: 'number' as const, aliases: [], delimiter: null,
  missing: [], date_order: null, language: null, role: 'demographic' as const, is_personal: false,
};
const FORM = {
  id: 1, name: 'Customer survey', fields: [FIELD], response_count: 120, revision: 1,
  created_at: '2026-01-31T09:00:00.000Z', updated_at: '2026-01-31T09:00:00.000Z',
};
const IfMatch = z.object({ 'if-match': z.string().optional() });
const etag = { ETag: 'The revision, quoted' };

export const formOperations = {
  listForms: operation({
    id: 'listForms', method: 'GET', path: '/api/forms', tag: 'Forms', access: 'read',
    summary: 'List forms', query: PageQuery,
    answers: { 200: answer('A page of forms', pageOf(Form), { items: [FORM], next_cursor: null }) },
    errors: ['invalid_input'],
  }),
  createForm: operation({
    id: 'createForm', method: 'POST', path: '/api/forms', tag: 'Forms', access: 'write',
    summary: 'Create a form with typed fields',
    bodies: [json(NewForm, { name: 'Customer survey', fields: [{ key: 'age', label: 'How old are you?', type: 'number' }] })],
    answers: { 201: answer('The form', Form, FORM, etag) },
    errors: ['invalid_input'],
  }),
  getForm: operation({
    id: 'getForm', method: 'GET', path: '/api/forms/:id', tag: 'Forms', access: 'read',
    summary: 'One form', params: IdParams,
    answers: { 200: answer('The form', Form, FORM, etag) },
    errors: ['not_found'],
  }),
  changeForm: operation({
    id: 'changeForm', method: 'PATCH', path: '/api/forms/:id', tag: 'Forms', access: 'write',
    summary: 'Rename a form or change its fields; scores are calculated again when fields change',
    params: IdParams, headers: IfMatch,
    bodies: [json(FormChange, { name: 'Customer survey 2026' })],
    answers: { 200: answer('The form as it is now', Form, { ...FORM, revision: 2 }, etag) },
    errors: ['not_found', 'invalid_input', 'edited_meanwhile', 'if_match_required'],
  }),
  eraseForm: operation({
    id: 'eraseForm', method: 'POST', path: '/api/forms/:id/erase', tag: 'Forms', access: 'admin',
    summary: 'Delete a form with all its responses, their scores and the imports that brought them; it cannot be taken back',
    description: 'New responses of the tenant wait meanwhile. History of the days concerned is computed again.',
    params: IdParams,
    bodies: [json(z.object({ confirm: z.string().max(400).meta({ description: 'The name of the form, as it is written' }) }).strict(), { confirm: 'Customer survey' })],
    answers: { 200: answer('What was deleted', z.object({ responses: z.int(), scores: z.int(), snapshots: z.int(), imports: z.int() }), { responses: 120, scores: 600, snapshots: 14, imports: 1 }) },
    errors: ['not_found', 'invalid_input', 'wrong_state'],
  }),
  deleteForm: operation({
    id: 'deleteForm', method: 'DELETE', path: '/api/forms/:id', tag: 'Forms', access: 'write',
    summary: 'Delete a form that has no responses',
    params: IdParams,
    answers: { 204: { contentType: '', schema: z.undefined(), description: 'Deleted' } },
    errors: ['not_found', 'in_use'],
  }),
};
