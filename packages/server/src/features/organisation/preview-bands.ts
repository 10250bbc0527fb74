import { toScore, type Band, type BandThresholds, type RuleOutcome, type RuleSet } from '@likeness/core';
import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { loadBandThresholds } from '../dictionary/dictionary.queries.ts';
import { toBandThresholds, type TenantSettings } from '../dictionary/tenant-settings.ts';
import { listScoredEditions, loadRules } from '../scoring/persona-rules.queries.ts';

export type BandCounts = Record<Band, number>;
/** Responses of one persona by band, under the thresholds of now and of then. */
export type BandChange = { persona_id: number; persona_name: string; before: BandCounts; after: BandCounts };

const OUTCOMES: Readonly<Record<string, RuleOutcome>> = { '+': 'matched', '-': 'unmatched', '?': 'unanswered' };

/**
 * What would other thresholds make of the stored scores of each active persona that has been calculated?
 *
 * Decided as a calculation would, on the exact fraction of weights, from the counts of combinations of outcomes: its cost
 * does not grow with the responses.
 */
export async function previewBands(trx: TenantTransaction, tenantId: number, bands: TenantSettings['bands']): Promise<BandChange[]> {
  const [thresholds, others] = [await loadBandThresholds(trx, tenantId), toBandThresholds(bands)];
  const counts = await countOutcomes(trx, tenantId);
  const personas = await loadRules(trx, tenantId, await listScoredEditions(trx, tenantId));
  return personas.map(({ id, name, ruleSet }) => {
    const own = counts.get(id) ?? new Map<string, number>();
    return { persona_id: id, persona_name: name, before: toBands(ruleSet, own, thresholds), after: toBands(ruleSet, own, others) };
  });
}

function toBands(ruleSet: RuleSet, counts: ReadonlyMap<string, number>, thresholds: BandThresholds): BandCounts {
  const bands: BandCounts = { strong: 0, moderate: 0, weak: 0 };
  for (const [signs, responses] of counts) bands[toScore(ruleSet, [...signs].map((sign) => OUTCOMES[sign] ?? 'unanswered'), thresholds).band] += responses;
  return bands;
}

/** How many responses have each combination of outcomes, by persona; those that wait to be counted included. */
async function countOutcomes(trx: TenantTransaction, tenantId: number): Promise<Map<number, Map<string, number>>> {
  const { rows } = await sql<{ personaId: number; ruleOutcomes: string; responses: number }>`
    SELECT persona_id AS "personaId", rule_outcomes AS "ruleOutcomes", sum(responses)::bigint AS responses
    FROM (
      SELECT persona_id, rule_outcomes, responses FROM persona_outcome_counts WHERE tenant_id = ${tenantId}
      UNION ALL
      SELECT persona_id, rule_outcomes, responses FROM pending_day_counts WHERE tenant_id = ${tenantId}
    ) AS counted
    GROUP BY persona_id, rule_outcomes`.execute(trx);
  const counts = new Map<number, Map<string, number>>();
  for (const { personaId, ruleOutcomes, responses } of rows) {
    const own = counts.get(personaId) ?? new Map<string, number>();
    counts.set(personaId, own.set(ruleOutcomes, responses));
  }
  return counts;
}
