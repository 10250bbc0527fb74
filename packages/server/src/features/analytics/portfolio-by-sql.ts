import { bestPersona, levelOf } from '@likeness/core';
import type { BandThresholds, Combination, Score, ScoreTally } from '@likeness/core';
import type { SqlSource } from '../scoring/sql/answer-book.ts';
import { countBySql } from '../scoring/sql/count-by-sql.ts';
import type { RuledPersona } from './portfolio.job.ts';
import { createTallies } from './preview-by-sql.ts';
import type { ResponseWindow } from './response-window.ts';

type SqlPortfolio = { personas: readonly RuledPersona[]; window: ResponseWindow; thresholds: BandThresholds; signal: AbortSignal | undefined };

/** Respondents at the same levels, among whose personas the same ones are best but for their sizes. */
type Undecided = { levels: number[]; tied: { position: number; score: Score }[]; respondents: number };

/**
 * Which personas do the respondents of a window fit together, and which one is each one's best? Counted inside the
 * database: the same as `countCombinations`, for a tenant whose frame does not fit into memory.
 *
 * The transaction must see one moment throughout (`readTenantWithScratch`).
 */
export async function countPortfolioBySql(
  source: SqlSource,
  { personas, window, thresholds, signal }: SqlPortfolio,
): Promise<{ personas: ScoreTally[][]; combinations: Combination[]; responses: number }> {
  const tallies = personas.map(({ ruleSet }) => createTallies(ruleSet, thresholds));
  const undecided = new Map<string, Undecided>();
  let total = 0;
  for await (const counts of countBySql(source, { ruleSets: personas.map(({ ruleSet }) => ruleSet), window, ...(signal && { signal }) })) {
    for (const { ruleOutcomes, responses, respondents } of counts) {
      total += responses;
      const scores = tallies.map((tally, position) => tally.add(ruleOutcomes[position] ?? '', responses, respondents));
      const levels = scores.map(levelOf);
      const tied = listBest(scores);
      const key = `${levels.join()} ${tied.map(({ position }) => position).join()}`;
      const known = undecided.get(key);
      if (known) known.respondents += respondents;
      else undecided.set(key, { levels, tied, respondents });
    }
  }
  const found = tallies.map((tally) => tally.list());
  const sizes = found.map((list) => list.reduce((sum, { score, respondents }) => (score.band === 'weak' ? sum : sum + respondents), 0));
  const combinations = [...undecided.values()].map(({ levels, tied, respondents }) => {
    const best = bestPersona(tied.map(({ position, score }) => ({ id: personas[position]?.id ?? 0, score, respondents: sizes[position] ?? 0 })));
    return { levels, primary: best === null ? -1 : personas.findIndex(({ id }) => id === best.id), respondents };
  });
  return { personas: found, combinations: combinations.filter(({ respondents }) => respondents > 0), responses: total };
}

/** The matching scores that no other one beats by score, then evidence. */
function listBest(scores: readonly Score[]): Undecided['tied'] {
  const matching = scores.flatMap((score, position) => (score.band === 'weak' ? [] : [{ position, score, evidence: score.answeredWeight / score.totalWeight }]));
  const highest = Math.max(...matching.map(({ score }) => score.scoreHundredths));
  const leading = matching.filter(({ score }) => score.scoreHundredths === highest);
  const most = Math.max(...leading.map(({ evidence }) => evidence));
  return leading.filter(({ evidence }) => evidence === most).map(({ position, score }) => ({ position, score }));
}
