import { dayOf } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { listFigureCounts } from './figure-counts.queries.ts';
import { type Level, type Portfolio, type PortfolioFacts, toPortfolioAnswer } from './portfolio-answer.ts';
import { listPersonaPatterns, summariseWindow } from './portfolio.queries.ts';
import { type WindowDays, toResponseWindow } from './response-window.ts';
import { listScoredPersonas } from './scored-personas.queries.ts';
import { NO_COUNTS, toFigures } from './to-figures.ts';

export type PortfolioService = {
  /**
   * Whom do the active personas stand for together, and whom does none?
   *
   * Personas without rules, or not calculated yet, take no part. Respondents count by their latest response in the
   * window. Throws `invalid_input` for days in the wrong order.
   */
  getPortfolio(caller: Caller, request: WindowDays & { level?: Level }): Promise<Portfolio & { as_of: string }>;
};

export function createPortfolioService({ db, clock }: { db: Database; clock: Clock }): PortfolioService {
  return {
    getPortfolio: async (caller, { level = 'match', ...days }) => ({
      ...toPortfolioAnswer(await readFacts(db, caller.tenantId, days), level),
      as_of: clock.now().toISOString(),
    }),
  };
}

function readFacts(db: Database, tenantId: number, days: WindowDays): Promise<PortfolioFacts> {
  return readTenant(db, tenantId, async (trx) => {
    const { timeZone, thresholds } = await loadDictionaries(trx, tenantId);
    const window = toResponseWindow(days, timeZone);
    const active = await listScoredPersonas(trx, tenantId, 'active');
    const scored = active.filter(({ scoredEdition }) => scoredEdition !== null);
    const ids = scored.map(({ id }) => id);
    const counts = await listFigureCounts(trx, tenantId, ids, window);
    const { responses, first, last } = await summariseWindow(trx, tenantId, window);
    return {
      personas: scored.map(({ id, name, scoredEdition, ruleSet }) => {
        const own = counts.get(id) ?? NO_COUNTS;
        return { id, name, edition: scoredEdition ?? 0, counts: own, verdict: toFigures(own, ruleSet, thresholds).verdict.word };
      }),
      patterns: await listPersonaPatterns(trx, tenantId, ids, window),
      responses,
      firstDay: first && dayOf(first, timeZone),
      lastDay: last && dayOf(last, timeZone),
    };
  });
}
