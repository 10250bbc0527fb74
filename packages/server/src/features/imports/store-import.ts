import { dayOf } from '@likeness/core';
import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { Failure, notFound } from '../../failures/failure.ts';
import type { SurveyFileLimits } from '../../survey-file/limits.ts';
import { readSurveyRows } from '../../survey-file/read-survey-rows.ts';
import type { SurveySource } from '../../survey-file/survey-source.ts';
import { recordChange } from '../audit/audit.store.ts';
import { settleDayCounts } from '../counts/day-counts.service.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import { extendImportedForm, makeImportedForm, type ImportedForm } from '../forms/imported-form.service.ts';
import { rememberKeys, rememberKeysWithin } from '../responses/form-keys.service.ts';
import { openImportedResponses, type ImportedResponses } from '../responses/imported-responses.service.ts';
import type { RunContext } from '../runs/run-executor.ts';
import { requestRun } from '../runs/run.service.ts';
import { requireRecognition } from './import-state.ts';
import { lockImport } from './import.queries.ts';
import { deleteChunks, deleteRefusedRows, insertRefusedRows, updateImport } from './import.store.ts';
import type { ImportMapping, ImportReport, ImportRow } from './import.ts';
import { createReport } from './create-report.ts';
import { batchesOf, createRowReader, splitReadings, type RowReading } from './row-reader.ts';
import { fieldsOf, settleMapping } from './settle-mapping.ts';

/**
 * Stores everything an import brings, in this transaction, and answers what became of its rows: the form with its
 * fields, the responses with their scores, the refused rows. The uploaded file is let go of, for it is no longer needed.
 *
 * Imports of one tenant go one after the other. A form that had responses and got new fields has its scores calculated
 * again afterwards. Throws the signal's reason when the server stops.
 */
export async function storeImport(
  trx: TenantTransaction,
  context: RunContext,
  importId: number,
  file: SurveySource,
  now: Date,
  limits: Partial<SurveyFileLimits>,
): Promise<ImportReport> {
  const { tenantId, caller } = context;
  // Two imports that bring the same people in another order would wait for each other's rows.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`likeness:imports:${tenantId}`}, 0))`.execute(trx);
  const row = await lockImport(trx, tenantId, importId);
  if (row === null) throw notFound('import');
  if (row.status !== 'importing' || row.mapping === null) throw new Failure('wrong_state', 'This import is not waiting to be stored.');
  const mapping = await settleAgain(trx, tenantId, row.mapping);
  const answerKeys = fieldsOf(mapping).map(({ key }) => key);
  // Before the form is locked, which the other transaction would wait for.
  const known = mapping.form_id === undefined ? null : await rememberKeys(context.db, tenantId, mapping.form_id, answerKeys);
  const { formId, isReadAnew } = await placeForm(trx, context, mapping, now);
  const keys = known ?? (await rememberKeysWithin(trx, tenantId, formId, answerKeys));
  await deleteRefusedRows(trx, tenantId, importId);
  const responses = await openImportedResponses(trx, tenantId, row.id, keys);
  const report = await storeRows(trx, context, row, { mapping, responses, file, now, limits });
  await deleteChunks(trx, tenantId, importId);
  await updateImport(trx, tenantId, importId, { status: 'imported', formId, mapping, report, importedAt: now });
  if (isReadAnew) await requestRun(trx, caller, { kind: 'batch-calculate' });
  const details = { form_id: formId, stored: report.ready, already_there: report.already_there, refused: report.refused };
  await recordChange(trx, caller, { action: 'import.stored', subjectType: 'import', subjectId: importId, details });
  await publishEvent(trx, tenantId, 'import.changed', { id: importId, status: 'imported' });
  await publishEvent(trx, tenantId, 'responses.stored', { form_id: formId, count: report.ready });
  await settleDayCounts(trx, tenantId);
  await responses.finish();
  return report;
}

/** The form may have changed since the check: what it says about its fields now is what counts. */
async function settleAgain(trx: TenantTransaction, tenantId: number, mapping: ImportMapping): Promise<ImportMapping> {
  if (mapping.form_id === undefined) return mapping;
  const dictionaries = await loadDictionaries(trx, tenantId);
  return settleMapping(mapping, mapping, dictionaries.fieldsOf(mapping.form_id));
}

async function placeForm(trx: TenantTransaction, { caller }: RunContext, mapping: ImportMapping, now: Date): Promise<ImportedForm> {
  const fields = fieldsOf(mapping);
  return mapping.form_id === undefined
    ? makeImportedForm(trx, caller, mapping.form_name ?? 'Survey', fields, now)
    : extendImportedForm(trx, caller, mapping.form_id, fields, now);
}

type RowsToStore = { mapping: ImportMapping; responses: ImportedResponses; file: SurveySource; now: Date; limits: Partial<SurveyFileLimits> };

async function storeRows(trx: TenantTransaction, { tenantId, report: tellProgress, signal }: RunContext, row: ImportRow, work: RowsToStore): Promise<ImportReport> {
  const { timeZone } = await loadDictionaries(trx, tenantId);
  const recognition = requireRecognition(row);
  const read = createRowReader(work.mapping, { headers: recognition.columns.map(({ header }) => header), timeZone, now: work.now });
  const report = createReport((instant) => dayOf(instant, timeZone));
  const total = row.report?.rows ?? null;
  const store = async (readings: readonly RowReading[]): Promise<void> => {
    const { ready, refused } = splitReadings(readings);
    await insertRefusedRows(trx, tenantId, row.id, refused);
    report.add(refused, ready, await work.responses.store(ready));
  };
  // The database stores one batch while the next is read.
  let storing: Promise<void> = Promise.resolve();
  let done = 0;
  try {
    for await (const readings of batchesOf(readSurveyRows(work.file, recognition, { limits: work.limits }), read)) {
      signal.throwIfAborted();
      await storing;
      await tellProgress(done, total);
      done += readings.length;
      storing = store(readings);
      // Looked at in the next round; until then nobody else may call it unhandled.
      storing.catch(() => undefined);
    }
  } finally {
    await storing;
  }
  return report.finish();
}
