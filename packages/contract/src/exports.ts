import { z } from 'zod';
import { IdParams, JsonObject, WindowQuery } from './common.ts';
import { answer, operation } from './operation.ts';

const csv = (description: string, example: string) => ({ contentType: 'text/csv', schema: z.string(), description, example });

export const exportOperations = {
  exportPersonas: operation({
    id: 'exportPersonas', method: 'GET', path: '/api/exports/personas', tag: 'Exports', access: 'read',
    summary: 'All personas as one JSON document',
    answers: {
      200: answer('The personas', z.object({ personas: z.array(JsonObject) }), { personas: [{ name: 'Maya', mapping_rules: { age: { min: 25 } } }] }),
    },
    errors: [],
  }),
  exportResponses: operation({
    id: 'exportResponses', method: 'GET', path: '/api/exports/responses', tag: 'Exports', access: 'read',
    summary: 'Responses with the score of every persona, as CSV, streamed',
    description: 'Cells that a spreadsheet would run as a formula are written with a leading apostrophe. Personal fields are left out unless asked for.',
    query: WindowQuery.extend({
      form_id: z.coerce.number().int().positive(),
      include_personal: z.stringbool().default(false),
    }),
    answers: { 200: csv('A CSV file', 'response_id,submitted_at,respondent_key,age,"Maya, product manager"\n12,2026-01-30T10:12:00.000Z,customer-3,31,100.00\n') },
    errors: ['not_found', 'invalid_input'],
  }),
  exportEvolution: operation({
    id: 'exportEvolution', method: 'GET', path: '/api/exports/cx-personas/:id/evolution', tag: 'Exports', access: 'read',
    summary: 'All snapshots of a persona, as CSV',
    params: IdParams,
    answers: { 200: csv('A CSV file', 'snapshot_date,edition,response_count,matches,satisfaction,nps\n2026-01-30,1,100,40,4.1,31.58\n') },
    errors: ['not_found'],
  }),
};
