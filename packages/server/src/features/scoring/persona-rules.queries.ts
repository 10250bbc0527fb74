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
 * Under which editions are new responses scored, and how would one notice that anything about that changed?
 *
 * `fingerprint` differs whenever the active personas, their scored editions, or the tenant's settings do, and after each
 * calculation: it names the row versions themselves, so nothing that was rolled back can be mistaken for what came after.
 */
export async function findScoringState(
  trx: TenantTransaction,
  tenantId: number,
): Promise<{ fingerprint: string; editions: { personaId: number; edition: number }[] }> {
  const { rows } = await sql<{ personaId: number | null; edition: number; fingerprint: string }>`
    select p.id as "personaId", p.scored_edition as edition,
      concat_ws(' ', current_database(), t.settings_revision, t.xmin, p.id, p.name, p.scored_edition, p.scored_at, e.xmin) as fingerprint
    from tenants t
    left join cx_personas p on p.tenant_id = t.id and p.status = 'active' and p.scored_edition is not null
    left join persona_editions e on e.tenant_id = p.tenant_id and e.persona_id = p.id and e.edition = p.scored_edition
    where t.id = ${tenantId}
    order by p.id`.execute(trx);
  return {
    fingerprint: rows.map((row) => row.fingerprint).join('\n'),
    editions: rows.flatMap(({ personaId, edition }) => (personaId === null ? [] : { personaId, edition })),
  };
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
