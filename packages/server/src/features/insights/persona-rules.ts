import type { RuleSet } from '@likeness/core';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { Failure } from '../../failures/failure.ts';
import { getScoredPersona } from '../analytics/scored-personas.queries.ts';

/**
 * The rules that a persona's stored figures belong to, and their edition; the newest before the first calculation.
 *
 * Throws `not_found` for an unknown persona, `no_rules` for one without rules.
 */
export async function getPersonaRules(trx: TenantTransaction, tenantId: number, personaId: number): Promise<{ ruleSet: RuleSet; edition: number }> {
  const { ruleSet, scoredEdition, newestEdition } = await getScoredPersona(trx, tenantId, personaId);
  if (ruleSet === null) throw new Failure('no_rules', 'This persona has no rules yet. Add the first one.');
  return { ruleSet, edition: scoredEdition ?? newestEdition };
}
