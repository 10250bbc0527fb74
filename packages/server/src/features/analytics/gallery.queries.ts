import type { FigureSaid } from '@likeness/core';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { loadBandThresholds } from '../dictionary/dictionary.queries.ts';
import { listFigureCounts } from './figure-counts.queries.ts';
import { listScoredPersonas } from './scored-personas.queries.ts';
import { type CustomerShare, NO_COUNTS, toCustomerShare, toFigures } from './to-figures.ts';
import { listTrends } from './trend.queries.ts';

/** The figures on a persona's card in the gallery. */
export type PersonaFigures = {
  total_responses: number;
  avg_match_score: number | null;
  coverage: CustomerShare;
  strong_coverage: CustomerShare;
  verdict: string;
  said: FigureSaid[];
  trend: { first_day: string; last_day: string; coverage: CustomerShare }[];
};

/**
 * What stands on the cards of these personas, over all responses?
 *
 * A persona that was never calculated, or has no rules, is absent from the answer: there is nothing to show yet.
 * Cost: five statements whatever the number of personas and responses.
 */
export async function listPersonaFigures(
  trx: TenantTransaction,
  tenantId: number,
  personaIds: readonly number[],
): Promise<Map<number, PersonaFigures>> {
  const personas = await listScoredPersonas(trx, tenantId, { ids: personaIds });
  const scored = personas.filter(({ scoredEdition }) => scoredEdition !== null);
  if (scored.length === 0) return new Map();
  const thresholds = await loadBandThresholds(trx, tenantId);
  const counts = await listFigureCounts(trx, tenantId, scored.map(({ id }) => id), {});
  const trends = await listTrends(trx, tenantId, scored.map(({ id }) => id));
  return new Map(
    scored.map(({ id, ruleSet }) => {
      const { match_statistics, coverage, strong_coverage, verdict } = toFigures(counts.get(id) ?? NO_COUNTS, ruleSet, thresholds);
      const { total_responses, avg_match_score } = match_statistics;
      const trend = (trends.get(id) ?? []).map(({ firstDay, lastDay, respondents, matching }) => ({
        first_day: firstDay, last_day: lastDay, coverage: toCustomerShare(matching, respondents),
      }));
      return [id, { total_responses, avg_match_score, coverage, strong_coverage, verdict: verdict.word, said: verdict.said, trend }];
    }),
  );
}
