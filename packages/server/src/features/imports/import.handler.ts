import { analyzeTables } from '../../db/analyze-tables.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import type { Clock } from '../../clock.ts';
import { Failure, notFound } from '../../failures/failure.ts';
import type { FrameService } from '../frames/frame-service.ts';
import type { RunContext, RunHandler } from '../runs/run-executor.ts';
import { refreshSnapshots } from '../snapshots/snapshot.service.ts';
import { openImportFile } from './import-file.ts';
import { toSurveyFileLimits, type ImportLimits } from './import-parts.ts';
import { toImportFailure } from './to-import-failure.ts';
import { findImport, lockImport } from './import.queries.ts';
import { updateImport } from './import.store.ts';
import type { ImportReport, ImportRow } from './import.ts';
import { storeImport } from './store-import.ts';

/**
 * Stores a checked import: its form, responses, scores and refused rows in one transaction, then the snapshots of all
 * days they were submitted on.
 *
 * Killed at any point, either nothing of it is there and the next attempt does it all, or all is and the next attempt
 * only writes what is missing of the snapshots. An import that cannot be stored is marked as failed, and can be checked
 * and started again.
 */
export function createImportHandler({ clock, limits, frames }: { clock: Clock; limits: ImportLimits; frames: FrameService }): RunHandler {
  return async (context) => {
    const { db, tenantId, run, signal } = context;
    const importId = run.import_id ?? 0;
    const row = await readTenant(db, tenantId, (trx) => findImport(trx, tenantId, importId));
    if (row === null) throw notFound('import');
    const report = row.status === 'imported' ? row.report : await storeOrFail(context, row, clock, limits);
    await analyzeTables(db, ['form_responses', 'respondents', 'response_outcomes']);
    const { daysWritten } = await refreshSnapshots({ db, frames }, tenantId, null, { now: clock.now(), includeToday: true, signal }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw new Failure('internal', 'The responses are stored and scored. The history of their days could not be written; the next sync will do it.', [], { cause: error });
    });
    return { rows: report?.rows ?? 0, stored: report?.ready ?? 0, already_there: report?.already_there ?? 0, refused: report?.refused ?? 0, days_written: daysWritten };
  };
}

async function storeOrFail(context: RunContext, row: ImportRow, clock: Clock, limits: ImportLimits): Promise<ImportReport> {
  const { db, tenantId, signal } = context;
  try {
    const file = await openImportFile(db, tenantId, row, toSurveyFileLimits(limits));
    try {
      return await withTenant(db, tenantId, (trx) => storeImport(trx, context, row.id, file, clock.now(), toSurveyFileLimits(limits)));
    } finally {
      await file.dispose();
    }
  } catch (error) {
    // The server stops: the run goes back into the queue, and the import is still on its way.
    if (signal.aborted) throw error;
    await withTenant(db, tenantId, async (trx) => {
      const locked = await lockImport(trx, tenantId, row.id);
      if (locked?.status === 'importing') await updateImport(trx, tenantId, row.id, { status: 'failed' });
    });
    throw toImportFailure(error);
  }
}
