import { z } from 'zod';
import { IdParams, JsonObject, shortText, WindowQuery } from './common.ts';
import { importOperations } from './imports.ts';
import { matchingOperations } from './matching.ts';
import { answer, json, operation } from './operation.ts';
import { organisationOperations } from './organisation.ts';
import { PersonaIdList, peopleOperations } from './people.ts';
import { responseOperations } from './responses.ts';
import { runOperations } from './runs.ts';
import { tableFile, TableFormat } from './table-file.ts';

const page = { limit: true, cursor: true } as const;
const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const format = { format: TableFormat };
const include_personal = z.stringbool().default(false).meta({ description: 'With the answers to fields that are marked as personal' });

export const exportOperations = {
  exportPersonas: operation({
    id: 'exportPersonas', method: 'GET', path: '/api/exports/personas', tag: 'Exports', access: 'read',
    summary: 'Personas as one JSON document: all of them, or those named',
    description: 'Each is what POST /api/cx-personas takes, so it can be created again, here or elsewhere.',
    query: z.object({ persona_ids: PersonaIdList.optional().meta({ description: 'Ids with commas between, as `1,4`; left out: all' }) }),
    answers: {
      200: answer('The personas', z.object({ personas: z.array(JsonObject) }), { personas: [{ name: 'Maya', mapping_rules: { age: { min: 25 } } }] }),
    },
    errors: ['not_found', 'invalid_input'],
  }),
  exportResponses: operation({
    id: 'exportResponses', method: 'GET', path: '/api/exports/responses', tag: 'Exports', access: 'read',
    summary: 'Responses with the score of every persona, oldest first, streamed',
    description:
      'Under the same filters as the list of responses. Cells that a spreadsheet would run as a formula are written with a leading apostrophe in CSV. ' +
      'Personal fields are left out unless asked for. Without `form_id` those of all forms, with the form of each.',
    query: responseOperations.listResponses.query.omit(page).extend({ ...format, include_personal }),
    answers: { 200: tableFile('response_id,submitted_at,respondent_key,age,"Maya, product manager"\n12,2026-01-30T10:12:00.000Z,customer-3,31,100.00\n') },
    errors: ['not_found', 'invalid_input', 'too_large'],
  }),
  exportRespondents: operation({
    id: 'exportRespondents', method: 'GET', path: '/api/exports/respondents', tag: 'Exports', access: 'read',
    summary: 'Known respondents with the number and the days of their responses',
    query: responseOperations.listRespondents.query.omit(page).extend(format),
    answers: { 200: tableFile('respondent_id,respondent_key,response_count,first_response_at,latest_response_at\n3,customer-3,1,2026-01-30T10:12:00.000Z,2026-01-30T10:12:00.000Z\n') },
    errors: ['invalid_input', 'too_large'],
  }),
  exportTopMatches: operation({
    id: 'exportTopMatches', method: 'GET', path: '/api/exports/cx-personas/:id/top-matches', tag: 'Exports', access: 'read',
    summary: 'All responses scored for a persona, best first, with the rules each passes and misses',
    params: IdParams, query: matchingOperations.getTopMatches.query.omit(page).extend({ ...format, include_personal }),
    answers: { 200: tableFile('response_id,submitted_at,match_score,band,evidence,matched_rules,unmatched_rules,unanswered_rules,age\n12,2026-01-30T10:12:00.000Z,100.00,strong,1,age,,,31\n') },
    errors: ['not_found', 'invalid_input', 'too_large'],
  }),
  exportPersonaPeople: operation({
    id: 'exportPersonaPeople', method: 'GET', path: '/api/exports/cx-personas/:id/people', tag: 'Exports', access: 'read',
    summary: 'The respondents behind a figure of one persona',
    params: IdParams, query: peopleOperations.listPersonaPeople.query.omit(page).extend({ ...format, include_personal }),
    answers: { 200: tableFile('response_id,respondent_id,respondent_key,submitted_at,match_score,band,evidence,age\n12,3,customer-3,2026-01-30T10:12:00.000Z,100.00,strong,1,31\n') },
    errors: ['not_found', 'invalid_input', 'no_rules', 'over_capacity', 'too_large'],
  }),
  exportPortfolioPeople: operation({
    id: 'exportPortfolioPeople', method: 'GET', path: '/api/exports/portfolio/people', tag: 'Exports', access: 'read',
    summary: 'The respondents behind a figure of the portfolio',
    query: peopleOperations.listPortfolioPeople.query.omit(page).extend({ ...format, include_personal }),
    answers: { 200: tableFile('response_id,respondent_id,respondent_key,submitted_at,age\n12,3,customer-3,2026-01-30T10:12:00.000Z,31\n') },
    errors: ['not_found', 'invalid_input', 'over_capacity', 'too_large'],
  }),
  exportEvolution: operation({
    id: 'exportEvolution', method: 'GET', path: '/api/exports/cx-personas/:id/evolution', tag: 'Exports', access: 'read',
    summary: 'The snapshots of a persona, oldest first',
    params: IdParams, query: WindowQuery.extend(format),
    answers: { 200: tableFile('snapshot_date,edition,response_count,matches,satisfaction,nps\n2026-01-30,1,100,40,4.1,31.58\n') },
    errors: ['not_found', 'invalid_input', 'too_large'],
  }),
  exportRuns: operation({
    id: 'exportRuns', method: 'GET', path: '/api/exports/runs', tag: 'Exports', access: 'read',
    summary: 'Runs, newest first',
    query: runOperations.listRuns.query.omit(page).extend(format),
    answers: { 200: tableFile('run_id,kind,status,done,total\n7,import,succeeded,6000,6000\n') },
    errors: ['invalid_input', 'too_large'],
  }),
  exportImports: operation({
    id: 'exportImports', method: 'GET', path: '/api/exports/imports', tag: 'Exports', access: 'read',
    summary: 'Imports, newest first',
    query: importOperations.listImports.query.omit(page).extend(format),
    answers: { 200: tableFile('import_id,file_name,status,rows,ready,already_there,refused\n4,survey.csv,imported,3066,3062,0,4\n') },
    errors: ['invalid_input', 'too_large'],
  }),
  exportRefusedRows: operation({
    id: 'exportRefusedRows', method: 'GET', path: '/api/exports/imports/:id/refused-rows', tag: 'Exports', access: 'read',
    summary: 'The refused rows of an import, each with its reason and its own cells',
    params: IdParams, query: z.object(format),
    answers: { 200: tableFile('row,field,reason,Age\n2077,Age,not a number,about 30\n') },
    errors: ['not_found', 'invalid_input', 'too_large'],
  }),
  exportAuditLog: operation({
    id: 'exportAuditLog', method: 'GET', path: '/api/exports/audit-log', tag: 'Exports', access: 'admin',
    summary: 'Who changed what, newest first',
    query: organisationOperations.listAuditLog.query.omit(page).extend(format),
    answers: { 200: tableFile('entry_id,at,actor,actor_name,action,subject_type,subject_id,details\n11,2026-01-31T09:00:00.000Z,user:u1,Demo owner,persona.changed,persona,1,"{""edition"":2}"\n') },
    errors: ['invalid_input', 'too_large'],
  }),
  exportTable: operation({
    id: 'exportTable', method: 'POST', path: '/api/exports/table', tag: 'Exports', access: 'read',
    summary: 'A table that the caller has at hand, as a file; nothing is stored',
    bodies: [
      json(
        z
          .object({
            name: shortText(200).min(1),
            columns: z.array(shortText(500)).min(1).max(1000),
            rows: z.array(z.array(Cell).max(1000)).max(50_000).meta({ description: 'Texts, numbers, true, false or null: a cell a column' }),
            ...format,
          })
          .strict(),
        { name: 'Rules', columns: ['Rule', 'Passes'], rows: [['age', 61.5]], format: 'csv' },
      ),
    ],
    answers: { 200: tableFile('Rule,Passes\nage,61.5\n') },
    errors: ['invalid_input', 'too_large'],
  }),
};
