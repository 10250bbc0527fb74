import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../answers/dictionary.ts';
import { findNearest } from './check-keys.ts';
import { parseRuleSet } from './parse-rule-set.ts';
import type { RuleError } from './rule-error.ts';

function errorsOf(input: unknown): RuleError[] {
  const parsed = parseRuleSet(input);
  return parsed.ok ? [] : parsed.errors;
}

/** The errors of the single rule `{attribute: 'a', is}`, by place and code. */
function errorsOfTest(is: unknown): [string, string][] {
  return errorsOf({ rules: [{ attribute: 'a', is }] }).map(({ path, code }) => [path, code]);
}

describe('the short form', () => {
  it('makes one rule of weight 1 of each key', () => {
    expect(
      parseRuleSet({ age: { min: 25, max: 40 }, ' Joined ': { min: '2020-01-31' }, location: ['London', 3], pro: true, __proto__: null, zero: { min: null, max: -0 } }),
    ).toEqual({
      ok: true,
      ruleSet: {
        missing: 'unmatched',
        rules: [
          { condition: { attribute: 'age', is: { between: [25, 40] } }, weight: 1000, required: false, label: 'age' },
          { condition: { attribute: 'Joined', is: { between: ['2020-01-31', null] } }, weight: 1000, required: false, label: 'Joined' },
          { condition: { attribute: 'location', is: { in: ['London', 3] } }, weight: 1000, required: false, label: 'location' },
          { condition: { attribute: 'pro', is: { in: [true] } }, weight: 1000, required: false, label: 'pro' },
          { condition: { attribute: 'zero', is: { between: [null, 0] } }, weight: 1000, required: false, label: 'zero' },
        ],
      },
    });
  });

  it('asks the dictionary whether a list is for a multi-value field', () => {
    const dictionary = compileDictionary([{ name: 'goals', aliases: ['aims'], type: 'multi' }, { name: 'tools', delimiter: ', ' }]);
    const parsed = parseRuleSet({ Aims: ['a'], tools: 'b', city: ['c'] }, { dictionary });
    expect(parsed.ok && parsed.ruleSet.rules.map(({ condition }) => condition)).toEqual([
      { attribute: 'Aims', is: { anyOf: ['a'] } },
      { attribute: 'tools', is: { anyOf: ['b'] } },
      { attribute: 'city', is: { in: ['c'] } },
    ]);
  });

  it('may be about an attribute called rules, or one that every object has', () => {
    const parsed = parseRuleSet(JSON.parse('{"rules": ["strict"], "__proto__": ["x"], "constructor": 1}'));
    expect(parsed.ok && parsed.ruleSet.rules.map(({ label }) => label)).toEqual(['rules', '__proto__', 'constructor']);
  });

  it.each([
    [{ age: { mn: 5 } }, 'age.mn', 'unknown_key'],
    [{ age: {} }, 'age', 'missing_key'],
    [{ age: { min: null } }, 'age', 'missing_key'],
    [{ age: { min: '25' } }, 'age.min', 'bad_bound'],
    [{ age: { min: 5, max: '2020-01-01' } }, 'age', 'mixed_bounds'],
    [{ age: { min: 41, max: 40 } }, 'age', 'reversed_bounds'],
    [{ age: { min: '2020-01-02', max: '2020-01-01' } }, 'age', 'reversed_bounds'],
    [{ 'How old?': [] }, '["How old?"]', 'empty_list'],
    [{ age: null }, 'age', 'wrong_type'],
    [{ age: [null] }, 'age[0]', 'wrong_type'],
    [{ ' ': 1 }, '[" "]', 'bad_text'],
    [{ city: '' }, 'city', 'bad_text'],
  ])('refuses %j at %s: %s', (input, path, code) => {
    expect(errorsOf(input).map((error) => [error.path, error.code])).toEqual([[path, code]]);
  });
});

