import { toEvidenceRatio, type Band } from '@likeness/core';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { storeMatches, type NewMatch } from './match.store.ts';
import { createPersonaScorer, type PersonaScorer, type ScorableResponse } from './persona-scorer.ts';
import { findScoringState, loadRules } from './persona-rules.queries.ts';
import { lockScoringShared } from './scoring-lock.ts';

/** A stored score of one response. `evidence` is 0..1. */
export type StoredScore = {
  personaId: number;
  personaName: string;
  edition: number;
  scoreHundredths: number;
  band: Band;
  evidence: number;
};

export type Scorer = {
  /**
   * Scores responses under every active persona that has been calculated, stores the scores, and answers them by
   * response id: higher score first, then more evidence, then the older persona. May be called many times.
   */
  score(responses: ScorableResponse[]): Promise<Map<number, StoredScore[]>>;
};

const MOST_TENANTS = 200;

/** What was last compiled for a tenant. Filed under all that it was compiled from, so it is never wrong, only unused. */
const compiled = new Map<number, { fingerprint: string; scorer: PersonaScorer }>();

/**
 * Makes ready for scoring new responses in this transaction. Call it **before** inserting them: it takes the tenant's
 * scoring lock, shared, until the transaction ends, and so either a calculation sees them or they see its result.
 *
 * Drafts, archived personas and those never calculated are not scored; their next calculation does it.
 *
 * Cost: two queries while nothing changed since the last time in this process, five otherwise.
 */
export async function openScorer(trx: TenantTransaction, tenantId: number): Promise<Scorer> {
  await lockScoringShared(trx, tenantId);
  const scorer = await findScorer(trx, tenantId);
  return {
    score: async (responses) => {
      const matches: NewMatch[] = [];
      const byResponse = new Map<number, StoredScore[]>();
      for (const response of responses) {
        const scores = scorer.score(response);
        const stored = scorer.personas.map((persona, index): StoredScore => {
          const score = scores[index];
          if (score === undefined) throw new Error('A persona gave no score.');
          matches.push({ personaId: persona.id, responseId: response.id, score });
          const { scoreHundredths, band } = score;
          return { personaId: persona.id, personaName: persona.name, edition: persona.edition, scoreHundredths, band, evidence: toEvidenceRatio(score) };
        });
        byResponse.set(response.id, stored.sort(bestFirst));
      }
      await storeMatches(trx, tenantId, matches);
      return byResponse;
    },
  };
}

/**
 * Stores the score of one response under one persona. The caller took the scoring lock and then read the persona's
 * scored edition, which the score was computed under.
 */
export async function storeScore(trx: TenantTransaction, tenantId: number, match: NewMatch): Promise<void> {
  await storeMatches(trx, tenantId, [match]);
}

async function findScorer(trx: TenantTransaction, tenantId: number): Promise<PersonaScorer> {
  const { fingerprint, editions } = await findScoringState(trx, tenantId);
  const known = compiled.get(tenantId);
  if (known?.fingerprint === fingerprint) return known.scorer;
  const scorer = createPersonaScorer(await loadRules(trx, tenantId, editions), await loadDictionaries(trx, tenantId));
  if (compiled.size >= MOST_TENANTS) compiled.clear();
  compiled.set(tenantId, { fingerprint, scorer });
  return scorer;
}

function bestFirst(a: StoredScore, b: StoredScore): number {
  return b.scoreHundredths - a.scoreHundredths || b.evidence - a.evidence || a.personaId - b.personaId;
}
