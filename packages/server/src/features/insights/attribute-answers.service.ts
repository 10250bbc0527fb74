import { foldText } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { invalidInput } from '../../failures/failure.ts';
import { toDayWindow } from '../analytics/day-window.ts';
import type { Level } from '../analytics/portfolio-answer.ts';
import { toPreviewedRules } from '../analytics/preview.service.ts';
import type { WindowDays } from '../analytics/response-window.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import type { FrameService } from '../frames/frame-service.ts';
import type { Distribution, DistributionInput } from './distribution.job.ts';
import { listFormSizes } from './form-sizes.queries.ts';
import { listHeldAttributes, searchAttributes, type HeldAttribute } from './held-attributes.ts';
import { getPersonaRules } from './persona-rules.ts';

type DistributionRequest = WindowDays & {
  attribute: string;
  persona_id?: number | undefined;
  mapping_rules?: JsonObject | undefined;
  level: Level;
  search?: string | undefined;
  limit: number;
};

export type AttributeAnswerService = {
  /** Which attributes do the tenant's responses hold, across forms? By name; with `search` only those that contain it. */
  listHeldAttributes(caller: Caller, query: { search?: string | undefined }): Promise<{ items: HeldAttribute[]; next_cursor: null }>;
  /**
   * What do respondents answer to one attribute, and how many of them fit a persona or these rules?
   *
   * Throws `invalid_input`, `invalid_rules`, `no_rules` and `not_found`; `over_capacity` where responses do not fit into memory.
   */
  getDistribution(caller: Caller, request: DistributionRequest, signal?: AbortSignal): Promise<Distribution & { as_of: string }>;
};

export function createAttributeAnswerService({ db, clock, frames }: { db: Database; clock: Clock; frames: FrameService }): AttributeAnswerService {
  return {
    listHeldAttributes: ({ tenantId }, { search = '' }) =>
      readTenant(db, tenantId, async (trx) => {
        const held = listHeldAttributes(await listFormSizes(trx, tenantId), await loadDictionaries(trx, tenantId));
        return { items: searchAttributes(held.values(), search), next_cursor: null };
      }),
    getDistribution: async (caller, request, signal) => {
      const input = await readInput(db, caller, request);
      const distribution = await frames.run(caller.tenantId, 'distribution', input, signal ? { signal } : {});
      return { ...distribution, as_of: clock.now().toISOString() };
    },
  };
}

function readInput(db: Database, { tenantId }: Caller, request: DistributionRequest): Promise<DistributionInput> {
  const { attribute, persona_id: personaId, mapping_rules: mappingRules, level, search = '', limit } = request;
  if (foldText(attribute) === '') throw invalidInput([{ path: 'attribute', message: 'must be more than white space' }]);
  return readTenant(db, tenantId, async (trx) => {
    const dictionaries = await loadDictionaries(trx, tenantId);
    const window = toDayWindow(request, dictionaries.timeZone);
    const stored = personaId === undefined ? null : await getPersonaRules(trx, tenantId, personaId);
    const ruleSet = mappingRules === undefined ? (stored?.ruleSet ?? null) : toPreviewedRules(mappingRules, dictionaries);
    return { attribute, ruleSet, level, window, search, limit };
  });
}
