import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import type { WindowDays } from '../analytics/response-window.ts';
import type { Persona } from '../personas/persona.queries.ts';
import { toResponseConditions, type ResponseFilter } from '../responses/response.queries.ts';
import { SNAPSHOT_COLUMNS, toSnapshot, type Snapshot } from '../snapshots/snapshot.ts';

/** What identifies a persona elsewhere, and nothing that only this installation knows. */
export type PortablePersona = Pick<Persona, 'name' | 'description' | 'status' | 'tags' | 'card' | 'sync_config'> & {
  mapping_rules: JsonObject | null;
};

/** Personas, by name, as they could be created somewhere else: all, or those with these ids. */
export async function listPortablePersonas(trx: TenantTransaction, tenantId: number, ids?: readonly number[]): Promise<PortablePersona[]> {
  const rows = await trx
    .selectFrom('cx_personas as p')
    .leftJoin('persona_editions as e', (join) =>
      join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.persona_id', '=', 'p.id').onRef('e.edition', '=', 'p.edition'),
    )
    .select(['p.name', 'p.description', 'p.status', 'p.tags', 'p.card', 'p.sync_config', 'e.mapping_rules'])
    .where('p.tenant_id', '=', tenantId)
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`p.id = ANY (${ids}::bigint[])`))
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  return rows;
}

/** A response as exported: `scores` by persona id, in percent. */
export type ExportedResponse = {
  id: number;
  form_id: number;
  submitted_at: Date;
  respondent_key: string | null;
  response_data: JsonObject;
  scores: Record<string, number> | null;
};

/** Under which keys did the selected responses answer anything? In code-unit order. Cost: reads all of them. */
export async function listAnsweredKeys(trx: TenantTransaction, tenantId: number, filter: ResponseFilter): Promise<string[]> {
  const result = await sql<{ key: string }>`
    SELECT DISTINCT answered.key
    FROM form_responses r CROSS JOIN LATERAL jsonb_object_keys(r.response_data) AS answered (key)
    WHERE ${sql.join(toResponseConditions(tenantId, filter), sql` AND `)}`.execute(trx);
  return result.rows.map((row) => row.key).toSorted((a, b) => (a < b ? -1 : 1));
}

/** Which personas have scores? By id, with the name for the head of their column. */
export async function listScoredPersonas(trx: TenantTransaction, tenantId: number): Promise<{ id: number; name: string }[]> {
  return trx
    .selectFrom('cx_personas')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('scored_edition', 'is not', null)
    .orderBy('id')
    .execute();
}

/** The selected responses with all their scores, oldest first, through a cursor: memory holds one fetch at a time. */
export async function* readResponses(
  trx: TenantTransaction,
  tenantId: number,
  filter: ResponseFilter,
  rowsAtOnce = 1000,
): AsyncGenerator<ExportedResponse[]> {
  await sql`
    DECLARE exported_responses NO SCROLL CURSOR FOR
    SELECT r.id, r.form_id, r.submitted_at, p.respondent_key, r.response_data,
      (SELECT json_object_agg(m.persona_id, m.match_score)
       FROM persona_matches m
       WHERE m.tenant_id = ${tenantId} AND m.response_id = r.id) AS scores
    FROM form_responses r
    LEFT JOIN respondents p ON p.tenant_id = r.tenant_id AND p.id = r.respondent_id
    WHERE ${sql.join(toResponseConditions(tenantId, filter), sql` AND `)}
    ORDER BY r.submitted_at, r.id`.execute(trx);
  for (;;) {
    const { rows } = await sql<ExportedResponse>`FETCH ${sql.lit(rowsAtOnce)} FROM exported_responses`.execute(trx);
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtOnce) break;
  }
}

/** The snapshots of a persona in these days, both included, oldest first. */
export async function listSnapshots(trx: TenantTransaction, tenantId: number, personaId: number, { startDate, endDate }: WindowDays): Promise<Snapshot[]> {
  const rows = await trx
    .selectFrom('persona_data_snapshots')
    .select(SNAPSHOT_COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .$if(startDate !== undefined, (query) => query.where('snapshot_date', '>=', startDate ?? ''))
    .$if(endDate !== undefined, (query) => query.where('snapshot_date', '<=', endDate ?? ''))
    .orderBy('snapshot_date')
    .execute();
  return rows.map(toSnapshot);
}

