import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRuleSet } from './arbitrary-rules.testing.ts';
import { parseRuleSet } from './parse-rule-set.ts';
import { printRuleSet } from './print-rule-set.ts';

describe('printRuleSet', () => {
  it('prints what parses back to the same, through JSON', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const printed: unknown = JSON.parse(JSON.stringify(printRuleSet(ruleSet)));
        expect(parseRuleSet(printed)).toEqual({ ok: true, ruleSet });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps full forms as they are written, and leaves defaults out', () => {
    const full = {
      missing: 'ignore',
      rules: [
        { attribute: 'age', is: { between: [25, null] }, weight: 0.001 },
        { attribute: 'age', is: { answered: true }, required: true, label: 'age (2)' },
        { any: [{ attribute: 'plan', is: { in: ['pro'] } }, { not: { attribute: 'churned', is: { in: [true] } } }] },
      ],
    };
    const parsed = parseRuleSet(full);
    expect(parsed.ok && printRuleSet(parsed.ruleSet)).toEqual(full);
    expect(printRuleSet({ missing: 'unmatched', rules: [] })).toEqual({ missing: 'unmatched', rules: [] });
  });

  it('shares nothing with the rule set', () => {
    const parsed = parseRuleSet({ city: ['London'] });
    if (!parsed.ok) throw new Error('The rules should parse.');
    const [printed] = printRuleSet(parsed.ruleSet).rules;
    if (printed === undefined || !('is' in printed) || !('in' in printed.is)) throw new Error('The rule should print.');
    printed.is.in.push('Leeds');
    expect(parsed.ruleSet.rules[0]?.condition).toEqual({ attribute: 'city', is: { in: ['London'] } });
  });
});
