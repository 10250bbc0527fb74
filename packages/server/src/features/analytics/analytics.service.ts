import type { RuleSet } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { toBandThresholds, withDefaultSettings } from '../dictionary/tenant-settings.ts';
import { type Snapshot, toSnapshot } from '../snapshots/snapshot.ts';
import { type AnalyticsHead, getAnalyticsHead } from './analytics.queries.ts';
import { createEditionRules, type EditionRules } from './edition-rules.ts';
import { type FigureCounts, listFigureCounts } from './figure-counts.queries.ts';
import { type WindowDays, assertDays } from './response-window.ts';
import { toScoreHistogram } from './score-counts.ts';
import { type Figures, NO_COUNTS, toFigures } from './to-figures.ts';

/** Everything the dashboard's head shows, named as the contract names it. */
type Analytics = Figures & {
  score_histogram: Record<string, number>;
  persona_name: string;
  window: { startDate: string | null; endDate: string | null; time_zone: string };
  latest_data: Snapshot | null;
  edition: number | null;
  newest_edition: number;
  as_of: string;
};

export type AnalyticsService = {
  /**
   * How does a persona do in the responses submitted on these days?
   *
   * All figures belong to the edition that its scores were computed under and to one moment. Throws `not_found` for an
   * unknown persona, `invalid_input` for days in the wrong order.
   */
  getAnalytics(caller: Caller, personaId: number, days: WindowDays): Promise<Analytics>;
};

/** Counts that were asked for, filed under all that they are made from, so they are never wrong, only unused. */
type KnownCounts = Map<string, FigureCounts>;
const MOST_KNOWN_COUNTS = 5000;

/** `remembers` false: every answer is read and counted anew, as the first one is. */
type AnalyticsParts = { db: Database; clock: Clock; remembers?: boolean };

export function createAnalyticsService({ db, clock, remembers = true }: AnalyticsParts): AnalyticsService {
  const rules = createEditionRules({ remembers });
  const known: KnownCounts | null = remembers ? new Map() : null;
  return {
    getAnalytics: async (caller, personaId, { startDate, endDate }) => {
      const { tenantId } = caller;
      const days = { startDate, endDate };
      assertDays(days);
      return readTenant(db, tenantId, async (trx) => {
        const head = await getAnalyticsHead(trx, tenantId, personaId);
        const { ruleSet, isCalculated } = await findScoredRules(trx, rules, { tenantId, personaId }, head);
        const counts = isCalculated ? await findCounts(trx, known, { tenantId, personaId, days }, head.countsVersion) : NO_COUNTS;
        return {
          persona_name: head.name,
          window: { startDate: startDate ?? null, endDate: endDate ?? null, time_zone: head.timeZone },
          ...toFigures(counts, ruleSet, toBandThresholds(withDefaultSettings(head.settings).bands), { isCalculated }),
          score_histogram: toScoreHistogram(counts.scores),
          latest_data: head.snapshot && toSnapshot(head.snapshot),
          edition: isCalculated ? head.scoredEdition : null,
          newest_edition: head.newestEdition,
          as_of: clock.now().toISOString(),
        };
      });
    },
  };
}

/** The rules that the stored scores belong to. When the author took all rules out, what was scored before says nothing. */
async function findScoredRules(
  trx: TenantTransaction,
  rules: EditionRules,
  persona: { tenantId: number; personaId: number },
  { newestEdition, newestVersion, scoredEdition, scoredVersion }: AnalyticsHead,
): Promise<{ ruleSet: RuleSet | null; isCalculated: boolean }> {
  const newest = newestVersion === null ? null : await rules.find(trx, { ...persona, edition: newestEdition, version: newestVersion });
  if (newest === null || scoredVersion === null) return { ruleSet: null, isCalculated: false };
  const edition = scoredEdition ?? newestEdition;
  const ruleSet = edition === newestEdition ? newest : await rules.find(trx, { ...persona, edition, version: scoredVersion });
  return { ruleSet, isCalculated: scoredEdition !== null };
}

type Question = { tenantId: number; personaId: number; days: WindowDays };

async function findCounts(
  trx: TenantTransaction,
  known: KnownCounts | null,
  { tenantId, personaId, days }: Question,
  /** null while there are responses that are not counted yet. */
  version: string | null,
): Promise<FigureCounts> {
  const key = version === null ? null : `${tenantId}/${personaId}/${days.startDate ?? ''}/${days.endDate ?? ''}/${version}`;
  const found = key === null ? undefined : known?.get(key);
  if (found !== undefined) return found;
  const counts = (await listFigureCounts(trx, tenantId, [personaId], days, version === null)).get(personaId) ?? NO_COUNTS;
  if (key === null || known === null) return counts;
  if (known.size >= MOST_KNOWN_COUNTS) known.clear();
  known.set(key, counts);
  return counts;
}
