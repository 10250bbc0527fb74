import type { Band } from '@likeness/core';
import { type RawBuilder, sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import type { ResponseWindow } from '../analytics/response-window.ts';
import { toLikeText } from './to-like-text.ts';

/** A response as the contract shows it. */
export type StoredResponse = {
  id: number;
  form_id: number;
  respondent_id: number | null;
  external_id: string | null;
  import_id: number | null;
  submitted_at: string;
  received_at: string;
  response_data: JsonObject;
};

/** A place in the list of responses. Microseconds since 1970, because a Date would round what PostgreSQL compares. */
export type ResponsePosition = { submittedUs: number; id: number };

/** Which responses are meant; everything that is given must hold. */
export type ResponseFilter = {
  formId?: number | undefined;
  respondentId?: number | undefined;
  importId?: number | undefined;
  personaId?: number | undefined;
  /** Only with a persona: responses in this band for it. */
  band?: Band | undefined;
  externalId?: string | undefined;
  /** Occurs in an answer or in the external id, without case. */
  text?: string | undefined;
  /** The key of an answer, and what it says or has among several; only together. */
  attribute?: string | undefined;
  answer?: string | undefined;
  window: ResponseWindow;
};

type ResponseRow = Omit<StoredResponse, 'submitted_at' | 'received_at'> & { submitted_at: Date; received_at: Date; submitted_us: number };

const BAND_NUMBERS: Record<Band, number> = { weak: 0, moderate: 1, strong: 2 };

/** Which responses are there, newest first, before this position? `submittedUs` of the last is where to go on. */
export async function listResponses(
  trx: TenantTransaction,
  tenantId: number,
  page: ResponseFilter & { before: ResponsePosition | null; limit: number },
): Promise<{ response: StoredResponse; submittedUs: number }[]> {
  const { before } = page;
  const conditions = [
    ...toResponseConditions(tenantId, page),
    ...(before ? [sql`(r.submitted_at, r.id) < ('epoch'::timestamptz + ${before.submittedUs}::bigint * interval '1 microsecond', ${before.id})`] : []),
  ];
  const result = await sql<ResponseRow>`
    SELECT r.id, r.form_id, r.respondent_id, r.external_id, r.import_id, r.submitted_at, r.received_at, r.response_data,
      (extract(epoch FROM r.submitted_at) * 1000000)::bigint AS submitted_us
    FROM form_responses r
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY r.submitted_at DESC, r.id DESC
    LIMIT ${page.limit}`.execute(trx);
  return result.rows.map(({ submitted_us, ...row }) => ({ response: toStoredResponse(row), submittedUs: submitted_us }));
}

/** What a filter says of `form_responses r`, the tenant first; to be joined with AND. */
export function toResponseConditions(tenantId: number, filter: ResponseFilter): RawBuilder<unknown>[] {
  const { window, formId, respondentId, importId, externalId } = filter;
  return [
    sql`r.tenant_id = ${tenantId}`,
    ...(window.from ? [sql`r.submitted_at >= ${window.from}`] : []),
    ...(window.to ? [sql`r.submitted_at < ${window.to}`] : []),
    ...(formId ? [sql`r.form_id = ${formId}`] : []),
    ...(respondentId ? [sql`r.respondent_id = ${respondentId}`] : []),
    ...(importId ? [sql`r.import_id = ${importId}`] : []),
    ...(externalId ? [sql`r.external_id = ${externalId}`] : []),
    ...toScoreCondition(tenantId, filter),
    ...toAnswerConditions(filter),
  ];
}

function toScoreCondition(tenantId: number, { personaId, band }: ResponseFilter): RawBuilder<unknown>[] {
  if (personaId === undefined) return [];
  return [
    sql`EXISTS (
      SELECT FROM persona_matches m
      WHERE m.tenant_id = ${tenantId} AND m.persona_id = ${personaId} AND m.response_id = r.id
        ${band ? sql`AND m.band = ${BAND_NUMBERS[band]}` : sql``})`,
  ];
}

/**
 * By what was answered. No index knows it, because one would make every submission dearer (a GIN index: see docs/api.md):
 * responses are read, newest first, until the page is full.
 */
function toAnswerConditions({ text, attribute, answer }: ResponseFilter): RawBuilder<unknown>[] {
  const fragment = text === undefined ? '' : `%${toLikeText(text)}%`;
  return [
    ...(text === undefined
      ? []
      : [sql`(r.external_id ILIKE ${fragment} OR EXISTS (SELECT FROM jsonb_each_text(r.response_data) AS given WHERE given.value ILIKE ${fragment}))`]),
    ...(attribute === undefined || answer === undefined
      ? []
      : [
          sql`EXISTS (
            SELECT FROM jsonb_path_query(r.response_data -> ${attribute}::text, '$[*]') AS given
            WHERE lower(btrim(given #>> '{}')) = lower(${answer}))`,
        ]),
  ];
}

/** One response; null when there is none of this id. */
export async function findResponse(trx: TenantTransaction, tenantId: number, responseId: number): Promise<StoredResponse | null> {
  const row = await trx
    .selectFrom('form_responses')
    .select(['id', 'form_id', 'respondent_id', 'external_id', 'import_id', 'submitted_at', 'received_at', 'response_data'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', responseId)
    .executeTakeFirst();
  return row ? toStoredResponse(row) : null;
}

function toStoredResponse(row: Omit<ResponseRow, 'submitted_us'>): StoredResponse {
  return { ...row, submitted_at: row.submitted_at.toISOString(), received_at: row.received_at.toISOString() };
}
