import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import type { RememberedKeys } from './form-keys.service.ts';

/** A response to be stored, already checked. `respondentKey` null: it is its own respondent. */
export type NewResponse = {
  responseData: JsonObject;
  respondentKey: string | null;
  /** null: storing it again makes a second response. */
  externalId: string | null;
  submittedAt: Date;
};

/** Both in the order of the rows. `alreadyThere`: the form had a response of this external id, which was left as it is. */
export type InsertedResponses = { ids: number[]; alreadyThere: boolean[] };

/**
 * Stores the responses of one form, with the respondents they name, in two or three statements.
 *
 * A row whose external id the form knows already, from before or from an earlier row, changes nothing and gets that
 * response's id. Call it with some thousand rows at most, inside a transaction that has opened its scorer. `keys`: the proof
 * that every key the rows use was remembered, without which frames and SQL would not find the answers under it.
 *
 * No rows: empty lists. Throws `DatabaseError('missing_reference')` when the form does not exist, `value_invalid` for a
 * NUL character, and an Error for a key that was not remembered.
 *
 * @example await insertResponses(trx, tenantId, formId, [{ responseData: { age: 31 }, respondentKey: 'c-3', externalId: null, submittedAt }], { keys })
 * // { ids: [12], alreadyThere: [false] }
 */
export async function insertResponses(
  trx: TenantTransaction,
  tenantId: number,
  formId: number,
  rows: readonly NewResponse[],
  { keys, importId = null }: { keys: RememberedKeys; importId?: number | null },
): Promise<InsertedResponses> {
  if (rows.length === 0) return { ids: [], alreadyThere: [] };
  assertRemembered(keys, tenantId, formId, rows);
  await insertRespondents(trx, tenantId, rows);
  const inserted = await insertRows(trx, tenantId, formId, rows, importId);
  const alreadyThere = inserted.map(({ is_new }) => !is_new);
  const knownIds = await findIdsByExternalId(trx, tenantId, formId, rows.filter((_, index) => alreadyThere[index]));
  const ids = inserted.map(({ id, is_new }, index) => {
    const known = is_new ? id : knownIds.get(rows[index]?.externalId ?? '');
    if (known === undefined) throw new Error('A response was removed while another of its external id was stored');
    return known;
  });
  return { ids, alreadyThere };
}

function assertRemembered(remembered: RememberedKeys, tenantId: number, formId: number, rows: readonly NewResponse[]): void {
  if (remembered.tenantId !== tenantId || remembered.formId !== formId) throw new Error('Keys of another form were remembered');
  for (const { responseData } of rows) {
    for (const key of Object.keys(responseData)) {
      if (!remembered.keys.has(key)) throw new Error('A response has a key that was not remembered');
    }
  }
}

async function insertRespondents(trx: TenantTransaction, tenantId: number, rows: readonly NewResponse[]): Promise<void> {
  const keys = new Set(rows.map((row) => row.respondentKey).filter((key) => key !== null));
  if (keys.size === 0) return;
  // In order: two transactions that bring the same people then wait for each other instead of deadlocking.
  await sql`
    INSERT INTO respondents (tenant_id, respondent_key)
    SELECT ${tenantId}, given.respondent_key
    FROM unnest(${[...keys]}::text[]) AS given (respondent_key)
    WHERE NOT EXISTS (
      SELECT FROM respondents r WHERE r.tenant_id = ${tenantId} AND r.respondent_key = given.respondent_key
    )
    ORDER BY given.respondent_key
    ON CONFLICT (tenant_id, respondent_key) DO NOTHING`.execute(trx);
}

/**
 * Ids are taken before the insert, so that each row is sure to know its own. The transaction has its number by then, from the
 * scoring lock: whoever sees all transactions up to a later number sees every response up to this id.
 */
async function insertRows(
  trx: TenantTransaction,
  tenantId: number,
  formId: number,
  rows: readonly NewResponse[],
  importId: number | null,
): Promise<{ id: number; is_new: boolean }[]> {
  const result = await sql<{ id: number; is_new: boolean }>`
    WITH given AS MATERIALIZED (
      SELECT nextval(pg_get_serial_sequence('form_responses', 'id')) AS id, g.*
      FROM unnest(
        ${rows.map((row) => JSON.stringify(row.responseData))}::jsonb[],
        ${rows.map((row) => row.respondentKey)}::text[],
        ${rows.map((row) => row.externalId)}::text[],
        ${rows.map((row) => row.submittedAt.toISOString())}::timestamptz[]
      ) WITH ORDINALITY AS g (response_data, respondent_key, external_id, submitted_at, position)
    ),
    inserted AS (
      INSERT INTO form_responses (tenant_id, id, form_id, respondent_id, external_id, import_id, submitted_at, response_data)
      SELECT ${tenantId}, g.id, ${formId}, r.id, g.external_id, ${importId}, g.submitted_at, g.response_data
      FROM given g
      LEFT JOIN respondents r ON r.tenant_id = ${tenantId} AND r.respondent_key = g.respondent_key
      ORDER BY g.external_id, g.position
      ON CONFLICT (tenant_id, form_id, external_id) WHERE external_id IS NOT NULL DO NOTHING
      RETURNING id
    )
    SELECT g.id, i.id IS NOT NULL AS is_new
    FROM given g LEFT JOIN inserted i ON i.id = g.id
    ORDER BY g.position`.execute(trx);
  return result.rows;
}

/** A statement of its own: it sees what other transactions committed while the insert waited for them. */
async function findIdsByExternalId(
  trx: TenantTransaction,
  tenantId: number,
  formId: number,
  rows: readonly NewResponse[],
): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const result = await sql<{ id: number; external_id: string }>`
    SELECT r.id, r.external_id
    FROM form_responses r
    WHERE r.tenant_id = ${tenantId} AND r.form_id = ${formId}
      AND r.external_id = ANY (${rows.map((row) => row.externalId)}::text[])`.execute(trx);
  return new Map(result.rows.map((row) => [row.external_id, row.id]));
}