describe('the full form', () => {
  it('reads every kind of test and group, and fills in what is left out', () => {
    const tests = [
      { between: ['2020-01-01', '2020-01-01'] },
      { between: [null, 5] },
      { atLeast: 0 },
      { atMost: '2020-01-31T12:00Z' },
      { in: ['a', 1, false] },
      { anyOf: ['a'] },
      { allOf: ['a'] },
      { noneOf: ['a'] },
      { atLeastOf: { count: 2, values: ['a', 'b'] } },
      { contains: ['a'] },
      { mentions: ['a b'] },
      { answered: false },
    ];
    const parsed = parseRuleSet({ rules: tests.map((is) => ({ attribute: ' a ', is })) });
    expect(parsed.ok && parsed.ruleSet.rules.map(({ condition }) => condition)).toEqual(tests.map((is) => ({ attribute: 'a', is })));
    expect(parsed.ok && parsed.ruleSet.missing).toBe('unmatched');
    expect(parsed.ok && parsed.ruleSet.rules.slice(0, 3).map(({ label }) => label)).toEqual(['a', 'a (2)', 'a (3)']);
    expect(parseRuleSet({ rules: [] })).toEqual({ ok: true, ruleSet: { missing: 'unmatched', rules: [] } });
    expect(parseRuleSet({})).toEqual({ ok: true, ruleSet: { missing: 'unmatched', rules: [] } });
  });

  it.each([
    [0.001, 1],
    [1000, 1_000_000],
    [0.29, 290],
    [1.005, 1005],
    [2, 2000],
  ])('keeps weight %d as %d thousandths', (weight, thousandths) => {
    const parsed = parseRuleSet({ rules: [{ attribute: 'a', is: { answered: true }, weight }] });
    expect(parsed.ok && parsed.ruleSet.rules[0]?.weight).toBe(thousandths);
  });

  it.each([0, -1, 0.0001, 1.0005, 1000.001, Infinity, NaN, '1', null])('refuses weight %j', (weight) => {
    expect(errorsOf({ rules: [{ attribute: 'a', is: { answered: true }, weight }] })[0]?.path).toBe('rules[0].weight');
  });

  it.each([
    [{ between: [5, 1] }, 'rules[0].is.between', 'reversed_bounds'],
    [{ between: [null, null] }, 'rules[0].is.between', 'missing_key'],
    [{ between: [1] }, 'rules[0].is.between', 'wrong_type'],
    [{ between: ['soon', 5] }, 'rules[0].is.between[0]', 'bad_bound'],
    [{ between: [5, NaN] }, 'rules[0].is.between[1]', 'bad_number'],
    [{ atLeast: null }, 'rules[0].is.atLeast', 'wrong_type'],
    [{ atleast: 3 }, 'rules[0].is.atleast', 'unknown_key'],
    [{ in: [] }, 'rules[0].is.in', 'empty_list'],
    [{ in: 'London' }, 'rules[0].is.in', 'wrong_type'],
    [{ in: ['a', { b: 1 }] }, 'rules[0].is.in[1]', 'wrong_type'],
    [{ in: [Infinity] }, 'rules[0].is.in[0]', 'bad_number'],
    [{ in: ['a\u0000'] }, 'rules[0].is.in[0]', 'bad_text'],
    [{ in: ['\ud800'] }, 'rules[0].is.in[0]', 'bad_text'],
    [{ in: ['a'.repeat(501)] }, 'rules[0].is.in[0]', 'too_long'],
    [{ in: Array.from({ length: 2001 }, () => 'a') }, 'rules[0].is.in', 'too_many'],
    [{ contains: [1] }, 'rules[0].is.contains[0]', 'wrong_type'],
    [{ mentions: ['?!'] }, 'rules[0].is.mentions[0]', 'bad_text'],
    [{ answered: 'yes' }, 'rules[0].is.answered', 'wrong_type'],
    [{ atLeastOf: { count: 2, values: ['a', ' A'] } }, 'rules[0].is.atLeastOf.count', 'bad_count'],
    [{ atLeastOf: { count: 1, valus: ['a'] } }, 'rules[0].is.atLeastOf.valus', 'unknown_key'],
    [{ atLeastOf: 2 }, 'rules[0].is.atLeastOf', 'wrong_type'],
    [{ in: ['a'], contains: ['b'] }, 'rules[0].is', 'conflicting_keys'],
    [{}, 'rules[0].is', 'missing_key'],
    ['x', 'rules[0].is', 'wrong_type'],
  ])('refuses the test %j at %s: %s', (is, path, code) => {
    expect(errorsOfTest(is)[0]).toEqual([path, code]);
  });

  it.each([
    [{ attribute: 'a' }, 'rules[0]', 'missing_key'],
    [{ is: { in: ['a'] } }, 'rules[0]', 'missing_key'],
    [{}, 'rules[0]', 'missing_key'],
    [{ attribute: 'a', is: { in: ['a'] }, any: [] }, 'rules[0]', 'conflicting_keys'],
    [{ any: [], all: [] }, 'rules[0]', 'conflicting_keys'],
    [{ any: [] }, 'rules[0].any', 'empty_list'],
    [{ any: {} }, 'rules[0].any', 'wrong_type'],
    [{ not: 5 }, 'rules[0].not', 'wrong_type'],
    [{ any: [{ attribute: 'a', is: { in: ['a'] }, weight: 2 }] }, 'rules[0].any[0].weight', 'unknown_key'],
    [{ attribute: 'a', is: { in: ['a'] }, label: ' ' }, 'rules[0].label', 'bad_text'],
    [{ attribute: 'a', is: { in: ['a'] }, required: 1 }, 'rules[0].required', 'wrong_type'],
  ])('refuses the rule %j at %s: %s', (rule, path, code) => {
    expect(errorsOf({ rules: [rule] }).map((error) => [error.path, error.code])).toEqual([[path, code]]);
  });

  it('says what would be right', () => {
    const messages = errorsOf({ mising: 'ignore', rules: [{ attribute: 'a', is: { atleast: 3 } }, 5] });
    expect(messages.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'mising: "mising" is not known here. Did you mean "missing"? Known: missing, rules.',
      'rules[0].is.atleast: "atleast" is not known here. Did you mean "atLeast"? Known: between, atLeast, atMost, in, anyOf, allOf, noneOf, atLeastOf, contains, mentions, answered.',
      'rules[1]: Expected a condition, found 5.',
    ]);
    expect(findNearest('WEIGTH', ['label', 'weight'])).toBe('weight');
    expect(errorsOf({ missing: 'drop', rules: [] })[0]?.message).toBe('Expected "unmatched" or "ignore", found "drop".');
  });
});

