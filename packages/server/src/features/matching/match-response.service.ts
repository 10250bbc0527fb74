import { compilePredicate, toEvidenceRatio } from '@likeness/core';
import type { Band } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { Failure, notFound } from '../../failures/failure.ts';
import { getScoredPersona } from '../analytics/scored-personas.queries.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { lockScoringShared } from '../scoring/scoring-lock.ts';
import { storeScore } from '../scoring/scoring.service.ts';
import { type MatchedAttributes, explainMatch } from './explain-match.ts';
import { findResponse } from './response.queries.ts';

/** The score of one response and the reason for each rule; `evidence` is 0..1. */
type MatchResult = {
  score: number;
  matchedAttributes: MatchedAttributes;
  totalRules: number;
  matchedRules: number;
  evidence: number;
  band: Band;
  edition: number;
};

export type MatchResponseService = {
  /**
   * How well does one response fit a persona, now? Stores the score, whatever the persona's status.
   *
   * Scored under the edition that the persona's other scores belong to. Before the first calculation there is none: then
   * the newest edition answers and nothing is stored, because a single score would pass for a finished calculation.
   * Throws `not_found` for an unknown persona or response, `no_rules` for a persona without rules.
   */
  matchResponse(caller: Caller, personaId: number, responseId: number): Promise<MatchResult>;
};

export function createMatchResponseService({ db }: { db: Database }): MatchResponseService {
  return {
    matchResponse: (caller, personaId, responseId) =>
      withTenant(db, caller.tenantId, async (trx) => {
        const { tenantId } = caller;
        // First of all: the scored edition that is read next stays the scored one until the score is stored.
        await lockScoringShared(trx, tenantId);
        const { ruleSet, scoredEdition, newestEdition } = await getScoredPersona(trx, tenantId, personaId);
        if (ruleSet === null) throw new Failure('no_rules', 'The persona has no rules yet, so nothing can be scored.');
        const response = await findResponse(trx, tenantId, responseId);
        if (response === null) throw notFound('response');
        const { thresholds, forForm } = await loadDictionaries(trx, tenantId);
        const dictionary = forForm(response.formId);
        const score = compilePredicate(ruleSet, dictionary, thresholds).score(response.responseData);
        if (scoredEdition !== null) await storeScore(trx, tenantId, { personaId, responseId, score });
        return {
          score: score.scoreHundredths / 100,
          matchedAttributes: explainMatch(ruleSet, dictionary, response.responseData),
          totalRules: ruleSet.rules.length,
          matchedRules: score.outcomes.filter((outcome) => outcome === 'matched').length,
          evidence: toEvidenceRatio(score),
          band: score.band,
          edition: scoredEdition ?? newestEdition,
        };
      }),
  };
}
