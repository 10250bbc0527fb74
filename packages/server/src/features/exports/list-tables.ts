import type { Import } from '../imports/import.ts';
import type { AuditRow } from '../audit/audit.queries.ts';
import type { Respondent } from '../responses/respondent.queries.ts';
import type { Run } from '../runs/run.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { ListColumn } from './export-table.ts';

export const RESPONDENT_COLUMNS: ListColumn<Respondent>[] = [
  { name: 'respondent_id', kind: 'number', of: (row) => row.id },
  { name: 'respondent_key', kind: 'value', of: (row) => row.respondent_key },
  { name: 'response_count', kind: 'number', of: (row) => row.response_count },
  { name: 'first_response_at', kind: 'moment', of: (row) => row.first_response_at },
  { name: 'latest_response_at', kind: 'moment', of: (row) => row.latest_response_at },
];

export const RUN_COLUMNS: ListColumn<Run>[] = [
  { name: 'run_id', kind: 'number', of: (row) => row.id },
  { name: 'kind', kind: 'value', of: (row) => row.kind },
  { name: 'status', kind: 'value', of: (row) => row.status },
  { name: 'persona_id', kind: 'number', of: (row) => row.persona_id },
  { name: 'import_id', kind: 'number', of: (row) => row.import_id },
  { name: 'done', kind: 'number', of: (row) => row.done },
  { name: 'total', kind: 'number', of: (row) => row.total },
  { name: 'attempt', kind: 'number', of: (row) => row.attempt },
  { name: 'requested_by', kind: 'value', of: (row) => row.requested_by },
  { name: 'created_at', kind: 'moment', of: (row) => row.created_at },
  { name: 'started_at', kind: 'moment', of: (row) => row.started_at },
  { name: 'finished_at', kind: 'moment', of: (row) => row.finished_at },
  { name: 'error_code', kind: 'value', of: (row) => row.error?.code ?? null },
  { name: 'error', kind: 'value', of: (row) => row.error?.message ?? null },
];

export const IMPORT_COLUMNS: ListColumn<Import>[] = [
  { name: 'import_id', kind: 'number', of: (row) => row.id },
  { name: 'file_name', kind: 'value', of: (row) => row.file_name },
  { name: 'status', kind: 'value', of: (row) => row.status },
  { name: 'form_id', kind: 'number', of: (row) => row.form_id },
  { name: 'byte_count', kind: 'number', of: (row) => row.byte_count },
  { name: 'rows', kind: 'number', of: (row) => row.report?.rows ?? null },
  { name: 'ready', kind: 'number', of: (row) => row.report?.ready ?? null },
  { name: 'already_there', kind: 'number', of: (row) => row.report?.already_there ?? null },
  { name: 'refused', kind: 'number', of: (row) => row.report?.refused ?? null },
  { name: 'created_at', kind: 'moment', of: (row) => row.created_at },
  { name: 'imported_at', kind: 'moment', of: (row) => row.imported_at },
  { name: 'undone_at', kind: 'moment', of: (row) => row.undone_at },
];

export const AUDIT_COLUMNS: ListColumn<AuditRow>[] = [
  { name: 'entry_id', kind: 'number', of: (row) => row.id },
  { name: 'at', kind: 'moment', of: (row) => row.at.toISOString() },
  { name: 'actor', kind: 'value', of: (row) => row.actor },
  { name: 'actor_name', kind: 'value', of: (row) => row.actor_name },
  { name: 'action', kind: 'value', of: (row) => row.action },
  { name: 'subject_type', kind: 'value', of: (row) => row.subject_type },
  { name: 'subject_id', kind: 'value', of: (row) => row.subject_id },
  { name: 'details', kind: 'value', of: (row) => JSON.stringify(row.details) },
  { name: 'request_id', kind: 'value', of: (row) => row.request_id },
];

export const SNAPSHOT_LIST_COLUMNS: ListColumn<Snapshot>[] = [
  { name: 'snapshot_date', kind: 'day', of: (day) => day.snapshot_date },
  { name: 'edition', kind: 'number', of: (day) => day.edition },
  { name: 'is_complete', kind: 'value', of: (day) => day.is_complete },
  { name: 'response_count', kind: 'number', of: (day) => day.response_count },
  { name: 'matches', kind: 'number', of: ({ behavioral_data }) => behavioral_data.matches },
  { name: 'strong', kind: 'number', of: ({ behavioral_data }) => behavioral_data.strong },
  { name: 'moderate', kind: 'number', of: ({ behavioral_data }) => behavioral_data.moderate },
  { name: 'weak', kind: 'number', of: ({ behavioral_data }) => behavioral_data.weak },
  { name: 'avg_match_score', kind: 'number', of: ({ behavioral_data }) => behavioral_data.avg_match_score },
  { name: 'satisfaction', kind: 'number', of: ({ metrics }) => metrics.satisfaction },
  { name: 'loyalty', kind: 'number', of: ({ metrics }) => metrics.loyalty },
  { name: 'trust', kind: 'number', of: ({ metrics }) => metrics.trust },
  { name: 'effort', kind: 'number', of: ({ metrics }) => metrics.effort },
  { name: 'nps', kind: 'number', of: ({ metrics }) => metrics.nps },
];
