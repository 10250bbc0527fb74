import { dayOf } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { invalidInput, notFound } from '../../failures/failure.ts';
import type { SurveyFileLimits } from '../../survey-file/limits.ts';
import { readSurveyRows } from '../../survey-file/read-survey-rows.ts';
import type { SurveySource } from '../../survey-file/survey-source.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import { hasForm } from '../forms/form.queries.ts';
import { openImportFile } from './import-file.ts';
import { assertNotStored, requireRecognition } from './import-state.ts';
import { toSurveyFileLimits, type ImportParts } from './import-parts.ts';
import { toImportFailure } from './to-import-failure.ts';
import { findImport, listKnownExternalIds, lockImport } from './import.queries.ts';
import { deleteRefusedRows, insertRefusedRows, updateImport } from './import.store.ts';
import type { ImportMapping, ImportReport, ImportRow } from './import.ts';
import { proposeMapping } from './propose-mapping.ts';
import { createReport } from './create-report.ts';
import { batchesOf, createRowReader, splitReadings } from './row-reader.ts';
import { settleMapping } from './settle-mapping.ts';

/**
 * Reads every row of an import under a mapping, and keeps what would happen: the settled mapping, the report and the
 * refused rows. Responses, forms and scores stay as they are.
 *
 * Throws `not_found`, `invalid_input` for a mapping that does not fit the file or the form, `wrong_state` once it is
 * stored or being stored, `too_large` for more rows than the limit.
 */
export async function checkImport({ db, clock, limits: ownLimits }: ImportParts, caller: Caller, importId: number, given: ImportMapping): Promise<void> {
  const { tenantId } = caller;
  const limits = toSurveyFileLimits(ownLimits);
  const row = await readTenant(db, tenantId, (trx) => findImport(trx, tenantId, importId));
  if (row === null) throw notFound('import');
  assertNotStored(row);
  const file = await openImportFile(db, tenantId, row, limits);
  try {
    await withTenant(db, tenantId, async (trx) => {
      const locked = await lockImport(trx, tenantId, importId);
      if (locked === null) throw notFound('import');
      assertNotStored(locked);
      const mapping = await settle(trx, tenantId, locked, given, clock.now());
      const report = await dryRun(trx, tenantId, { row: locked, mapping, file, now: clock.now(), limits });
      await updateImport(trx, tenantId, importId, { status: 'checked', mapping, report });
      await publishEvent(trx, tenantId, 'import.changed', { id: importId, status: 'checked' });
    });
  } catch (error) {
    throw toImportFailure(error);
  } finally {
    await file.dispose();
  }
}

async function settle(trx: TenantTransaction, tenantId: number, row: ImportRow, given: ImportMapping, now: Date): Promise<ImportMapping> {
  if (given.form_id !== undefined && !(await hasForm(trx, tenantId, given.form_id))) {
    throw invalidInput([{ path: 'form_id', message: 'there is no such form' }]);
  }
  const dictionaries = await loadDictionaries(trx, tenantId);
  const proposed = proposeMapping(requireRecognition(row), dictionaries.settings, now);
  return settleMapping(given, proposed, given.form_id === undefined ? [] : dictionaries.fieldsOf(given.form_id));
}

type DryRun = { row: ImportRow; mapping: ImportMapping; file: SurveySource; now: Date; limits: Partial<SurveyFileLimits> };

async function dryRun(trx: TenantTransaction, tenantId: number, { row, mapping, file, now, limits }: DryRun): Promise<ImportReport> {
  const { timeZone } = await loadDictionaries(trx, tenantId);
  const recognition = requireRecognition(row);
  const read = createRowReader(mapping, { headers: recognition.columns.map(({ header }) => header), timeZone, now });
  const report = createReport((instant) => dayOf(instant, timeZone));
  const seen = new Set<string>();
  await deleteRefusedRows(trx, tenantId, row.id);
  for await (const readings of batchesOf(readSurveyRows(file, recognition, { limits }), read)) {
    const { ready, refused } = splitReadings(readings);
    await insertRefusedRows(trx, tenantId, row.id, refused);
    const ids = ready.flatMap(({ externalId }) => externalId ?? []);
    const known = new Set(await listKnownExternalIds(trx, tenantId, mapping.form_id ?? null, ids));
    report.add(refused, ready, ready.map(({ externalId }) => externalId !== null && (known.has(externalId) || !isFirst(seen, externalId))));
  }
  return report.finish();
}

function isFirst(seen: Set<string>, id: string): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  return true;
}
