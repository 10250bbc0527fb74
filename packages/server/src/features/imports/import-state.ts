import { Failure } from '../../failures/failure.ts';
import type { Recognition } from '../../survey-file/recognition.ts';
import { toImport, type ImportRow } from './import.ts';

/**
 * Lets through an import that has stored nothing and is not about to: it can be checked, started once it is checked, and
 * thrown away. Throws `wrong_state` in words otherwise.
 */
export function assertNotStored(row: ImportRow): void {
  const { status } = toImport(row);
  if (row.isUnderWay) throw new Failure('wrong_state', 'This import is under way. Follow its run.');
  if (status === 'imported') throw new Failure('wrong_state', 'This import is stored already. Undo it to take it back.');
  if (status === 'undone') throw new Failure('wrong_state', 'This import was taken back, and its file is gone. Upload the file again.');
}

/** What was recognised in the file; every import that can be uploaded has it. */
export function requireRecognition(row: ImportRow): Recognition {
  if (row.recognition === null) throw new Failure('wrong_state', 'The file of this import was not recognised. Upload it again.');
  return row.recognition;
}
