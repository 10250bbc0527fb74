import { hasRules } from '@likeness/core';
import type { RuleSet } from '@likeness/core';
import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import { notFound } from '../../failures/failure.ts';
import { toStoredRuleSet } from './edition-rules.ts';

/**
 * A persona and the rules that its stored scores were computed under.
 *
 * `scoredEdition` is null before the first calculation; `ruleSet` is then the newest edition's. When the author took all
 * rules out, what was scored before says nothing any more: `scoredEdition` is null then too. `ruleSet` is null for a
 * persona without rules.
 */
export type ScoredPersona = {
  id: number;
  name: string;
  newestEdition: number;
  scoredEdition: number | null;
  ruleSet: RuleSet | null;
};

/** Which personas: those of these ids, or all active ones. */
export type PersonaSelection = { ids: readonly number[] } | 'active';

/** The personas of a selection, by id; ids that do not exist here are absent. */
export async function listScoredPersonas(
  trx: TenantTransaction,
  tenantId: number,
  selection: PersonaSelection,
): Promise<ScoredPersona[]> {
  if (selection !== 'active' && selection.ids.length === 0) return [];
  const chosen = selection === 'active' ? sql`p.status = 'active'` : sql`p.id = any(${selection.ids}::bigint[])`;
  const { rows } = await sql<Omit<ScoredPersona, 'ruleSet'> & { rules: JsonObject; newestRules: JsonObject | null }>`
    select p.id, p.name, p.edition as "newestEdition", p.scored_edition as "scoredEdition", scored.rules, newest.rules as "newestRules"
    from cx_personas p
    left join persona_editions newest
      on newest.tenant_id = p.tenant_id and newest.persona_id = p.id and newest.edition = p.edition
    left join persona_editions scored
      on scored.tenant_id = p.tenant_id and scored.persona_id = p.id and scored.edition = coalesce(p.scored_edition, p.edition)
    where p.tenant_id = ${tenantId} and ${chosen}
    order by p.id`.execute(trx);
  return rows.map(({ rules, newestRules, ...persona }) =>
    newestRules === null || !hasRules(toStoredRuleSet(newestRules))
      ? { ...persona, scoredEdition: null, ruleSet: null }
      : { ...persona, ruleSet: toStoredRuleSet(rules) },
  );
}

/** One persona. Throws `not_found` when there is none of this id in the tenant. */
export async function getScoredPersona(trx: TenantTransaction, tenantId: number, personaId: number): Promise<ScoredPersona> {
  const [persona] = await listScoredPersonas(trx, tenantId, { ids: [personaId] });
  if (!persona) throw notFound('persona');
  return persona;
}
