import fc from 'fast-check';
import { compileDictionary, evaluateNaively, parseRuleSet, toScore } from '@likeness/core';
import type { RuleSet } from '@likeness/core';
import { expect, it } from 'vitest';
import { createWaiverTally } from './waiver-tally.ts';

const thresholds = { moderate: 5000, strong: 7000 };
const dictionary = compileDictionary([]);

function toRules(missing: string, rules: { weight: number; required: boolean }[]): RuleSet {
  const parsed = parseRuleSet({ missing, rules: rules.map((rule, index) => ({ attribute: `q${index}`, is: { in: ['yes'] }, ...rule })) });
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message);
  return parsed.ruleSet;
}

it('counts what scoring the response again with the one rule credited would give', () => {
  const rule = fc.record({ weight: fc.integer({ min: 1, max: 5 }), required: fc.boolean() });
  const answers = fc.array(fc.constantFrom('yes', 'no', null), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom('unmatched', 'ignore'), fc.array(rule, { minLength: 1, maxLength: 5 }), answers, (missing, rules, given) => {
      const ruleSet = toRules(missing, rules);
      const score = evaluateNaively(ruleSet, dictionary, Object.fromEntries(given.map((value, index) => [`q${index}`, value])), thresholds);
      const tally = createWaiverTally(ruleSet, thresholds);
      tally.add(score);
      const expected = ruleSet.rules.map((_, index) => {
        const credited = toScore(ruleSet, score.outcomes.with(index, 'matched'), thresholds);
        return score.band !== 'strong' && score.outcomes[index] !== 'matched' && credited.band === 'strong' ? 1 : 0;
      });
      expect(tally.strongIfWaived).toEqual(expected);
    }),
  );
});
