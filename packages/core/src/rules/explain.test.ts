import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../answers/dictionary.ts';
import { attributesOf } from './attributes-of.ts';
import { explain, toMatchedAttributes } from './explain.ts';
import { hasRules } from './has-rules.ts';
import { labelOf, toUniqueLabel } from './label-of.ts';
import { parseRuleSet } from './parse-rule-set.ts';
import type { Condition, RuleSet } from './rule-set.ts';

function parse(rules: unknown): RuleSet {
  const parsed = parseRuleSet(rules);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.ruleSet;
}

const plan: Condition = { attribute: 'plan', is: { in: ['pro'] } };
const seats: Condition = { attribute: 'seats', is: { atLeast: 10 } };

describe('explain', () => {
  const ruleSet = parse({
    rules: [
      { attribute: 'age', is: { between: [25, 40] }, weight: 2, required: true },
      { attribute: 'joined', is: { atMost: '2020-01-31' } },
      { attribute: 'goals', is: { anyOf: ['Save time'] } },
      { attribute: 'pains', is: { mentions: ['errors'] } },
      { any: [plan, seats], label: 'Serious user' },
    ],
  });

  it('says what was expected, what was found, and whether it was answered', () => {
    const response = { AGE: ' 32 ', joined: '2021-01-01', goals: ['save TIME', 'x'], seats: 3 };
    expect(explain(ruleSet, compileDictionary([]), response)).toEqual([
      { label: 'age', expected: { min: 25, max: 40 }, actual: ' 32 ', match: true, answered: true, weight: 2000, required: true },
      { label: 'joined', expected: { max: '2020-01-31' }, actual: '2021-01-01', match: false, answered: true, weight: 1000, required: false },
      { label: 'goals', expected: ['Save time'], actual: ['save TIME', 'x'], match: true, answered: true, weight: 1000, required: false },
      { label: 'pains', expected: { mentions: ['errors'] }, actual: null, match: false, answered: false, weight: 1000, required: false },
      { label: 'Serious user', expected: { any: [plan, seats] }, actual: { plan: null, seats: 3 }, match: false, answered: false, weight: 1000, required: false },
    ]);
    expect(explain(parse({}), compileDictionary([]), response)).toEqual([]);
  });

  it('gives matched attributes by label, whatever the label', () => {
    const hostile = parse(JSON.parse('{"__proto__": ["x"], "constructor": ["y"]}'));
    const response = JSON.parse('{"__proto__": "x"}') as Record<string, unknown>;
    const byLabel = toMatchedAttributes(explain(hostile, compileDictionary([]), response));
    expect(Object.keys(byLabel)).toEqual(['__proto__', 'constructor']);
    expect(JSON.parse(JSON.stringify(byLabel))).toEqual(
      JSON.parse('{"__proto__": {"expected": ["x"], "actual": "x", "match": true, "answered": true}, "constructor": {"expected": ["y"], "actual": null, "match": false, "answered": false}}'),
    );
  });

  it('lists attributes in order of first use', () => {
    expect(attributesOf(ruleSet)).toEqual(['age', 'joined', 'goals', 'pains', 'plan', 'seats']);
    expect([hasRules(ruleSet), hasRules(parse({}))]).toEqual([true, false]);
  });
});

describe('labelOf', () => {
  it('puts groups into words, and cuts long ones between characters', () => {
    expect(labelOf({ all: [{ any: [plan, seats] }, { not: plan }, { any: [seats] }] })).toBe('(plan or seats) and not plan and seats');
    const long = labelOf({ any: [{ attribute: 'a'.repeat(78), is: { answered: true } }, { attribute: '😀', is: { answered: true } }] });
    expect(long).toBe(`${'a'.repeat(78)} …`);
    const split = labelOf({ not: { attribute: '😀'.repeat(60), is: { answered: true } } });
    expect(split.isWellFormed()).toBe(true);
  });

  it('numbers equal labels, within the longest length', () => {
    const taken = new Set<string>();
    expect(['age', 'age (2)', 'age', 'age'].map((label) => toUniqueLabel(label, taken, 20))).toEqual(['age', 'age (2)', 'age (3)', 'age (4)']);
    expect(['aaaaaaaa', 'aaaaaaaa'].map((label) => toUniqueLabel(label, taken, 8))).toEqual(['aaaaaaaa', 'aaa… (2)']);
  });
});
