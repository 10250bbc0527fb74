import { compilePredicate, hasRules } from '@likeness/core';
import type { CompiledPredicate, RuleSet } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { Failure } from '../../failures/failure.ts';
import { type Dictionaries, loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { parseMappingRules } from '../personas/parse-mapping-rules.ts';
import type { Difference } from './difference-tally.ts';
import { type PreviewTally, type RuleFigures, createPreviewTally } from './preview-tally.ts';
import { streamResponses } from './preview.queries.ts';
import { type ResponseWindow, toResponseWindow } from './response-window.ts';
import { type ScoredPersona, getScoredPersona } from './scored-personas.queries.ts';
import { type Figures, toFigures } from './to-figures.ts';

/** What to try: rules in either form, the days to look at, and a persona to compare with. */
type PreviewRequest = {
  mapping_rules: JsonObject;
  persona_id?: number | undefined;
  startDate?: string | undefined;
  endDate?: string | undefined;
};

/** What the rules would say, named as the contract names it. */
type Preview = Figures & {
  rules: RuleFigures[];
  score_histogram: Record<string, number>;
  strictest_rule: string | null;
  difference: (Difference & { persona_id: number; edition: number }) | null;
  present: null;
  changes: null;
  diagnostics: null;
  as_of: string;
};

export type PreviewService = {
  /**
   * What would these rules say about the responses of these days? Nothing is stored.
   *
   * The difference is against the persona's stored scores, respondent by respondent; null without a persona, or before
   * its first calculation. Throws `invalid_rules` with every place, `no_rules` for an empty set, `not_found` for an
   * unknown persona, `invalid_input` for days in the wrong order. Stops within a batch when `signal` aborts.
   *
   * Cost: reads and scores every response of the window.
   */
  previewRules(caller: Caller, request: PreviewRequest, signal?: AbortSignal): Promise<Preview>;
};

export function createPreviewService({ db, clock }: { db: Database; clock: Clock }): PreviewService {
  return {
    previewRules: (caller, request, signal) =>
      readTenant(db, caller.tenantId, async (trx) => {
        const dictionaries = await loadDictionaries(trx, caller.tenantId);
        const ruleSet = toPreviewedRules(request.mapping_rules, dictionaries);
        const window = toResponseWindow(request, dictionaries.timeZone);
        const persona = request.persona_id === undefined ? null : await getScoredPersona(trx, caller.tenantId, request.persona_id);
        const tally = await tallyWindow(trx, { tenantId: caller.tenantId, ruleSet, dictionaries, window, persona, signal });
        return { ...toPreview(tally, ruleSet, dictionaries, persona), as_of: clock.now().toISOString() };
      }),
  };
}

function toPreviewedRules(mappingRules: JsonObject, dictionaries: Dictionaries): RuleSet {
  const { ruleSet } = parseMappingRules(mappingRules, dictionaries.acrossForms());
  if (!hasRules(ruleSet)) throw new Failure('no_rules', 'There are no rules to preview yet. Add the first one.');
  return ruleSet;
}

type TallyInput = {
  tenantId: number;
  ruleSet: RuleSet;
  dictionaries: Dictionaries;
  window: ResponseWindow;
  persona: ScoredPersona | null;
  signal: AbortSignal | undefined;
};

async function tallyWindow(trx: TenantTransaction, { tenantId, ruleSet, dictionaries, window, persona, signal }: TallyInput): Promise<PreviewTally> {
  const { thresholds } = dictionaries;
  const tally = createPreviewTally(ruleSet, thresholds);
  const predicates = new Map<number, CompiledPredicate>();
  for await (const batch of streamResponses(trx, tenantId, window, persona?.id ?? null)) {
    signal?.throwIfAborted();
    for (const response of batch) {
      const predicate = predicates.get(response.formId) ?? compilePredicate(ruleSet, dictionaries.forForm(response.formId), thresholds);
      predicates.set(response.formId, predicate);
      tally.add(predicate.score(response.responseData), response);
    }
  }
  return tally;
}

function toPreview(tally: PreviewTally, ruleSet: RuleSet, { thresholds }: Dictionaries, persona: ScoredPersona | null): Omit<Preview, 'as_of'> {
  const rules = tally.toRules();
  const edition = persona?.scoredEdition ?? null;
  return {
    ...toFigures(tally.toCounts(), ruleSet, thresholds),
    rules,
    score_histogram: tally.toHistogram(),
    strictest_rule: findStrictest(rules),
    difference: persona === null || edition === null ? null : { persona_id: persona.id, edition, ...tally.toDifference() },
    present: null,
    changes: null,
    diagnostics: null,
  };
}

/** The rule whose waiver would make most responses strong, the first of equals; null when none would make any. */
function findStrictest(rules: readonly RuleFigures[]): string | null {
  const [first] = rules.toSorted((a, b) => b.strong_if_waived - a.strong_if_waived);
  return first !== undefined && first.strong_if_waived > 0 ? first.label : null;
}
