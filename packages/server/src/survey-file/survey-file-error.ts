/** Why a file is refused as a whole. Stable: interfaces and tests depend on these words. */
export type SurveyFileRefusal =
  | 'empty-file'
  | 'header-only'
  | 'file-too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'workbook-too-large'
  | 'workbook-broken'
  | 'workbook-encrypted'
  | 'old-excel'
  | 'archive'
  | 'image'
  | 'pdf'
  | 'web-page'
  | 'binary'
  | 'json'
  | 'summary'
  | 'no-column-names'
  | 'file-not-found'
  | 'no-such-sheet'
  | 'bad-correction';

/**
 * A file that cannot be read as survey answers: thrown by recognition and by reading, before any
 * row is handed out when it can be known by then. `message` says in plain words what was seen and
 * what to do; it holds no path and at most a short quotation from the file.
 */
export class SurveyFileError extends Error {
  readonly code: SurveyFileRefusal;

  constructor(code: SurveyFileRefusal, message: string) {
    super(message);
    this.name = 'SurveyFileError';
    this.code = code;
  }
}
