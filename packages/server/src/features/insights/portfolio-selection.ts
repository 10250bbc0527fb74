import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { notFound } from '../../failures/failure.ts';
import type { Level } from '../analytics/portfolio-answer.ts';
import { listRuledPersonas } from '../analytics/portfolio.service.ts';
import type { Selection } from './select-people.ts';

/**
 * Who fits exactly these personas of the portfolio at a level, and no other; or, with others, all of these at least?
 *
 * @param asked.persona_ids ids with commas between; empty: the gap, with others everybody
 *
 * Throws `not_found` for a persona that takes no part in the portfolio.
 */
export async function toPortfolioSelection(
  trx: TenantTransaction,
  tenantId: number,
  { persona_ids, with_others = false, level }: { persona_ids: string; with_others?: boolean; level: Level },
): Promise<Selection> {
  const chosen = new Set(persona_ids === '' ? [] : persona_ids.split(',').map(Number));
  const personas = await listRuledPersonas(trx, tenantId);
  for (const id of chosen) if (!personas.some((persona) => persona.id === id)) throw notFound('persona');
  return { by: 'portfolio', ruleSets: personas.map(({ ruleSet }) => ruleSet), isChosen: personas.map(({ id }) => chosen.has(id)), withOthers: with_others, level };
}
