import type { ColumnType, Generated } from 'kysely';
import type { IdentityTables } from './identity-tables.ts';

/**
 * The tables as Kysely sees them. One interface a table, in the order of the migrations.
 *
 * int8 arrives as a number, numeric as a number, date as 'YYYY-MM-DD', timestamptz as a Date (type-parsers.ts).
 */

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** JSONB that is read as a value and written as its JSON text. */
type Json<T> = ColumnType<T, string, string>;
type JsonDefault<T> = ColumnType<T, string | undefined, string>;
type Identity = Generated<number>;
type CreatedAt = ColumnType<Date, Date | undefined, Date>;

export interface TenantsTable {
  id: Identity;
  name: string;
  time_zone: Generated<string>;
  settings: JsonDefault<JsonObject>;
  settings_revision: Generated<number>;
  is_demo: Generated<boolean>;
  created_at: CreatedAt;
}

export interface MembershipsTable {
  tenant_id: number;
  user_id: string;
  role: 'owner' | 'editor' | 'viewer';
  created_at: CreatedAt;
}

export interface InvitationsTable {
  tenant_id: number;
  id: Identity;
  email: string;
  role: 'owner' | 'editor' | 'viewer';
  token_hash: Buffer;
  invited_by: string;
  created_at: CreatedAt;
  expires_at: Date;
  accepted_at: Date | null;
}

