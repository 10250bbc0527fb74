export { toOpenApiDocument } from './openapi-document.ts';
export { ERRORS, Problem, type ErrorCode, type FieldProblem } from './errors.ts';
export { operations, type OperationId } from './operations.ts';
export type { Access, Answer, Content, Operation } from './operation.ts';
export { DEFAULT_SETTINGS, TenantSettings } from './organisation.ts';
export { NOTE_CODES, Recognition, RecognitionNote, RecognitionTold } from './recognition.ts';
export { SubmittedResponse } from './responses.ts';
export { Snapshot } from './snapshots.ts';
export { XLSX_CONTENT_TYPE } from './table-file.ts';
