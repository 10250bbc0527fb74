import type { Caller } from '../../access/caller.ts';
import type { JsonObject } from '../../db/tables.ts';
import type { WindowDays } from '../analytics/response-window.ts';
import type { PeopleService } from '../insights/people.service.ts';
import type { MatchedAttributes } from '../matching/explain-match.ts';
import type { TopMatchService } from '../matching/top-matches.service.ts';
import { type ExportTable, type ListColumn, toListTable } from './export-table.ts';
import { type AnswerColumn, toAnswerCells } from './response-columns.ts';

/** Finding the best of a million, and the people of a frame, costs as much for few as for many: so many at once. */
const AT_ONCE = 5000;

type ItemOf<List extends (...given: never[]) => Promise<{ items: unknown[] }>> = Awaited<ReturnType<List>>['items'][number];
type TopMatch = ItemOf<TopMatchService['getTopMatches']>;
type ScoredPerson = ItemOf<PeopleService['listPersonaPeople']>;
type Person = ItemOf<PeopleService['listPortfolioPeople']>;

type Answered = { response_id: number; submitted_at: string; response_data: JsonObject };

const ID: ListColumn<Answered> = { name: 'response_id', kind: 'number', of: (row) => row.response_id };
const SUBMITTED: ListColumn<Answered> = { name: 'submitted_at', kind: 'moment', of: (row) => row.submitted_at };
const SCORED: ListColumn<{ match_score: number; band: string; evidence: number }>[] = [
  { name: 'match_score', kind: 'score', of: (row) => row.match_score },
  { name: 'band', kind: 'value', of: (row) => row.band },
  { name: 'evidence', kind: 'number', of: (row) => row.evidence },
];
const WHO: ListColumn<Answered & { respondent_id: number | null; respondent_key: string | null }>[] = [
  ID,
  { name: 'respondent_id', kind: 'number', of: (row) => row.respondent_id },
  { name: 'respondent_key', kind: 'value', of: (row) => row.respondent_key },
  SUBMITTED,
];

/** All responses scored for a persona, best first, with the rules that each passes, misses and leaves open. */
export function toTopMatchTable(topMatches: TopMatchService, caller: Caller, personaId: number, days: WindowDays, answers: readonly AnswerColumn[]): Promise<ExportTable> {
  const rules = (name: string, isMeant: (reason: MatchedAttributes[string]) => boolean): ListColumn<{ matched_attributes: MatchedAttributes }> => ({
    name, kind: 'value',
    of: (row) => Object.entries(row.matched_attributes).flatMap(([rule, reason]) => (isMeant(reason) ? [rule] : [])).join('; '),
  });
  const reasons = [
    rules('matched_rules', ({ match }) => match),
    rules('unmatched_rules', ({ match, answered }) => !match && answered),
    rules('unanswered_rules', ({ match, answered }) => !match && !answered),
  ];
  return toListTable<TopMatch>([ID, SUBMITTED, ...SCORED, ...reasons, ...toAnswerListColumns(answers)], (cursor) =>
    topMatches.getTopMatches(caller, personaId, { ...days, limit: AT_ONCE, cursor }),
  );
}

type PersonaPeople = Omit<Parameters<PeopleService['listPersonaPeople']>[2], 'limit' | 'cursor'>;
type PortfolioPeople = Omit<Parameters<PeopleService['listPortfolioPeople']>[1], 'limit' | 'cursor'>;

/** The respondents behind a figure of a persona, as the list of people has them. */
export function toPersonaPeopleTable(people: PeopleService, caller: Caller, personaId: number, wanted: PersonaPeople, answers: readonly AnswerColumn[]): Promise<ExportTable> {
  return toListTable<ScoredPerson>([...WHO, ...SCORED, ...toAnswerListColumns(answers)], (cursor) =>
    people.listPersonaPeople(caller, personaId, { ...wanted, limit: AT_ONCE, cursor }),
  );
}

/** The respondents behind a figure of the portfolio, as the list of people has them. */
export function toPortfolioPeopleTable(people: PeopleService, caller: Caller, wanted: PortfolioPeople, answers: readonly AnswerColumn[]): Promise<ExportTable> {
  return toListTable<Person>([...WHO, ...toAnswerListColumns(answers)], (cursor) => people.listPortfolioPeople(caller, { ...wanted, limit: AT_ONCE, cursor }));
}

function toAnswerListColumns(answers: readonly AnswerColumn[]): ListColumn<{ response_data: JsonObject }>[] {
  return answers.map((answer) => ({ name: answer.key, kind: answer.kind, of: (row) => toAnswerCells([answer], row.response_data)[0] ?? null }));
}
