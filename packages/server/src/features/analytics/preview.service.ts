import { hasRules } from '@likeness/core';
import type { RuleSet } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant, readTenantWithScratch } from '../../db/tenant-scope.ts';
import { Failure } from '../../failures/failure.ts';
import { type Dictionaries, loadDictionaries } from '../dictionary/dictionary.queries.ts';
import type { FrameService } from '../frames/frame-service.ts';
import { FrameTooLarge } from '../frames/frame-too-large.ts';
import { parseMappingRules } from '../personas/parse-mapping-rules.ts';
import { toDayWindow } from './day-window.ts';
import { createNewestPreviews } from './newest-preview.ts';
import { countPreviewBySql } from './preview-by-sql.ts';
import { type Difference, toPreviewAnswer } from './preview-answer.ts';
import type { PreviewInput, PreviewOutput } from './preview.job.ts';
import { toResponseWindow } from './response-window.ts';
import { getScoredPersona } from './scored-personas.queries.ts';

/** What to try: rules in either form, the days to look at, a persona to compare with, and what else to tell. */
type PreviewRequest = {
  mapping_rules: JsonObject;
  persona_id?: number | undefined;
  startDate?: string | undefined;
  endDate?: string | undefined;
  preview_key?: string | undefined;
  include?: readonly ('changes' | 'diagnostics')[];
};

/** What the rules would say, named as the contract names it. */
type Preview = Omit<PreviewOutput, 'difference'> & {
  difference: (Difference & { persona_id: number; edition: number }) | null;
  as_of: string;
};

export type PreviewService = {
  /**
   * What would these rules say about the responses of these days? Nothing is stored.
   *
   * The difference is against the edition that the persona's stored scores belong to, respondent by respondent; null without
   * a persona, or before its first calculation. Throws `invalid_rules` with every place, `no_rules` for an empty set,
   * `not_found` for an unknown persona, `invalid_input` for days in the wrong order. Stops soon after `signal` aborts, and
   * with `superseded` when the same caller asks again under the same `preview_key`.
   *
   * Cost: one pass over the tenant's frame for each rule set; where responses do not fit into memory, two passes in the
   * database, without a sample of `changes`.
   */
  previewRules(caller: Caller, request: PreviewRequest, signal?: AbortSignal): Promise<Preview>;
};

export function createPreviewService({ db, clock, frames }: { db: Database; clock: Clock; frames: FrameService }): PreviewService {
  const newest = createNewestPreviews();
  return {
    previewRules: (caller, request, signal) =>
      newest.run(caller, request.preview_key, signal, async (own) => {
        own?.throwIfAborted();
        const { input, persona } = await readInput(db, caller, request);
        const figures = await previewOnFrame({ db, frames }, caller, { input, request, signal: own });
        return {
          ...figures,
          difference: figures.difference && persona && { persona_id: persona.id, edition: persona.edition, ...figures.difference },
          as_of: clock.now().toISOString(),
        };
      }),
  };
}

type ReadInput = { input: PreviewInput; persona: { id: number; edition: number } | null };

function readInput(db: Database, { tenantId }: Caller, request: PreviewRequest): Promise<ReadInput> {
  return readTenant(db, tenantId, async (trx) => {
    const dictionaries = await loadDictionaries(trx, tenantId);
    const ruleSet = toPreviewedRules(request.mapping_rules, dictionaries);
    const window = toDayWindow(request, dictionaries.timeZone);
    const compared = request.persona_id === undefined ? null : await getScoredPersona(trx, tenantId, request.persona_id);
    const edition = compared?.scoredEdition ?? null;
    const { include = [] } = request;
    return {
      input: {
        ruleSet,
        present: edition === null ? null : (compared?.ruleSet ?? null),
        window,
        withChanges: include.includes('changes'),
        withDiagnostics: include.includes('diagnostics'),
      },
      persona: compared && edition !== null ? { id: compared.id, edition } : null,
    };
  });
}

/** Rules that were not stored, as the tenant's dictionary reads them. Throws `invalid_rules` and `no_rules`. */
export function toPreviewedRules(mappingRules: JsonObject, dictionaries: Dictionaries): RuleSet {
  const { ruleSet } = parseMappingRules(mappingRules, dictionaries.acrossForms());
  if (!hasRules(ruleSet)) throw new Failure('no_rules', 'There are no rules to preview yet. Add the first one.');
  return ruleSet;
}

type Sources = { db: Database; frames: FrameService };
type PreviewQuestion = { input: PreviewInput; request: PreviewRequest; signal: AbortSignal | undefined };

async function previewOnFrame({ db, frames }: Sources, { tenantId }: Caller, { input, request, signal }: PreviewQuestion): Promise<PreviewOutput> {
  try {
    return await frames.run(tenantId, 'preview', input, signal ? { signal } : {});
  } catch (error) {
    if (!(error instanceof FrameTooLarge)) throw error;
  }
  return readTenantWithScratch(db, tenantId, async (trx, session) => {
    const dictionaries = await loadDictionaries(trx, tenantId);
    const { thresholds, timeZone } = dictionaries;
    const window = toResponseWindow(request, timeZone);
    const counts = await countPreviewBySql({ trx, session, tenantId, dictionaries }, { ...input, window, thresholds, signal });
    return { ...toPreviewAnswer(counts, { ...input, thresholds }), changes: null };
  });
}
