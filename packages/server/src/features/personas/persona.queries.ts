import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { CxPersonasTable, JsonObject } from '../../db/tables.ts';

/** A persona as the contract shows it, without figures. */
export type Persona = {
  id: number;
  name: string;
  description: string;
  status: 'draft' | 'active' | 'archived';
  tags: string[];
  card: JsonObject;
  color_index: number;
  photo_url: string | null;
  mapping_rules: JsonObject | null;
  rules: JsonObject | null;
  rule_count: number;
  edition: number;
  scored_edition: number | null;
  sync_config: { auto_sync: boolean; sync_frequency: 'daily' };
  last_synced_at: string | null;
  revision: number;
  created_at: string;
  updated_at: string;
};

/** A place in the list of personas: the lower-cased name and the id of the last one seen. */
export type PersonaPosition = { sortName: string; id: number };

export type PersonaFilter = { status?: Persona['status'] | undefined; search?: string | undefined; omit?: 'card' | undefined };

type PersonaRow = Omit<Selectable<CxPersonasTable>, 'tenant_id' | 'scored_at' | 'created_by'> & {
  mapping_rules: JsonObject | null;
  rules: JsonObject | null;
  rule_count: number;
  sort_name: string;
  photo_version: string | null;
};

/**
 * Which personas are there, by name, after this position? `search` is looked for in name and description, whatever its
 * case. `sortName` of the last one is the position to go on from. `omit` leaves the cards empty: pictures make them large.
 */
export async function listPersonas(
  trx: TenantTransaction,
  tenantId: number,
  page: PersonaFilter & { after: PersonaPosition | null; limit: number },
): Promise<(Persona & { sortName: string })[]> {
  const { after, status, search, omit } = page;
  const conditions = [
    ...(after ? [sql`(lower(p.name), p.id) > (${after.sortName}, ${after.id})`] : []),
    ...(status ? [sql`p.status = ${status}`] : []),
    ...(search ? [sql`(strpos(lower(p.name), lower(${search})) > 0 OR strpos(lower(p.description), lower(${search})) > 0)`] : []),
  ];
  return selectPersonas(trx, tenantId, conditions, page.limit, omit);
}

/** One persona with its newest rules; null when there is none of this id. */
export async function findPersona(trx: TenantTransaction, tenantId: number, personaId: number): Promise<Persona | null> {
  const [found] = await selectPersonas(trx, tenantId, [sql`p.id = ${personaId}`], 1);
  return found === undefined ? null : withoutSortName(found);
}

/** The photo of a persona's card as it was sent, a data URL; null without one, or without the persona. */
export async function findPhoto(trx: TenantTransaction, tenantId: number, personaId: number): Promise<string | null> {
  const persona = await trx
    .selectFrom('cx_personas')
    .select(sql<string | null>`card ->> 'photo'`.as('photo'))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personaId)
    .executeTakeFirst();
  return persona?.photo ?? null;
}

/** The persona alone, without its place in the list. */
export function withoutSortName(persona: Persona & { sortName: string }): Persona {
  const { sortName: _, ...rest } = persona;
  return rest;
}

async function selectPersonas(
  trx: TenantTransaction,
  tenantId: number,
  conditions: RawBuilder<unknown>[],
  limit: number,
  omit?: 'card',
): Promise<(Persona & { sortName: string })[]> {
  const card = omit === 'card' ? sql`'{}'::jsonb` : sql`p.card`;
  const where = sql.join([sql`p.tenant_id = ${tenantId}`, ...conditions], sql` AND `);
  const result = await sql<PersonaRow>`
    SELECT p.id, p.name, p.description, p.status, p.tags, ${card} AS card, left(md5(p.card ->> 'photo'), 12) AS photo_version, p.color_index, p.edition, p.scored_edition, p.sync_config,
      p.last_synced_at, p.revision, p.created_at, p.updated_at, lower(p.name) AS sort_name,
      e.mapping_rules, e.rules, coalesce(jsonb_array_length(e.rules -> 'rules'), 0) AS rule_count
    FROM cx_personas p
    LEFT JOIN persona_editions e ON e.tenant_id = p.tenant_id AND e.persona_id = p.id AND e.edition = p.edition
    WHERE ${where}
    ORDER BY lower(p.name), p.id
    LIMIT ${limit}`.execute(trx);
  return result.rows.map(toPersona);
}

function toPersona({ sort_name, photo_version, ...row }: PersonaRow): Persona & { sortName: string } {
  const hasRules = row.rule_count > 0;
  return {
    ...row,
    photo_url: photo_version === null ? null : `/api/cx-personas/${row.id}/photo?v=${photo_version}`,
    mapping_rules: hasRules ? row.mapping_rules : null,
    rules: hasRules ? row.rules : null,
    last_synced_at: row.last_synced_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    sortName: sort_name,
  };
}

/** The first of these names that no persona of the tenant has, whatever its case; null when all are taken. */
export async function findFreeName(trx: TenantTransaction, tenantId: number, candidates: readonly string[]): Promise<string | null> {
  const result = await sql<{ name: string }>`
    SELECT c.name
    FROM unnest(${candidates}::text[]) WITH ORDINALITY AS c (name, position)
    WHERE NOT EXISTS (
      SELECT FROM cx_personas p
      WHERE p.tenant_id = ${tenantId} AND lower(normalize(p.name, NFKC)) = lower(normalize(c.name, NFKC))
    )
    ORDER BY c.position
    LIMIT 1`.execute(trx);
  return result.rows[0]?.name ?? null;
}

/** The colour that the fewest personas have, of eight; among equals the first. */
export async function findFreeColor(trx: TenantTransaction, tenantId: number): Promise<number> {
  const result = await sql<{ color_index: number }>`
    SELECT c.color_index
    FROM generate_series(0, 7) AS c (color_index)
    LEFT JOIN cx_personas p ON p.tenant_id = ${tenantId} AND p.color_index = c.color_index
    GROUP BY c.color_index
    ORDER BY count(p.id), c.color_index
    LIMIT 1`.execute(trx);
  return result.rows[0]?.color_index ?? 0;
}
