import { LEVEL_COUNT, levelOf, toScore } from '@likeness/core';
import type { BandThresholds, CountedScores, RuleOutcome, RuleSet, Score, ScoreTally } from '@likeness/core';
import type { SqlSource } from '../scoring/sql/answer-book.ts';
import { countBySql } from '../scoring/sql/count-by-sql.ts';
import type { ResponseWindow } from './response-window.ts';

const OUTCOMES: Readonly<Record<string, RuleOutcome>> = { '+': 'matched', '-': 'unmatched', '?': 'unanswered' };

type SqlPreview = { ruleSet: RuleSet; present: RuleSet | null; window: ResponseWindow; thresholds: BandThresholds; signal: AbortSignal | undefined };

/**
 * What do these rules find in a window, and whom would they move? Counted inside the database: the same as `countScores`,
 * for a tenant whose frame does not fit into memory.
 *
 * The transaction must see one moment throughout (`readTenantWithScratch`).
 */
export async function countPreviewBySql(source: SqlSource, { ruleSet, present, window, thresholds, signal }: SqlPreview): Promise<CountedScores> {
  const now = createTallies(ruleSet, thresholds);
  const before = present && createTallies(present, thresholds);
  const moves = new Float64Array(LEVEL_COUNT * LEVEL_COUNT);
  const question = { ruleSets: present ? [ruleSet, present] : [ruleSet], window, ...(signal && { signal }) };
  for await (const counts of countBySql(source, question)) {
    for (const { ruleOutcomes: [nowOutcomes = '', beforeOutcomes = ''], responses, respondents } of counts) {
      const score = now.add(nowOutcomes, responses, respondents);
      if (before === null) continue;
      const cell = levelOf(before.add(beforeOutcomes, responses, respondents)) * LEVEL_COUNT + levelOf(score);
      moves[cell] = (moves[cell] ?? 0) + respondents;
    }
  }
  return { now: now.list(), before: before?.list() ?? null, moves };
}

/** Collects counts by the outcomes of one rule set, as the database writes them. */
export function createTallies(ruleSet: RuleSet, thresholds: BandThresholds) {
  const tallies = new Map<string, ScoreTally>();
  return {
    add(signs: string, responses: number, respondents: number): Score {
      let tally = tallies.get(signs);
      if (tally === undefined) {
        const outcomes = [...signs].map((sign) => OUTCOMES[sign] ?? 'unmatched');
        tally = { score: toScore(ruleSet, outcomes, thresholds), responses: 0, respondents: 0 };
        tallies.set(signs, tally);
      }
      tally.responses += responses;
      tally.respondents += respondents;
      return tally.score;
    },
    list: (): ScoreTally[] => [...tallies.values()],
  };
}
