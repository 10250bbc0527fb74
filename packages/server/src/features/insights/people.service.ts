import { type Band, compilePredicates, type RuleSet, type Score, toEvidenceRatio } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { invalidInput } from '../../failures/failure.ts';
import { fromCursor, toCursor } from '../../http/cursor.ts';
import { toDayWindow } from '../analytics/day-window.ts';
import type { Level } from '../analytics/portfolio-answer.ts';
import type { Difference } from '../analytics/preview-answer.ts';
import { toPreviewedRules } from '../analytics/preview.service.ts';
import type { WindowDays } from '../analytics/response-window.ts';
import { type Dictionaries, loadDictionaries } from '../dictionary/dictionary.queries.ts';
import type { FrameService } from '../frames/frame-service.ts';
import type { PeopleOutput } from './people.job.ts';
import { listPeople, type Person } from './people.queries.ts';
import { getPersonaRules } from './persona-rules.ts';
import { toPortfolioSelection } from './portfolio-selection.ts';
import type { PersonaSet, Selection, WantedOutcome } from './select-people.ts';

type Page = WindowDays & { limit: number; cursor?: string | undefined };
type PeoplePage<Item> = { items: Item[]; count: number; next_cursor: string | null };
type ScoredPerson = Person & { match_score: number; band: Band; evidence: number };
type MovedPerson = ScoredPerson & { previous_score: number; previous_band: Band };

export type PeopleService = {
  /** Who is behind a figure of a persona? Throws `not_found`, `no_rules`, and `invalid_input` for a rule it does not have. */
  listPersonaPeople(
    caller: Caller,
    personaId: number,
    page: Page & { set: PersonaSet; rule?: number | undefined; outcome: WantedOutcome },
    signal?: AbortSignal,
  ): Promise<PeoplePage<ScoredPerson>>;
  /** Who fits exactly these personas, or `with_others` at least these? `persona_ids` as `1,4`; empty: the gap. Throws `not_found` for one that takes no part. */
  listPortfolioPeople(caller: Caller, page: Page & { level: Level; persona_ids: string; with_others?: boolean }, signal?: AbortSignal): Promise<PeoplePage<Person>>;
  /** Who would move under new rules? Throws as a preview does, and `no_rules` when there is no edition to compare with. */
  listPreviewPeople(
    caller: Caller,
    page: Page & { mapping_rules: JsonObject; persona_id: number; change: keyof Difference },
    signal?: AbortSignal,
  ): Promise<PeoplePage<MovedPerson>>;
};

type Sources = { db: Database; frames: FrameService };

/** Pages by response id, newest first. Where responses do not fit into memory all of it throws `over_capacity`. */
export function createPeopleService({ db, frames }: Sources): PeopleService {
  const list = createLister({ db, frames });
  return {
    listPersonaPeople: (caller, personaId, page, signal) =>
      list(caller, page, signal, async (trx) => {
        const { ruleSet } = await getPersonaRules(trx, caller.tenantId, personaId);
        const selection: Selection = { by: 'persona', ruleSet, set: page.set, rule: toRule(page, ruleSet) };
        return { selection, scored: [ruleSet], toItem: (person, [score]) => ({ ...person, ...toScored(score) }) };
      }),
    listPortfolioPeople: (caller, page, signal) =>
      list(caller, page, signal, async (trx) => {
        const selection = await toPortfolioSelection(trx, caller.tenantId, page);
        return { selection, scored: [], toItem: (person) => person };
      }),
    listPreviewPeople: (caller, page, signal) =>
      list(caller, page, signal, async (trx, dictionaries) => {
        const ruleSet = toPreviewedRules(page.mapping_rules, dictionaries);
        const { ruleSet: present } = await getPersonaRules(trx, caller.tenantId, page.persona_id);
        const selection: Selection = { by: 'change', ruleSet, present, change: page.change };
        return { selection, scored: [ruleSet, present], toItem: (person, [now, before]) => ({ ...person, ...toScored(now), ...toPrevious(before) }) };
      }),
  };
}

/** How a list is chosen, and what of a person it shows: `toItem` gets the scores of `scored`, in their order. */
type Listing<Item> = { selection: Selection; scored: readonly RuleSet[]; toItem: (person: Person, scores: readonly Score[]) => Item };

function createLister({ db, frames }: Sources) {
  return async <Item>(
    { tenantId }: Caller,
    page: Page,
    signal: AbortSignal | undefined,
    choose: (trx: TenantTransaction, dictionaries: Dictionaries) => Promise<Listing<Item>>,
  ): Promise<PeoplePage<Item>> => {
    const [before = Number.MAX_SAFE_INTEGER] = (fromCursor(page.cursor, ['number']) ?? []) as number[];
    const { selection, scored, toItem, window } = await readTenant(db, tenantId, async (trx) => {
      const dictionaries = await loadDictionaries(trx, tenantId);
      return { window: toDayWindow(page, dictionaries.timeZone), ...(await choose(trx, dictionaries)) };
    });
    const { count, ids }: PeopleOutput = await frames.run(tenantId, 'people', { selection, window, before, limit: page.limit + 1 }, signal ? { signal } : {});
    const shown = ids.slice(0, page.limit);
    const items = await readTenant(db, tenantId, async (trx) => {
      const [dictionaries, people] = [await loadDictionaries(trx, tenantId), await listPeople(trx, tenantId, shown)];
      return people.map((person) => {
        const { scoreAll } = compilePredicates(scored, dictionaries.forForm(person.form_id), dictionaries.thresholds);
        return toItem(person, scoreAll(person.response_data));
      });
    });
    const last = shown.at(-1);
    return { items, count, next_cursor: ids.length > page.limit && last !== undefined ? toCursor([last]) : null };
  };
}

function toRule({ rule, outcome }: { rule?: number | undefined; outcome: WantedOutcome }, { rules }: RuleSet): { position: number; outcome: WantedOutcome } | null {
  if (rule === undefined) return null;
  if (rule >= rules.length) throw invalidInput([{ path: 'query.rule', message: `must be below ${rules.length}, the number of rules; they count from 0` }]);
  return { position: rule, outcome };
}

function toScored(score: Score | undefined): Pick<ScoredPerson, 'match_score' | 'band' | 'evidence'> {
  if (score === undefined) throw new Error('A person was not scored.');
  return { match_score: score.scoreHundredths / 100, band: score.band, evidence: toEvidenceRatio(score) };
}

function toPrevious(score: Score | undefined): Pick<MovedPerson, 'previous_score' | 'previous_band'> {
  const { match_score, band } = toScored(score);
  return { previous_score: match_score, previous_band: band };
}
