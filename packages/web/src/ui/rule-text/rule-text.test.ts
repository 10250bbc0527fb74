import { describe, expect, it } from 'vitest';
import { createFormats } from '../formats.ts';
import { toExpectedText, toRuleText, toRuleTexts } from './to-rule-text.ts';

describe('toRuleText', () => {
  it.each([
    [{ between: [25, 40] }, 'age between 25 and 40'],
    [{ between: [1985, null] }, 'age is at least 1985'],
    [{ between: [null, '2026-01-31'] }, 'age is at most 31 Jan 2026'],
    [{ in: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'age is one of a, b, c, d and 2 more'],
    [{ in: [true] }, 'age is yes'],
    [{ atLeastOf: { count: 2, values: ['a', 'b'] } }, 'age has at least 2 of a, b'],
    [{ answered: false }, 'age is not answered'],
    [{ in: [] }, 'age is one of … (choose)'],
  ] as const)('says %j', (is, expected) => expect(toRuleText({ attribute: 'age', is: structuredClone(is) as never }, createFormats('en-GB'))).toBe(expected));

  it('says a group that is empty', () => expect(toRuleText({ group: 'any', parts: [] })).toBe('any of: nothing yet'));
});

it('says each rule of a persona with the names of its attributes, and a label instead', () => {
  const rules = [
    { attribute: 'company_size', is: { in: ['1', '2-9'] } },
    { any: [{ attribute: 'plan', is: { in: ['pro'] } }, { all: [{ attribute: 'seats', is: { atLeast: 10 } }, { attribute: 'goals', is: { allOf: ['Grow'] } }] }] },
    { not: { attribute: 'churned', is: { in: [true] } } },
    { not: { any: [{ attribute: 'a', is: { answered: true } }, { attribute: 'b', is: { answered: true } }] } },
    { any: [], label: 'Serious user' },
    { attribute: 'tone', is: { sounds: 'like' } },
  ];
  expect(toRuleTexts({ rules })).toEqual([
    'Company size is one of 1, 2-9',
    'any of: Plan is pro or (all of: Seats is at least 10 and Goals has all of Grow)',
    'not: Churned is yes',
    'none of: A is answered or B is answered',
    'Serious user',
    '{"attribute":"tone","is":{"sounds":"like"}}',
  ]);
  expect(toRuleTexts(null)).toEqual([]);
});

describe('toExpectedText', () => {
  it.each([
    [{ min: 25, max: 40 }, 'between 25 and 40'],
    [{ min: 0 }, 'is at least 0'],
    [{ max: 40 }, 'is at most 40'],
    [['London', 'Leeds'], 'is one of London, Leeds'],
    ['London', 'is London'],
    [{ noneOf: ['Phone'] }, 'has none of Phone'],
    [{ mentions: ['invoice', 'paid'] }, 'mentions any of invoice, paid'],
    [{ not: { attribute: 'churned', is: { in: [true] } } }, 'not: churned is yes'],
    [{ any: [{ attribute: 'plan', is: { in: ['pro'] } }, { attribute: 'seats', is: { atLeast: 10 } }] }, 'any of: plan is pro or seats is at least 10'],
    [{ sounds: 'like' }, '{"sounds":"like"}'],
    [null, ''],
  ])('says %j', (expected, text) => expect(toExpectedText(expected)).toBe(text));
});
