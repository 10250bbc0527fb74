import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/**
 * Which of these personas have responses without a score, or scores of an edition that is not the newest?
 *
 * Personas without rules are never among them. Cost: counts the index entries of each persona's scores.
 */
export async function listUnscoredPersonas(trx: TenantTransaction, tenantId: number, personaIds: number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with responses as (
      select count(*) as n from form_responses where tenant_id = ${tenantId}
    ), scores as (
      select persona_id, count(*) as n from response_outcomes
      where tenant_id = ${tenantId} and persona_id = any(${personaIds}::bigint[])
      group by persona_id
    )
    select p.id
    from cx_personas p cross join responses left join scores on scores.persona_id = p.id
    where p.tenant_id = ${tenantId} and p.id = any(${personaIds}::bigint[]) and p.edition > 0
      and (p.scored_edition is distinct from p.edition or coalesce(scores.n, 0) <> responses.n)
    order by p.id`.execute(trx);
  return rows.map((row) => row.id);
}
