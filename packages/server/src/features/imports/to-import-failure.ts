import type { ErrorCode } from '@likeness/contract';
import { Failure } from '../../failures/failure.ts';
import { SurveyFileError, type SurveyFileRefusal } from '../../survey-file/survey-file-error.ts';

const TOO_LARGE: ReadonlySet<SurveyFileRefusal> = new Set(['file-too-large', 'too-many-rows', 'too-many-columns', 'workbook-too-large']);

/**
 * A refused file as a failure that the API answers, in the words of whoever read the file; anything else as it is.
 *
 * @example toImportFailure(new SurveyFileError('image', 'This is a picture (PNG), …')) // Failure { code: 'file_refused' }
 */
export function toImportFailure(error: unknown): unknown {
  if (!(error instanceof SurveyFileError)) return error;
  const code: ErrorCode = TOO_LARGE.has(error.code) ? 'too_large' : 'file_refused';
  return new Failure(code, error.message, [{ path: 'file', message: error.message, code: error.code }], { cause: error });
}
