import { parseRuleSet } from '@likeness/core';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from './personas.ts';
import { findBest, readRules, scoreVisitor } from './score-visitor.ts';
import { toSentence } from './to-sentence.ts';

const read = (rules: unknown) => {
  const result = readRules(JSON.stringify(rules));
  if (!result.ok) throw new Error(result.problem);
  return result.ruleSet;
};

describe('readRules', () => {
  it.each([
    ['{"age": ', /^This is not JSON: /],
    ['[1]', /^Expected an object of mapping rules/],
    ['{"age": {"min": 40, "max": 25}}', /^age: /],
    ['{}', /^No rules yet/],
  ])('refuses %s', (text, problem) => {
    expect(readRules(text)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });

  it('takes the personas that the page starts with', () => {
    expect(PERSONAS.map(({ rules }) => readRules(JSON.stringify(rules)).ok)).toEqual([true, true, true]);
  });
});

describe('findBest', () => {
  const half = read({ age: { min: 30 }, role: ['Founder'] });
  const halfButSure = read({ age: { min: 30 }, location: ['Leeds'] });
  const answers = { age: 31, location: 'Paris' };

  it('takes the higher score, then the higher evidence, then the first', () => {
    const best = (...ruleSets: (typeof half)[]) => findBest(scoreVisitor(ruleSets, answers));
    expect(best(half, read({ age: { min: 30 } }))).toBe(1);
    expect(best(half, halfButSure)).toBe(1);
    expect(best(half, half)).toBe(0);
  });

  it('takes none when nobody matches', () => {
    expect(findBest(scoreVisitor([read({ age: { min: 60 } })], answers))).toBeNull();
    expect(findBest([])).toBeNull();
  });
});

describe('toSentence', () => {
  it.each([
    [{ age: { min: 25, max: 40 } }, 'age is 25 to 40'],
    [{ age: { min: 25 } }, 'age is at least 25'],
    [{ rules: [{ attribute: 'age', is: { atMost: 40 } }] }, 'age is at most 40'],
    [{ location: ['London', 'Leeds', 'Paris'] }, 'location is London, Leeds or Paris'],
    [{ rules: [{ attribute: 'goals', is: { allOf: ['a', 'b'] } }] }, 'goals has a and b'],
    [{ rules: [{ attribute: 'goals', is: { noneOf: ['a'] } }] }, 'goals has none of a'],
    [{ rules: [{ attribute: 'goals', is: { atLeastOf: { count: 2, values: ['a', 'b', 'c'] } } }] }, 'goals has at least 2 of a, b or c'],
    [{ rules: [{ attribute: 'comment', is: { contains: ['refund'] } }] }, 'comment contains refund'],
    [{ rules: [{ attribute: 'comment', is: { answered: false } }] }, 'comment is not answered'],
    [{ rules: [{ all: [{ attribute: 'a', is: { answered: true } }, { not: { attribute: 'b', is: { in: [true] } } }], label: 'Both' }] }, 'Both: a is answered and not (b is true)'],
  ])('%j reads "%s"', (rules, sentence) => {
    const parsed = parseRuleSet(rules);
    expect(parsed.ok && parsed.ruleSet.rules.map(toSentence)).toEqual([sentence]);
  });
});
