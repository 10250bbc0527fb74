import { toEvidenceRatio, type Band, type Score } from '@likeness/core';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { recountResponse } from '../counts/day-counts.service.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { insertMatches, insertOutcomeScores, replaceMatch, type NewMatch, type NewOutcomeScore } from './match.store.ts';
import { toOutcomeScore, toRuleOutcomes } from './outcome-score.ts';
import { createPersonaScorer, type PersonaScorer, type ScorableResponse } from './persona-scorer.ts';
import { findScoringFingerprint, listScoredEditions, loadRules } from './persona-rules.queries.ts';
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
   * Scores new responses under every active persona that has been calculated, stores the scores, and answers them by
   * response id: higher score first, then more evidence, then the older persona. May be called many times, once for a
   * response.
   */
  score(responses: readonly ScorableResponse[]): Promise<Map<number, StoredScore[]>>;
  /** Call it last in a long transaction (`isLong`): without it the scores that it stored cannot be read. Otherwise nothing is left to do. */
  finish(): Promise<void>;
  /**
   * Call it when the transaction has been committed: what it stored about combinations of outcomes is not sent again.
   * Never calling it costs a little time and nothing else.
   */
  confirm(): void;
};

const MOST_TENANTS = 200;
/** Combinations remembered of one tenant; beyond it they are forgotten and learnt anew. */
const MOST_COMBINATIONS = 100_000;

/** `combinations` are stored for sure: `personaId/outcomes` of committed transactions. */
type Compiled = { fingerprint: string; scorer: PersonaScorer; combinations: Set<string> };

/** What was last compiled for a tenant. Filed under all that it was compiled from, so it is never wrong, only unused. */
const compiled = new Map<number, Compiled>();

/**
 * Makes ready for scoring new responses in this transaction. Call it **before** inserting them: it takes the tenant's
 * scoring lock, shared, until the transaction ends, and so either a calculation sees them or they see its result.
 *
 * Drafts, archived personas and those never calculated are not scored; their next calculation does it.
 *
 * `isLong` is for transactions that store many batches: what combinations of outcomes are worth, which everybody stores under
 * the same key, is then stored by `finish`, so that nobody who meets the same combination waits for the batches.
 *
 * Cost: two queries while nothing changed since the last time in this process, six otherwise.
 */
export async function openScorer(trx: TenantTransaction, tenantId: number, { isLong = false } = {}): Promise<Scorer> {
  await lockScoringShared(trx, tenantId);
  const known = await findCompiled(trx, tenantId);
  const unconfirmed = new Set<string>();
  let newScores: NewOutcomeScore[] = [];
  const takeScores = (): NewOutcomeScore[] => {
    const taken = newScores;
    newScores = [];
    return taken;
  };
  return {
    score: async (responses) => {
      const matches: NewMatch[] = [];
      const byResponse = new Map<number, StoredScore[]>();
      const note = (personaId: number, responseId: number, score: Score): void => {
        const ruleOutcomes = toRuleOutcomes(score);
        matches.push({ personaId, responseId, ruleOutcomes });
        const combination = `${personaId}/${ruleOutcomes}`;
        if (known.combinations.has(combination) || unconfirmed.has(combination)) return;
        unconfirmed.add(combination);
        newScores.push({ personaId, score: toOutcomeScore(score) });
      };
      for (const response of responses) {
        const scores = known.scorer.score(response);
        const stored = known.scorer.personas.map(({ id, name, edition }, index): StoredScore => {
          const score = scores[index];
          if (score === undefined) throw new Error('A persona gave no score.');
          note(id, response.id, score);
          return { personaId: id, personaName: name, edition, scoreHundredths: score.scoreHundredths, band: score.band, evidence: toEvidenceRatio(score) };
        });
        byResponse.set(response.id, stored.sort(bestFirst));
      }
      await insertMatches(trx, tenantId, matches, isLong ? [] : takeScores());
      return byResponse;
    },
    finish: () => insertOutcomeScores(trx, tenantId, takeScores()),
    confirm: () => {
      if (known.combinations.size + unconfirmed.size > MOST_COMBINATIONS) known.combinations.clear();
      for (const combination of unconfirmed) known.combinations.add(combination);
      unconfirmed.clear();
    },
  };
}

/**
 * Stores the score of one response under one persona. The caller took the scoring lock and then read the persona's
 * scored edition, which the score was computed under.
 */
export async function storeScore(
  trx: TenantTransaction,
  tenantId: number,
  { personaId, responseId, score }: { personaId: number; responseId: number; score: Score },
): Promise<void> {
  const ruleOutcomes = toRuleOutcomes(score);
  await recountResponse(trx, tenantId, { personaId, responseId, ruleOutcomes });
  await replaceMatch(trx, tenantId, { personaId, responseId, ruleOutcomes }, toOutcomeScore(score));
}

async function findCompiled(trx: TenantTransaction, tenantId: number): Promise<Compiled> {
  const fingerprint = await findScoringFingerprint(trx, tenantId);
  const known = compiled.get(tenantId);
  if (known?.fingerprint === fingerprint) return known;
  const scorer = createPersonaScorer(await loadRules(trx, tenantId, await listScoredEditions(trx, tenantId)), await loadDictionaries(trx, tenantId));
  if (compiled.size >= MOST_TENANTS) compiled.clear();
  const fresh: Compiled = { fingerprint, scorer, combinations: new Set() };
  compiled.set(tenantId, fresh);
  return fresh;
}

function bestFirst(a: StoredScore, b: StoredScore): number {
  return b.scoreHundredths - a.scoreHundredths || b.evidence - a.evidence || a.personaId - b.personaId;
}
