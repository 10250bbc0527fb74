import type { RecognitionTold } from '@likeness/contract';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { notFound } from '../../failures/failure.ts';
import type { Told } from '../../survey-file/recognition.ts';
import { recogniseSurveyFile } from '../../survey-file/recognise-survey-file.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import { carryCorrections } from './carry-corrections.ts';
import { openImportFile } from './import-file.ts';
import { toSurveyFileLimits, type ImportParts } from './import-parts.ts';
import { assertNotStored, requireRecognition } from './import-state.ts';
import { findImport, lockImport } from './import.queries.ts';
import { deleteRefusedRows, updateImport } from './import.store.ts';
import { proposeMapping } from './propose-mapping.ts';
import { toImportFailure } from './to-import-failure.ts';

/**
 * Reads an uploaded file anew under what a person says about it (header rows, encoding, delimiter, sheet); what is not
 * said is found out again. What was corrected in columns that are still there is kept, and the import waits to be checked.
 *
 * Throws `not_found`, `wrong_state` once it is stored or being stored, and `file_refused` when the file is no table that
 * way: then everything stays as it was.
 */
export async function recogniseAgain({ db, limits: ownLimits }: ImportParts, caller: Caller, importId: number, given: z.output<typeof RecognitionTold>): Promise<void> {
  const { tenantId } = caller;
  const limits = toSurveyFileLimits(ownLimits);
  const row = await readTenant(db, tenantId, (trx) => findImport(trx, tenantId, importId));
  if (row === null) throw notFound('import');
  assertNotStored(row);
  const file = await openImportFile(db, tenantId, row, limits);
  try {
    const recognition = await recogniseSurveyFile(file, { ...toTold(given), limits });
    await withTenant(db, tenantId, async (trx) => {
      const locked = await lockImport(trx, tenantId, importId);
      if (locked === null) throw notFound('import');
      assertNotStored(locked);
      const { settings } = await loadDictionaries(trx, tenantId);
      const before = requireRecognition(locked);
      const mapping = carryCorrections(
        { recognition: before, proposed: proposeMapping(before, settings, locked.created_at), mapping: locked.mapping },
        { recognition, proposed: proposeMapping(recognition, settings, locked.created_at) },
      );
      await deleteRefusedRows(trx, tenantId, importId);
      await updateImport(trx, tenantId, importId, { status: 'recognised', recognition, mapping, report: null });
      await publishEvent(trx, tenantId, 'import.changed', { id: importId, status: 'recognised' });
    });
  } catch (error) {
    throw toImportFailure(error);
  } finally {
    await file.dispose();
  }
}

function toTold({ header_rows: headerRows, sheet: sheetName, encoding, delimiter }: z.output<typeof RecognitionTold>): Told {
  return {
    ...(headerRows !== undefined && { headerRows }),
    ...(sheetName !== undefined && { sheetName }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
  };
}