export interface ApiKeysTable {
  tenant_id: number;
  id: Identity;
  name: string;
  prefix: string;
  secret_hash: Buffer;
  scopes: string[];
  created_by: string | null;
  created_at: CreatedAt;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface AttributesTable {
  tenant_id: number;
  id: Identity;
  name: string;
  folded_name: string;
  aliases: Generated<string[]>;
  synonyms: JsonDefault<Record<string, string>>;
  language: string | null;
  created_at: CreatedAt;
  updated_at: CreatedAt;
}

export interface FormsTable {
  tenant_id: number;
  id: Identity;
  name: string;
  revision: Generated<number>;
  created_at: CreatedAt;
  updated_at: CreatedAt;
}

export interface FormFieldsTable {
  tenant_id: number;
  form_id: number;
  position: number;
  key: string;
  folded_key: string;
  label: string;
  attribute: string | null;
  type: 'text' | 'number' | 'date' | 'choice' | 'multi' | 'boolean';
  aliases: Generated<string[]>;
  delimiter: string | null;
  missing: Generated<string[]>;
  date_order: 'mdy' | 'dmy' | 'ymd' | null;
  language: string | null;
  role: 'demographic' | 'channel' | 'metric' | null;
  is_personal: Generated<boolean>;
}

export interface RespondentsTable {
  tenant_id: number;
  id: Identity;
  respondent_key: string;
  created_at: CreatedAt;
}

export interface ImportsTable {
  tenant_id: number;
  id: Identity;
  form_id: number | null;
  file_name: string;
  byte_count: Generated<number>;
  status: Generated<'uploading' | 'recognised' | 'refused' | 'checked' | 'importing' | 'imported' | 'failed' | 'undone'>;
  recognition: ColumnType<JsonObject | null, string | null | undefined, string | null>;
  mapping: ColumnType<JsonObject | null, string | null | undefined, string | null>;
  report: ColumnType<JsonObject | null, string | null | undefined, string | null>;
  created_by: string;
  created_by_name: string | null;
  created_at: CreatedAt;
  imported_at: Date | null;
  undone_at: Date | null;
}

export interface ImportChunksTable {
  tenant_id: number;
  import_id: number;
  position: number;
  bytes: Buffer;
}

export interface ImportRefusedRowsTable {
  tenant_id: number;
  import_id: number;
  row_number: number;
  field: string | null;
  code: string;
  reason: string;
  cells: Json<JsonValue[]>;
}

export interface FormResponsesTable {
  tenant_id: number;
  id: Identity;
  form_id: number;
  respondent_id: number | null;
  external_id: string | null;
  import_id: number | null;
  submitted_at: Date;
  received_at: CreatedAt;
  response_data: Json<JsonObject>;
}

export interface FormKeysTable {
  tenant_id: number;
  form_id: number;
  key: string;
}

export interface ResponseErasuresTable {
  tenant_id: number;
  id: Identity;
  /** xid8, as digits. */
  erased_in: string;
  /** int8multirange, as '{[1,4),[7,8)}'. */
  response_ids: string;
  erased_at: CreatedAt;
}

export interface CxPersonasTable {
  tenant_id: number;
  id: Identity;
  name: string;
  description: Generated<string>;
  status: Generated<'draft' | 'active' | 'archived'>;
  tags: Generated<string[]>;
  card: JsonDefault<JsonObject>;
  color_index: Generated<number>;
  edition: Generated<number>;
  scored_edition: number | null;
  scored_at: Date | null;
  last_synced_at: Date | null;
  sync_config: JsonDefault<{ auto_sync: boolean; sync_frequency: 'daily' }>;
  revision: Generated<number>;
  created_by: string | null;
  created_at: CreatedAt;
  updated_at: CreatedAt;
}

export interface PersonaEditionsTable {
  tenant_id: number;
  persona_id: number;
  edition: number;
  mapping_rules: Json<JsonObject>;
  rules: Json<JsonObject>;
  note: Generated<string>;
  restored_from: number | null;
  created_by: string | null;
  created_by_name: Generated<string>;
  created_at: CreatedAt;
}

export interface ResponseOutcomesTable {
  tenant_id: number;
  persona_id: number;
  response_id: number;
  rule_outcomes: string;
}

export interface OutcomeScoresTable {
  tenant_id: number;
  persona_id: number;
  rule_outcomes: string;
  match_score: number;
  band: 0 | 1 | 2;
  evidence: number;
  every_rule: boolean;
}

/** A column of a view: read, never written. */
type Viewed<T> = ColumnType<T, never, never>;

/** A view of response_outcomes with outcome_scores. `matched_attributes` costs a few lookups a row, when it is selected. */
export interface PersonaMatchesView {
  tenant_id: Viewed<number>;
  persona_id: Viewed<number>;
  response_id: Viewed<number>;
  match_score: Viewed<number>;
  band: Viewed<0 | 1 | 2>;
  evidence: Viewed<number>;
  every_rule: Viewed<boolean>;
  rule_outcomes: Viewed<string>;
  matched_attributes: Viewed<JsonObject>;
}

export interface DayCountStatesTable {
  tenant_id: number;
  time_zone: string;
  revision: number;
  /** xid8, as digits. */
  changed_in: string;
}

export interface PersonaDayCountsTable {
  tenant_id: number;
  persona_id: number;
  day: string;
  /** 'infinity' as long as the respondents have no later response. */
  superseded_on: Generated<string>;
  rule_outcomes: string;
  responses: number;
}

export interface PersonaOutcomeCountsTable {
  tenant_id: number;
  persona_id: number;
  rule_outcomes: string;
  responses: number;
  respondents: number;
}

export interface PendingResponsesTable {
  tenant_id: number;
  response_id: number;
}

export interface PersonaDataSnapshotsTable {
  tenant_id: number;
  persona_id: number;
  snapshot_date: string;
  edition: number;
  is_complete: boolean;
  response_count: number;
  metrics: Json<JsonObject>;
  demographics: Json<JsonObject>;
  behavioral_data: Json<JsonObject>;
  fingerprint: string;
  created_at: CreatedAt;
  updated_at: CreatedAt;
}

export interface RunsTable {
  tenant_id: number;
  id: Identity;
  kind: 'batch-calculate' | 'sync' | 'import' | 'undo-import';
  persona_id: number | null;
  import_id: number | null;
  status: Generated<'queued' | 'running' | 'succeeded' | 'failed'>;
  done: Generated<number>;
  total: number | null;
  attempt: Generated<number>;
  result: ColumnType<JsonObject | null, string | null | undefined, string | null>;
  error: ColumnType<JsonObject | null, string | null | undefined, string | null>;
  requested_by: string;
  requested_by_name: string | null;
  created_at: CreatedAt;
  started_at: Date | null;
  finished_at: Date | null;
}

export interface EventsTable {
  tenant_id: number;
  id: Identity;
  type: string;
  payload: Json<JsonObject>;
  created_at: CreatedAt;
}

export interface IdempotencyKeysTable {
  tenant_id: number;
  operation: string;
  key: string;
  request_hash: Buffer;
  answer: Json<JsonValue>;
  created_at: CreatedAt;
}

export interface AuditLogTable {
  tenant_id: number;
  id: Identity;
  at: CreatedAt;
  actor: string;
  actor_name: string;
  action: string;
  subject_type: string;
  subject_id: string;
  details: JsonDefault<JsonObject>;
  request_id: string | null;
}

export interface Tables extends IdentityTables {
  tenants: TenantsTable;
  memberships: MembershipsTable;
  invitations: InvitationsTable;
  api_keys: ApiKeysTable;
  attributes: AttributesTable;
  forms: FormsTable;
  form_fields: FormFieldsTable;
  respondents: RespondentsTable;
  imports: ImportsTable;
  import_chunks: ImportChunksTable;
  import_refused_rows: ImportRefusedRowsTable;
  form_responses: FormResponsesTable;
  form_keys: FormKeysTable;
  response_erasures: ResponseErasuresTable;
  cx_personas: CxPersonasTable;
  persona_editions: PersonaEditionsTable;
  response_outcomes: ResponseOutcomesTable;
  outcome_scores: OutcomeScoresTable;
  persona_matches: PersonaMatchesView;
  day_count_states: DayCountStatesTable;
  persona_day_counts: PersonaDayCountsTable;
  persona_outcome_counts: PersonaOutcomeCountsTable;
  pending_responses: PendingResponsesTable;
  persona_data_snapshots: PersonaDataSnapshotsTable;
  runs: RunsTable;
  events: EventsTable;
  idempotency_keys: IdempotencyKeysTable;
  audit_log: AuditLogTable;
}
