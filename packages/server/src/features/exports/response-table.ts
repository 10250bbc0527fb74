import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { notFound } from '../../failures/failure.ts';
import { toResponseWindow, type WindowDays } from '../analytics/response-window.ts';
import { type Dictionaries, loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { hasForm } from '../forms/form.queries.ts';
import { listFormKeys } from '../responses/form-keys.queries.ts';
import type { ResponseFilter } from '../responses/response.queries.ts';
import type { ExportColumn, ExportTable } from './export-table.ts';
import { listAnsweredKeys, listScoredPersonas, readResponses } from './export.queries.ts';
import { type AnswerColumn, joinFields, toAnswerCells, toAnswerColumns } from './response-columns.ts';

/** Which responses, and whether with the answers to fields that are marked as personal. */
export type ResponseSelection = Omit<ResponseFilter, 'window'> & WindowDays & { includePersonal: boolean };

/**
 * Responses as a table, oldest first: id, moment of submission (UTC), respondent, the answers, and the score of every persona
 * that has any. Without a form those of all forms, with the form of each.
 *
 * Throws `not_found` for a form that is not there, `invalid_input` for days in the wrong order.
 */
export async function toResponseTable(trx: TenantTransaction, tenantId: number, { includePersonal, ...selection }: ResponseSelection): Promise<ExportTable> {
  const { formId } = selection;
  if (formId !== undefined && !(await hasForm(trx, tenantId, formId))) throw notFound('form');
  const dictionaries = await loadDictionaries(trx, tenantId);
  const filter: ResponseFilter = { ...selection, window: toResponseWindow(selection, dictionaries.timeZone) };
  const fields = formId === undefined ? await listFieldsOfAllForms(trx, tenantId, dictionaries) : dictionaries.fieldsOf(formId);
  const answers = toAnswerColumns(fields, await listAnsweredKeys(trx, tenantId, filter), includePersonal);
  const personas = await listScoredPersonas(trx, tenantId);
  const hasForms = formId === undefined;
  return {
    columns: [
      { name: 'response_id', kind: 'number' },
      ...(hasForms ? [{ name: 'form_id', kind: 'number' as const }] : []),
      { name: 'submitted_at', kind: 'moment' },
      { name: 'respondent_key', kind: 'value' },
      ...toExportColumns(answers),
      ...personas.map(({ name }) => ({ name, kind: 'score' as const })),
    ],
    batches: (async function* () {
      for await (const rows of readResponses(trx, tenantId, filter)) {
        yield rows.map(({ id, form_id, submitted_at, respondent_key, response_data, scores }) => [
          id, ...(hasForms ? [form_id] : []), submitted_at.toISOString(), respondent_key,
          ...toAnswerCells(answers, response_data), ...personas.map((persona) => scores?.[persona.id] ?? null),
        ]);
      }
    })(),
  };
}

/** The columns for whatever people of a tenant have answered, in any form. */
export async function listAllAnswerColumns(trx: TenantTransaction, tenantId: number, includePersonal: boolean): Promise<AnswerColumn[]> {
  const keys = [...(await listFormKeys(trx, tenantId)).values()].flat();
  return toAnswerColumns(await listFieldsOfAllForms(trx, tenantId, await loadDictionaries(trx, tenantId)), [...new Set(keys)].toSorted(), includePersonal);
}

/** The heads of answers. */
export function toExportColumns(answers: readonly AnswerColumn[]): ExportColumn[] {
  return answers.map(({ key, kind }) => ({ name: key, kind }));
}

async function listFieldsOfAllForms(trx: TenantTransaction, tenantId: number, dictionaries: Dictionaries) {
  const formIds = [...(await listFormKeys(trx, tenantId)).keys()].toSorted((a, b) => a - b);
  return joinFields(formIds.map((formId) => dictionaries.fieldsOf(formId)));
}
