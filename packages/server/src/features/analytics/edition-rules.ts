import { hasRules, parseRuleSet, type RuleSet } from '@likeness/core';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';

/** One version of the row of an edition; `version` is its `xmin`, so that one that was rolled back is none. */
export type EditionVersion = { tenantId: number; personaId: number; edition: number; version: string };

export type EditionRules = {
  /** The rules of an edition; null when it has none. Asks the database the first time only. */
  find(trx: TenantTransaction, edition: EditionVersion): Promise<RuleSet | null>;
};

const MOST_EDITIONS = 2000;

/** Remembers the parsed rules of the editions of one database, unless told not to. They never change, so they are never wrong. */
export function createEditionRules({ remembers = true }: { remembers?: boolean } = {}): EditionRules {
  const known = new Map<string, RuleSet | null>();
  return {
    find: async (trx, edition) => {
      const key = `${edition.tenantId}/${edition.personaId}/${edition.edition}/${edition.version}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const ruleSet = await loadRuleSet(trx, edition);
      if (!remembers) return ruleSet;
      if (known.size >= MOST_EDITIONS) known.clear();
      known.set(key, ruleSet);
      return ruleSet;
    },
  };
}

async function loadRuleSet(trx: TenantTransaction, { tenantId, personaId, edition }: EditionVersion): Promise<RuleSet | null> {
  const { rules } = await trx
    .selectFrom('persona_editions')
    .select('rules')
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .where('edition', '=', edition)
    .executeTakeFirstOrThrow();
  const ruleSet = toStoredRuleSet(rules);
  return hasRules(ruleSet) ? ruleSet : null;
}

/** The rules as an edition keeps them. They were parsed when they were stored, whatever the limits are now. */
export function toStoredRuleSet(stored: JsonObject): RuleSet {
  const none = Number.POSITIVE_INFINITY;
  const parsed = parseRuleSet(stored, { limits: { rules: none, depth: none, valuesPerList: none, text: none, conditions: none } });
  if (!parsed.ok) throw new Error(`A stored edition does not parse: ${parsed.errors[0]?.message ?? ''}`);
  return parsed.ruleSet;
}
