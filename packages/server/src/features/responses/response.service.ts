import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { invalidInput, notFound } from '../../failures/failure.ts';
import { fromCursor, toPage } from '../../http/cursor.ts';
import { toResponseWindow, type WindowDays } from '../analytics/response-window.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { explainMatch, type MatchedAttributes } from '../matching/explain-match.ts';
import { loadRules } from '../scoring/persona-rules.queries.ts';
import { findRespondent, listRespondents, type Respondent } from './respondent.queries.ts';
import { findResponse, listResponses, type ResponseFilter, type StoredResponse } from './response.queries.ts';
import { listScores, type PersonaScore } from './score.queries.ts';
import { searchWithin } from './search-within.ts';

type Page<T> = { items: T[]; next_cursor: string | null };
type PageOf = { limit: number; cursor?: string | undefined };

/** A response with its scores, and for each rule of each persona why it matched or did not. */
export type ExplainedResponse = StoredResponse & { scores: (PersonaScore & { matched_attributes: MatchedAttributes })[] };

export type ResponseService = {
  list(caller: Caller, page: PageOf & Omit<ResponseFilter, 'window'> & WindowDays): Promise<Page<StoredResponse>>;
  get(caller: Caller, responseId: number): Promise<ExplainedResponse>;
  listRespondents(caller: Caller, page: PageOf & { respondentKey?: string | undefined; keyContains?: string | undefined }): Promise<Page<Respondent>>;
  getRespondent(caller: Caller, respondentId: number): Promise<Respondent>;
};

const SEARCH_LIMIT_MS = 10_000;

/** What was answered, and by whom. `searchLimitMs` is how long answers may be searched. */
export function createResponseService({ db, searchLimitMs = SEARCH_LIMIT_MS }: { db: Database; searchLimitMs?: number }): ResponseService {
  return {
    list: ({ tenantId }, { limit, cursor, startDate, endDate, ...filter }) => {
      assertResponseFilter(filter);
      const position = fromCursor(cursor, ['number', 'number']);
      const before = position && { submittedUs: Number(position[0]), id: Number(position[1]) };
      return readTenant(db, tenantId, async (trx) => {
        const { timeZone } = await loadDictionaries(trx, tenantId);
        const window = toResponseWindow({ startDate, endDate }, timeZone);
        const list = () => listResponses(trx, tenantId, { ...filter, window, before, limit: limit + 1 });
        const isSearch = filter.text !== undefined || filter.answer !== undefined;
        const rows = isSearch ? await searchWithin(trx, searchLimitMs, list) : await list();
        return toPage(rows, limit, ({ response }) => response, ({ response, submittedUs }) => [submittedUs, response.id]);
      });
    },
    get: ({ tenantId }, responseId) => readTenant(db, tenantId, (trx) => getExplained(trx, tenantId, responseId)),
    listRespondents: ({ tenantId }, { limit, cursor, ...filter }) => {
      const [afterId = 0] = fromCursor(cursor, ['number']) ?? [];
      return readTenant(db, tenantId, async (trx) => {
        const rows = await listRespondents(trx, tenantId, { afterId: Number(afterId), ...filter, limit: limit + 1 });
        return toPage(rows, limit, (respondent) => respondent, (respondent) => [respondent.id]);
      });
    },
    getRespondent: ({ tenantId }, respondentId) =>
      readTenant(db, tenantId, async (trx) => {
        const respondent = await findRespondent(trx, tenantId, respondentId);
        if (respondent === null) throw notFound('respondent');
        return respondent;
      }),
  };
}

/** Throws `invalid_input` for a filter of which a half is missing. */
export function assertResponseFilter(filter: Omit<ResponseFilter, 'window'>): void {
  if (filter.band !== undefined && filter.personaId === undefined) {
    throw invalidInput([{ path: 'query.band', message: 'needs persona_id: a band is always a persona’s' }]);
  }
  if ((filter.attribute === undefined) !== (filter.answer === undefined)) {
    const missing = filter.attribute === undefined ? 'attribute' : 'answer';
    throw invalidInput([{ path: `query.${missing}`, message: 'is missing: attribute and answer go together' }]);
  }
}

async function getExplained(trx: TenantTransaction, tenantId: number, responseId: number): Promise<ExplainedResponse> {
  const response = await findResponse(trx, tenantId, responseId);
  if (response === null) throw notFound('response');
  const scores = await listScores(trx, tenantId, responseId);
  const editions = scores.map(({ persona_id, edition }) => ({ personaId: persona_id, edition }));
  const rules = new Map((await loadRules(trx, tenantId, editions)).map((persona) => [persona.id, persona.ruleSet]));
  const dictionary = (await loadDictionaries(trx, tenantId)).forForm(response.form_id);
  return {
    ...response,
    scores: scores.map((score) => {
      const ruleSet = rules.get(score.persona_id);
      return { ...score, matched_attributes: ruleSet ? explainMatch(ruleSet, dictionary, response.response_data) : {} };
    }),
  };
}
