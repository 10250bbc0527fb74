import { describe, expect, it } from 'vitest';
import { changeCondition, findPlace, moveCondition, removeCondition, unwrapGroup, wrapCondition } from './change-rules.ts';
import { readRules } from './read-rules.ts';
import type { RuleDraft } from './rule-draft.ts';
import { printDraft, toMappingRules } from './to-mapping-rules.ts';

const leaf = (id: string) => ({ id, attribute: id, is: { in: ['x'] } });
const rule = (condition: RuleDraft['rules'][number]['condition'], weight = 1) => ({ condition, weight, required: false, label: '' });
const draft: RuleDraft = {
  missing: 'unmatched',
  rules: [rule(leaf('a')), rule({ id: 'g', group: 'any', parts: [leaf('b'), { id: 'h', group: 'not', parts: [leaf('c')] }] }, 2), rule(leaf('d'))],
};
const read = (rules: unknown): RuleDraft => {
  const result = readRules(rules);
  if (!result.ok) throw new Error('not readable');
  return result.draft;
};

describe('reading and writing', () => {
  it.each([
    { attribute: 'age', is: { between: [0, 40] } },
    { attribute: 'age', is: { between: [null, '2026-01-31'] }, weight: 0.5 },
    { attribute: 'age', is: { atLeast: 3 }, required: true },
    { attribute: 'goals', is: { atLeastOf: { count: 2, values: ['a', 'b', 3] } }, label: 'Two of' },
    { attribute: 'comment', is: { mentions: ['error'] }, label: 'comment' },
    { all: [{ attribute: 'a', is: { answered: false } }, { any: [{ attribute: 'b', is: { noneOf: ['x'] } }, { not: { attribute: 'c', is: { contains: ['y'] } } }] }] },
    { not: { any: [{ attribute: 'a', is: { in: [true] } }, { attribute: 'b', is: { allOf: ['x', 'y'] } }] } },
    { not: { any: [{ attribute: 'a', is: { in: [true] } }] } },
    { not: { all: [{ attribute: 'a', is: { in: [1] } }, { attribute: 'b', is: { anyOf: ['x'] } }] } },
  ])('gives back what it read: %j', (written) => {
    const mappingRules = { missing: 'ignore', rules: [written] };
    expect(printDraft(read(mappingRules))).toEqual(mappingRules);
    expect(toMappingRules(read(mappingRules))).toEqual({ mappingRules, positions: [0], unfinished: 0 });
  });
  it('reads the short form, and says what is wrong with its place', () => {
    expect(printDraft(read({ age: { min: 0, max: 40 } })).rules).toEqual([{ attribute: 'age', is: { between: [0, 40] } }]);
    expect(readRules({ rules: [{ attribute: 'age', is: {} }] })).toMatchObject({ ok: false, errors: [{ path: expect.stringContaining('rules[0]') }] });
  });
  it('leaves out what is unfinished, and says which', () => {
    const half = changeCondition(draft, 'a', (condition) => ({ id: condition.id, attribute: 'a', is: { in: [] } }));
    expect(toMappingRules(half)).toMatchObject({ positions: [null, 0, 1], unfinished: 1 });
  });
});

describe('changing', () => {
  it.each([
    ['into a group', 'a', { parentId: 'h', index: 0 }, { parentId: 'h', index: 0 }],
    ['out of a group', 'c', { parentId: null, index: 1 }, { parentId: null, index: 1 }],
    ['within a list', 'a', { parentId: null, index: 2 }, { parentId: null, index: 2 }],
    ['past the end', 'b', { parentId: 'g', index: 9 }, { parentId: 'g', index: 1 }],
    ['never into itself', 'g', { parentId: 'h', index: 0 }, { parentId: null, index: 1 }],
  ])('moves %s', (_name, id, to, expected) => expect(findPlace(moveCondition(draft, id, to), id)).toEqual(expected));

  it('leaves the rules that do not change the very same, so that they are not drawn again', () => {
    const changed = changeCondition(draft, 'd', (condition) => ({ ...condition, attribute: 'e' }));
    expect(changed.rules.map((each, index) => each === draft.rules[index])).toEqual([true, true, false]);
    const inner = changeCondition(draft, 'c', (condition) => ({ ...condition, attribute: 'e' }));
    expect(inner.rules.map((each, index) => each === draft.rules[index])).toEqual([true, false, true]);
  });

  it('keeps a weight when a rule is wrapped, and gives it to the parts when it is taken apart', () => {
    const wrapped = wrapCondition(draft, 'd', 'not');
    expect(toMappingRules(wrapped).mappingRules.rules[2]).toEqual({ not: { attribute: 'd', is: { in: ['x'] } } });
    expect(unwrapGroup(draft, 'g').rules.map(({ condition, weight }) => [condition.id, weight])).toEqual([['a', 1], ['b', 2], ['h', 2], ['d', 1]]);
  });
  it('leaves an empty group that wants something', () => {
    expect(toMappingRules(removeCondition(draft, 'c')).unfinished).toBe(1);
  });
});
