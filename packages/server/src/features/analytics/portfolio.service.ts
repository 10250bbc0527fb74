import { dayOf } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant, readTenantWithScratch } from '../../db/tenant-scope.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import type { FrameService } from '../frames/frame-service.ts';
import { FrameTooLarge } from '../frames/frame-too-large.ts';
import { toDayWindow } from './day-window.ts';
import { type Level, type Portfolio, toMeasuredPersona, toPortfolioAnswer } from './portfolio-answer.ts';
import { countPortfolioBySql } from './portfolio-by-sql.ts';
import type { PortfolioInput, RuledPersona } from './portfolio.job.ts';
import { findWindowEnds } from './portfolio.queries.ts';
import { type WindowDays, toResponseWindow } from './response-window.ts';
import { listScoredPersonas } from './scored-personas.queries.ts';

export type PortfolioRequest = WindowDays & { level?: Level };

export type PortfolioService = {
  /**
   * Whom do the active personas stand for together, and whom does none?
   *
   * Personas without rules, or not calculated yet, take no part. Respondents count by their latest response in the
   * window. Throws `invalid_input` for days in the wrong order.
   *
   * Cost: two passes over the tenant's frame for each persona; where responses do not fit into memory, two passes in the
   * database.
   */
  getPortfolio(caller: Caller, request: PortfolioRequest, signal?: AbortSignal): Promise<Portfolio & { as_of: string }>;
};

type Sources = { db: Database; frames: FrameService };

export function createPortfolioService({ db, clock, frames }: Sources & { clock: Clock }): PortfolioService {
  return {
    getPortfolio: async (caller, request, signal) => ({
      ...(await readPortfolio({ db, frames }, caller, { request, signal })),
      as_of: clock.now().toISOString(),
    }),
  };
}

/** The active personas that have stored scores, with the rules of these, by id. */
export async function listRuledPersonas(trx: TenantTransaction, tenantId: number): Promise<RuledPersona[]> {
  const active = await listScoredPersonas(trx, tenantId, 'active');
  return active.flatMap(({ id, name, scoredEdition, ruleSet }) => (scoredEdition === null || ruleSet === null ? [] : [{ id, name, edition: scoredEdition, ruleSet }]));
}

type PortfolioQuestion = { request: PortfolioRequest; signal: AbortSignal | undefined };

async function readPortfolio({ db, frames }: Sources, { tenantId }: Caller, { request, signal }: PortfolioQuestion): Promise<Portfolio> {
  const input = await readTenant(db, tenantId, async (trx): Promise<PortfolioInput> => {
    const { timeZone } = await loadDictionaries(trx, tenantId);
    return { personas: await listRuledPersonas(trx, tenantId), window: toDayWindow(request, timeZone), level: request.level ?? 'match' };
  });
  try {
    return await frames.run(tenantId, 'portfolio', input, signal ? { signal } : {});
  } catch (error) {
    if (!(error instanceof FrameTooLarge)) throw error;
  }
  return readTenantWithScratch(db, tenantId, async (trx, session) => {
    const dictionaries = await loadDictionaries(trx, tenantId);
    const { thresholds, timeZone } = dictionaries;
    const window = toResponseWindow(request, timeZone);
    const { personas, ...counted } = await countPortfolioBySql({ trx, session, tenantId, dictionaries }, { personas: input.personas, window, thresholds, signal });
    const { first, last } = await findWindowEnds(trx, tenantId, window);
    const measured = input.personas.map((persona, index) => toMeasuredPersona(persona, personas[index] ?? [], thresholds));
    return toPortfolioAnswer({ ...counted, personas: measured, firstDay: first && dayOf(first, timeZone), lastDay: last && dayOf(last, timeZone) }, input.level);
  });
}