describe('hostile input', () => {
  const rule = { attribute: 'a', is: { in: ['a'] } };

  it.each([null, undefined, 5, 'rules', [], [rule], new Map(), () => rule])('refuses %s as a whole', (input) => {
    expect(errorsOf(input)).toEqual([expect.objectContaining({ path: '', code: 'wrong_type' })]);
  });

  it('refuses 10,000 rules with one error, in both forms', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => [`a${index}`, 1]);
    expect(errorsOf({ rules: Array.from({ length: 10_000 }, () => rule) }).map(({ code }) => code)).toEqual(['too_many']);
    expect(errorsOf(Object.fromEntries(keys)).map(({ code }) => code)).toEqual(['too_many']);
    expect(parseRuleSet({ rules: Array.from({ length: 500 }, () => rule) }).ok).toBe(true);
  });

  it('refuses deep nesting without running out of stack', () => {
    let deep: unknown = rule;
    for (let level = 0; level < 100_000; level += 1) deep = { not: deep };
    expect(errorsOf({ rules: [deep] }).map(({ code }) => code)).toEqual(['too_deep']);
    let allowed: unknown = rule;
    for (let level = 1; level < 8; level += 1) allowed = { not: allowed };
    expect(parseRuleSet({ rules: [allowed] }).ok).toBe(true);
    expect(parseRuleSet({ rules: [{ not: allowed }] }).ok).toBe(false);
    expect(parseRuleSet({ rules: [{ not: allowed }] }, { limits: { depth: 9 } }).ok).toBe(true);
  });

  it('ends on objects that hold themselves', () => {
    const group: { any: unknown[] } = { any: [] };
    group.any = Array.from({ length: 500 }, () => group);
    expect(errorsOf({ rules: [group] }).length).toBeGreaterThan(0);
    const wide = { all: Array.from({ length: 5001 }, () => rule) };
    expect(errorsOf({ rules: [wide] }).map(({ code }) => code)).toEqual(['too_many']);
    const list: unknown[] = [];
    list.push(list);
    expect(errorsOf({ a: list })[0]?.path).toBe('a[0]');
  });

  it('runs no getters', () => {
    const trap = {
      get attribute(): string {
        throw new Error('A getter ran.');
      },
      is: rule.is,
    };
    expect(errorsOf({ rules: [trap] })[0]?.path).toBe('rules[0].attribute');
    const list = Object.defineProperty(['a'], 0, {
      get: () => {
        throw new Error('A getter ran.');
      },
    });
    expect(errorsOf({ a: list })[0]?.path).toBe('a[0]');
  });

  it('reports at most twenty errors, and cuts long names in paths', () => {
    expect(errorsOf({ rules: Array.from({ length: 400 }, () => ({ attribute: 5, is: 5 })) })).toHaveLength(20);
    const long = errorsOf({ rules: [{ ['x'.repeat(1_000_000)]: 1 }] });
    expect(JSON.stringify(long).length).toBeLessThan(400);
    expect(errorsOf({ a: Object.assign([], { length: 2 ** 31 }) })[0]?.code).toBe('too_many');
  });

  it('never throws, whatever the input', () => {
    const keys = fc.constantFrom('rules', 'missing', 'attribute', 'is', 'any', 'all', 'not', 'weight', 'in', 'between', 'atLeastOf', 'count', 'values', 'min', '__proto__');
    const anything = fc.anything({ key: keys, maxDepth: 6, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true });
    fc.assert(fc.property(anything, (input) => typeof parseRuleSet(input).ok === 'boolean'), { numRuns: 3000 });
    fc.assert(fc.property(anything, (input) => typeof parseRuleSet({ rules: [input, { attribute: 'a', is: input }] }).ok === 'boolean'), { numRuns: 3000 });
  });
});
