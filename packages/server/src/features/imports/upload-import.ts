import type { Readable } from 'node:stream';
import type { Caller } from '../../access/caller.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { Failure } from '../../failures/failure.ts';
import { recogniseSurveyFile } from '../../survey-file/recognise-survey-file.ts';
import { spoolSource, type SpooledSource } from '../../survey-file/survey-source.ts';
import { recordChange } from '../audit/audit.store.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { publishEvent } from '../events/event.store.ts';
import { storeImportFile } from './import-file.ts';
import { toSurveyFileLimits, type ImportParts } from './import-parts.ts';
import { toImportFailure } from './to-import-failure.ts';
import { insertImport } from './import.store.ts';
import { proposeMapping } from './propose-mapping.ts';

/** A file as it arrives. `isCut` is asked when `bytes` have ended: whether the rest was cut off at a limit. */
export type ArrivingFile = { name: string; bytes: Readable; isCut: () => boolean };

const LONGEST_NAME = 255;

/**
 * Takes a file in: recognises it, proposes a mapping, and keeps it with both. Answers the import's id.
 *
 * The file is written to a temporary file as it arrives, whatever its size, and only one that was recognised reaches the
 * database, in one transaction: a slow sender holds no session, and a refused or broken upload leaves nothing behind.
 *
 * Throws `file_refused` for what is no table of survey answers, `too_large` past a limit.
 */
export async function uploadImport({ db, clock, limits: ownLimits }: ImportParts, caller: Caller, file: ArrivingFile): Promise<number> {
  const { tenantId } = caller;
  const limits = toSurveyFileLimits(ownLimits);
  let spooled: SpooledSource | null = null;
  try {
    spooled = await spoolSource(toFileName(file.name), file.bytes, { limits });
    if (file.isCut()) throw new Failure('too_large', 'The file is larger than this server accepts. Split it, or have the limit raised (MAX_FILE_BYTES).');
    const source = spooled;
    const recognition = await recogniseSurveyFile(source, { limits });
    return await withTenant(db, tenantId, async (trx) => {
      const now = clock.now();
      const { settings } = await loadDictionaries(trx, tenantId);
      const mapping = proposeMapping(recognition, settings, now);
      const importId = await insertImport(trx, tenantId, { fileName: source.name, byteCount: source.sizeBytes, recognition, mapping, createdBy: caller, now });
      await storeImportFile(trx, tenantId, importId, source);
      await recordChange(trx, caller, { action: 'import.uploaded', subjectType: 'import', subjectId: importId, details: { bytes: source.sizeBytes } });
      await publishEvent(trx, tenantId, 'import.changed', { id: importId, status: 'recognised' });
      return importId;
    });
  } catch (error) {
    throw toImportFailure(error);
  } finally {
    await spooled?.dispose();
  }
}

/** The name without folders and control characters, shortened in the middle of nothing but its end. */
function toFileName(name: string): string {
  const plain = (name.split(/[/\\]/u).at(-1) ?? '').replace(/\p{C}/gu, '').trim();
  return plain.slice(0, LONGEST_NAME).toWellFormed() || 'survey';
}
