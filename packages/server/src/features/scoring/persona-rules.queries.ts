import { parseRuleSet, type RuleSet } from '@likeness/core';
import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';

/** One edition of a persona's rules, ready to be compiled. */
export type PersonaRules = { id: number; name: string; edition: number; ruleSet: RuleSet };

/** A persona with rules: the edition its scores belong to (null: none yet) and the newest one. */
export type ScorablePersona = { id: number; name: string; status: string; edition: number; scoredEdition: number | null };

/**
 * Which personas of the tenant have rules? By id. `ids` null: all active ones; else these, whatever their status.
 * A persona whose newest edition has no rules is not among them.
 */
export async function listScorablePersonas(trx: TenantTransaction, tenantId: number, ids: number[] | null): Promise<ScorablePersona[]> {
  let query = trx
    .selectFrom('cx_personas as p')
    .innerJoin('persona_editions as e', (join) =>
      join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.persona_id', '=', 'p.id').onRef('e.edition', '=', 'p.edition'),
    )
    .select(['p.id', 'p.name', 'p.status', 'p.edition', 'p.scored_edition as scoredEdition'])
    .where('p.tenant_id', '=', tenantId)
    .where(sql<boolean>`e.rules -> 'rules' is distinct from '[]'::jsonb`);
  query = ids === null ? query.where('p.status', '=', 'active') : query.where('p.id', '=', sql<number>`any(${ids}::bigint[])`);
  return query.orderBy('p.id').execute();
}

/**
 * Has anything changed about how new responses are scored?
 *
 * The answer differs whenever the tenant's settings or its active personas do, and after each calculation: it names the row
 * versions themselves, so nothing that was rolled back can be mistaken for what came after.
 */
export async function findScoringFingerprint(trx: TenantTransaction, tenantId: number): Promise<string> {
  const { rows } = await sql<{ fingerprint: string }>`
    select concat_ws(' ', current_database(), t.settings_revision, t.xmin, (
        select md5(string_agg(concat(p.id, ' ', p.xmin), ',' order by p.id))
        from cx_personas p
        where p.tenant_id = ${tenantId} and p.status = 'active' and p.scored_edition is not null)) as fingerprint
    from tenants t
    where t.id = ${tenantId}`.execute(trx);
  return rows[0]?.fingerprint ?? '';
}

/** Under which editions are new responses scored? Those of all active personas that have been calculated. */
export async function listScoredEditions(trx: TenantTransaction, tenantId: number): Promise<{ personaId: number; edition: number }[]> {
  const rows = await trx
    .selectFrom('cx_personas')
    .select(['id as personaId', 'scored_edition as edition'])
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'active')
    .where('scored_edition', 'is not', null)
    .orderBy('id')
    .$narrowType<{ edition: number }>()
    .execute();
  return rows;
}

/**
 * Loads editions of rules by persona; those that do not exist are left out.
 *
 * Throws when stored rules cannot be parsed, which only a change past the server can bring about; names the persona.
 */
export async function loadRules(
  trx: TenantTransaction,
  tenantId: number,
  editions: { personaId: number; edition: number }[],
): Promise<PersonaRules[]> {
  const { rows } = await sql<{ id: number; name: string; edition: number; rules: JsonObject }>`
    with wanted as (
      select * from unnest(${editions.map((one) => one.personaId)}::bigint[], ${editions.map((one) => one.edition)}::int[]) as w (persona_id, edition)
    )
    select p.id, p.name, e.edition, e.rules
    from wanted w
    join cx_personas p on p.tenant_id = ${tenantId} and p.id = w.persona_id
    join persona_editions e on e.tenant_id = ${tenantId} and e.persona_id = w.persona_id and e.edition = w.edition
    order by p.id`.execute(trx);
  return rows.flatMap(({ rules, ...persona }) => {
    const parsed = parseRuleSet(rules);
    if (!parsed.ok) {
      throw new Error(`The stored rules of persona ${persona.id}, edition ${persona.edition}, cannot be read: ${parsed.errors[0]?.message ?? ''}`);
    }
    return parsed.ruleSet.rules.length === 0 ? [] : { ...persona, ruleSet: parsed.ruleSet };
  });
}
