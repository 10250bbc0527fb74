import type { Band, Dictionary, RuleSet } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { fromCursor, toPage } from '../../http/cursor.ts';
import { type WindowDays, toResponseWindow } from '../analytics/response-window.ts';
import { getScoredPersona } from '../analytics/scored-personas.queries.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { type MatchedAttributes, explainMatch } from './explain-match.ts';
import { type TopMatchPosition, type TopMatchRow, listTopMatches } from './top-matches.queries.ts';

/** One response and why it has its score. */
type TopMatch = {
  response_id: number;
  match_score: number;
  band: Band;
  evidence: number;
  matched_attributes: MatchedAttributes;
  submitted_at: string;
  response_data: JsonObject;
};

type TopMatchPage = { items: TopMatch[]; next_cursor: string | null };

export type TopMatchService = {
  /**
   * Which responses match a persona best, one page at a time? See `listTopMatches` for the order.
   *
   * A persona without rules or scores has an empty page. The reasons are worked out now, with the rules the scores belong to.
   * Throws `not_found` for an unknown persona, `invalid_input` for a cursor of another list or days in the wrong order.
   */
  getTopMatches(caller: Caller, personaId: number, request: WindowDays & { limit: number; cursor?: string | undefined }): Promise<TopMatchPage>;
};

const BANDS: Record<0 | 1 | 2, Band> = { 0: 'weak', 1: 'moderate', 2: 'strong' };

export function createTopMatchService({ db }: { db: Database }): TopMatchService {
  return {
    getTopMatches: (caller, personaId, { limit, cursor, ...days }) =>
      readTenant(db, caller.tenantId, async (trx) => {
        const { tenantId } = caller;
        const { ruleSet } = await getScoredPersona(trx, tenantId, personaId);
        const { timeZone, forForm } = await loadDictionaries(trx, tenantId);
        const window = toResponseWindow(days, timeZone);
        // What `toPosition` put there: four numbers.
        const after = fromCursor(cursor, ['number', 'number', 'number', 'number']) as TopMatchPosition | null;
        if (ruleSet === null) return { items: [], next_cursor: null };
        const rows = await listTopMatches(trx, tenantId, personaId, { window, after, limit: limit + 1 });
        return toPage(rows, limit, (row) => toTopMatch(row, ruleSet, forForm(row.formId)), toPosition);
      }),
  };
}

function toTopMatch(row: TopMatchRow, ruleSet: RuleSet, dictionary: Dictionary): TopMatch {
  return {
    response_id: row.responseId,
    match_score: row.matchScore,
    band: BANDS[row.band],
    evidence: row.evidence,
    matched_attributes: explainMatch(ruleSet, dictionary, row.responseData),
    submitted_at: row.submittedAt.toISOString(),
    response_data: row.responseData,
  };
}

function toPosition({ matchScore, evidence, submittedAtUs, responseId }: TopMatchRow): TopMatchPosition {
  return [matchScore, evidence, submittedAtUs, responseId];
}
