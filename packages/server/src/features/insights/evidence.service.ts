import { resolveField } from '@likeness/core';
import type { RuleSet, Test } from '@likeness/core';
import type { Caller } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { Failure } from '../../failures/failure.ts';
import { toDayWindow } from '../analytics/day-window.ts';
import type { Level } from '../analytics/portfolio-answer.ts';
import type { WindowDays } from '../analytics/response-window.ts';
import { type Dictionaries, loadDictionaries } from '../dictionary/dictionary.queries.ts';
import type { FrameService } from '../frames/frame-service.ts';
import { parseMappingRules } from '../personas/parse-mapping-rules.ts';
import { toRulePositions } from './differences.service.ts';
import { getPersonaRules } from './persona-rules.ts';
import { type ComparisonAnswer, toComparison } from './to-comparison.ts';

type Claim = { attribute: string; is: JsonObject };
type ClaimEvidence = ComparisonAnswer & Claim & { wording: 'say so' | 'mention it'; rule: number | null };

/** What people say to the claims of a card, named as the contract names it. */
export type Evidence = { persona_id: number; edition: number; level: Level; people: number; others: number; claims: ClaimEvidence[]; as_of: string };

export type EvidenceService = {
  /**
   * Do claims hold for the people of a persona, more than for all others?
   *
   * Throws `invalid_rules` with the place of a claim that is no test, `not_found`, `no_rules`, `invalid_input`, and
   * `over_capacity` where responses do not fit into memory.
   */
  getEvidence(caller: Caller, personaId: number, request: WindowDays & { claims: readonly Claim[]; level: Level }, signal?: AbortSignal): Promise<Evidence>;
};

export function createEvidenceService({ db, clock, frames }: { db: Database; clock: Clock; frames: FrameService }): EvidenceService {
  return {
    getEvidence: async ({ tenantId }, personaId, request, signal) => {
      const { level } = request;
      const { edition, ruleSet, window, claims, ruleOf } = await readTenant(db, tenantId, async (trx) => {
        const dictionaries = await loadDictionaries(trx, tenantId);
        const persona = await getPersonaRules(trx, tenantId, personaId);
        const dictionary = dictionaries.acrossForms();
        const positions = toRulePositions(persona.ruleSet, [dictionary]);
        return {
          ...persona,
          window: toDayWindow(request, dictionaries.timeZone),
          claims: parseClaims(request.claims, dictionaries),
          ruleOf: request.claims.map(({ attribute }) => positions.get(resolveField(dictionary, attribute).names[0]) ?? null),
        };
      });
      const input = { selection: { by: 'persona' as const, ruleSet, set: level, rule: null }, claims: claims.map(({ asRules }) => asRules), window };
      const found = await frames.run(tenantId, 'evidence', input, signal ? { signal } : {});
      return {
        persona_id: personaId,
        edition,
        level,
        people: found.people,
        others: found.others,
        claims: found.claims.map((comparison, index) => {
          const { attribute = '', is = {} } = request.claims[index] ?? {};
          return { ...toComparison(comparison), attribute, is, wording: claims[index]?.wording ?? 'say so', rule: ruleOf[index] ?? null };
        }),
        as_of: clock.now().toISOString(),
      };
    },
  };
}

type ParsedClaim = { asRules: RuleSet; wording: ClaimEvidence['wording'] };

/** Claims are rules in all but name, and wrong ones are told by their places as claims. */
function parseClaims(claims: readonly Claim[], dictionaries: Dictionaries): ParsedClaim[] {
  const rules = claims.map(({ attribute, is }) => ({ attribute, is }));
  try {
    const { ruleSet } = parseMappingRules({ rules }, dictionaries.acrossForms());
    return ruleSet.rules.map((rule) => {
      const isText = 'is' in rule.condition && isTextTest(rule.condition.is);
      return { asRules: { missing: 'unmatched', rules: [rule] }, wording: isText ? 'mention it' : 'say so' };
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const toClaim = (text: string): string => text.replaceAll('mapping_rules.rules[', 'claims[');
    throw new Failure(error.code, toClaim(error.detail), error.problems.map((problem) => ({ ...problem, path: toClaim(problem.path) })));
  }
}

function isTextTest(test: Test): boolean {
  return 'contains' in test || 'mentions' in test;
}
