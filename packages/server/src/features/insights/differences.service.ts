import { attributesOf, resolveField } from '@likeness/core';
import type { ComparedAnswer, Dictionary, RuleSet } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { toDayWindow } from '../analytics/day-window.ts';
import type { Level } from '../analytics/portfolio-answer.ts';
import type { WindowDays } from '../analytics/response-window.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import type { FrameService } from '../frames/frame-service.ts';
import type { DifferencesInput } from './differences.job.ts';
import { toShown } from './distribution.job.ts';
import { listFormSizes } from './form-sizes.queries.ts';
import { listHeldAttributes, type HeldAttribute } from './held-attributes.ts';
import { getPersonaRules } from './persona-rules.ts';
import { toPortfolioSelection } from './portfolio-selection.ts';
import { attributesOfSelection, type Selection } from './select-people.ts';
import { type ComparisonAnswer, toComparison } from './to-comparison.ts';

type DifferingAnswer = ComparisonAnswer & {
  attribute: string;
  label: string | null;
  role: HeldAttribute['role'];
  answer: string;
  is: JsonObject;
  p_adjusted: number;
  rule: number | null;
};

/** What sets people apart, named as the contract names it. */
export type Differences = { people: number; others: number; compared: number; attributes_left_out: string[]; items: DifferingAnswer[]; as_of: string };

/** `beyond_rules`: what the rules ask about is left out. */
type Request = WindowDays & { level: Level; limit: number; beyond_rules: boolean };

export type DifferenceService = {
  /** What sets the people of a persona apart from everybody else? Throws `not_found`, `no_rules`, `invalid_input`, `over_capacity`. */
  getPersonaDifferences(caller: Caller, personaId: number, request: Request, signal?: AbortSignal): Promise<Differences>;
  /** What sets those apart who fit exactly these personas (none: the gap)? Throws `not_found`, `invalid_input`, `over_capacity`. */
  getPortfolioDifferences(caller: Caller, request: Request & { persona_ids: string }, signal?: AbortSignal): Promise<Differences>;
};

/** Attributes beyond these are left out, so that no question asks for a tenant's whole database in memory. */
const MOST_ATTRIBUTES = 100;

export function createDifferenceService({ db, clock, frames }: { db: Database; clock: Clock; frames: FrameService }): DifferenceService {
  const compare = async (
    { tenantId }: Caller,
    request: Request,
    signal: AbortSignal | undefined,
    choose: (trx: TenantTransaction) => Promise<Selection>,
  ): Promise<Differences> => {
    const { held, rulePositions, leftOut, input } = await readTenant(db, tenantId, async (trx) => {
      const dictionaries = await loadDictionaries(trx, tenantId);
      const window = toDayWindow(request, dictionaries.timeZone);
      const selection = await choose(trx);
      const forms = await listFormSizes(trx, tenantId);
      const known = listHeldAttributes(forms, dictionaries);
      const asked = askedAttributes(selection, forms.map(({ formId }) => dictionaries.forForm(formId)));
      const chosen = chooseAttributes(known, request.beyond_rules ? asked.names : new Set());
      const question: DifferencesInput = { selection, attributes: chosen.compared, window, limit: request.limit };
      return { held: known, rulePositions: asked.positions, leftOut: chosen.leftOut, input: question };
    });
    const found = await frames.run(tenantId, 'differences', input, signal ? { signal } : {});
    return {
      people: found.people,
      others: found.others,
      compared: found.compared,
      attributes_left_out: [...leftOut, ...found.leftOut].map((name) => held.get(name)?.attribute ?? name),
      items: found.items.map((item) => toDifferingAnswer(item, held.get(item.attribute), rulePositions)),
      as_of: clock.now().toISOString(),
    };
  };
  return {
    getPersonaDifferences: (caller, personaId, request, signal) =>
      compare(caller, request, signal, async (trx) => {
        const { ruleSet } = await getPersonaRules(trx, caller.tenantId, personaId);
        return { by: 'persona', ruleSet, set: request.level, rule: null };
      }),
    getPortfolioDifferences: (caller, request, signal) =>
      compare(caller, request, signal, (trx) => toPortfolioSelection(trx, caller.tenantId, request)),
  };
}

/** What the rules of a selection ask about, by folded canonical names; for one persona also the first rule about each. */
function askedAttributes(selection: Selection, dictionaries: readonly Dictionary[]): { names: ReadonlySet<string>; positions: ReadonlyMap<string, number> } {
  const asked = attributesOfSelection(selection);
  const names = new Set(dictionaries.flatMap((dictionary) => asked.map((attribute) => resolveField(dictionary, attribute).names[0])));
  return { names, positions: toRulePositions(selection.by === 'persona' ? selection.ruleSet : null, dictionaries) };
}

/** Everything but personal data and what is unwanted; those that most responses could have answered first. By folded names. */
function chooseAttributes(held: ReadonlyMap<string, HeldAttribute>, unwanted: ReadonlySet<string>): { compared: string[]; leftOut: string[] } {
  const open = [...held].filter(([name, { is_personal }]) => !is_personal && !unwanted.has(name)).toSorted(([, a], [, b]) => b.responses - a.responses);
  const compared = open.slice(0, MOST_ATTRIBUTES).map(([name]) => name);
  return { compared, leftOut: [...held.keys()].filter((name) => !compared.includes(name)) };
}

/** The first rule about each attribute, by the folded canonical name that any of these dictionaries gives it. */
export function toRulePositions(ruleSet: RuleSet | null, dictionaries: readonly Dictionary[]): Map<string, number> {
  const positions = new Map<string, number>();
  ruleSet?.rules.forEach((rule, index) => {
    for (const attribute of attributesOf({ missing: ruleSet.missing, rules: [rule] })) {
      for (const dictionary of dictionaries) {
        const name = resolveField(dictionary, attribute).names[0];
        if (!positions.has(name)) positions.set(name, index);
      }
    }
  });
  return positions;
}

function toDifferingAnswer(item: ComparedAnswer, held: HeldAttribute | undefined, rulePositions: ReadonlyMap<string, number>): DifferingAnswer {
  return {
    ...toComparison(item),
    attribute: held?.attribute ?? item.attribute,
    label: held?.label ?? null,
    role: held?.role ?? null,
    ...toTest(item.answer),
    p_adjusted: Number(item.pAdjusted.toPrecision(4)),
    rule: rulePositions.get(item.attribute) ?? null,
  };
}

function toTest(answer: ComparedAnswer['answer']): { answer: string; is: JsonObject } {
  if ('value' in answer) {
    const { value: { label }, isOneOfMany } = answer;
    return { answer: label, is: isOneOfMany ? { anyOf: [label] } : { in: [label] } };
  }
  const [from, to] = [toShown(answer.from, answer.type), toShown(answer.to, answer.type)];
  return { answer: from === to ? String(from) : `${from} to ${to}`, is: { between: [from, to] } };
}
