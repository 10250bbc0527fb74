import { describe, expect, it } from 'vitest';
import { type FieldDefinition, compileDictionary } from '../answers/dictionary.ts';
import type { ResponseData } from '../answers/find-answer.ts';
import { compilePredicate } from './compile-predicate.ts';
import { evaluateNaively } from './evaluate-naively.ts';
import { parseRuleSet } from './parse-rule-set.ts';
import type { Condition, RuleOutcome, Score, Test } from './rule-set.ts';

/** Scores with the reference and with the compiled predicate, which must agree. */
function score(rules: unknown, responseData: ResponseData, fields: FieldDefinition[] = []): Score {
  const dictionary = compileDictionary(fields);
  const parsed = parseRuleSet(rules, { dictionary });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const naive = evaluateNaively(parsed.ruleSet, dictionary, responseData);
  expect(compilePredicate(parsed.ruleSet, dictionary).score(responseData)).toEqual(naive);
  return naive;
}

function judge(condition: Condition, responseData: ResponseData, fields: FieldDefinition[] = []): RuleOutcome | undefined {
  return score({ rules: [condition] }, responseData, fields).outcomes[0];
}

const M = 'matched';
const U = 'unmatched';
const N = 'unanswered';

describe('faults of the original', () => {
  it('fault 1: a bound of 0 and a single bound both count', () => {
    expect(score({ age: { min: 0 } }, { age: -1 }).scoreHundredths).toBe(0);
    expect(score({ age: { min: 0 } }, { age: 0 }).scoreHundredths).toBe(10_000);
    expect(score({ balance: { max: 0 } }, { balance: 1 }).scoreHundredths).toBe(0);
    expect(score({ age: { min: 25 } }, { age: 24 }).scoreHundredths).toBe(0);
    expect(score({ age: { max: 40 } }, { age: 41 }).scoreHundredths).toBe(0);
  });

  it('fault 2: names and values compare without regard to case, width and white space', () => {
    const fields = [{ name: 'age', aliases: ['respondent_age'] }, { name: 'city', synonyms: { NYC: 'New York' } }];
    const rules = { Age: { min: 25 }, CITY: ['new york'], plan: ['Straße'] };
    const response = { RESPONDENT_AGE: ' 1,032 ', City: 'nyc', ' Plan ': 'ＳＴＲＡＳＳＥ' };
    expect(score(rules, response, fields).outcomes).toEqual([M, M, M]);
  });

  it('fault 3: an unanswered question is told from a mismatch', () => {
    const rules = { age: { min: 25 }, city: ['London'], plan: ['pro'] };
    const response = { age: 30, city: ' ', plan: 'free' };
    expect(score(rules, response)).toMatchObject({
      outcomes: [M, N, U],
      matchedWeight: 1000,
      answeredWeight: 2000,
      totalWeight: 3000,
      scoreHundredths: 3333,
    });
    const full = { missing: 'ignore', rules: [{ attribute: 'age', is: { atLeast: 25 } }, { attribute: 'city', is: { in: ['London'] } }] };
    expect(score(full, response).scoreHundredths).toBe(10_000);
  });
});

describe('tests', () => {
  const cases: [Test, unknown, RuleOutcome, Omit<FieldDefinition, 'name'>?][] = [
    [{ between: [25, 40] }, 25, M],
    [{ between: [25, 40] }, '40', M],
    [{ between: [25, 40] }, 40.01, U],
    [{ between: [25, 40] }, 'about 30', U],
    [{ between: [25, 40] }, true, U],
    [{ between: [null, 40] }, -1e308, M],
    [{ between: [25, 40] }, [10, 30], M],
    [{ between: [25, 40] }, [10, 50], U],
    [{ atLeast: 25 }, NaN, N],
    [{ atLeast: 25 }, { min: 30 }, U],
    [{ between: ['2020-01-01', '2020-01-31'] }, '2020-01-31T23:59:59.999', M],
    [{ between: ['2020-01-01', '2020-01-31'] }, '2020-02-01', U],
    [{ between: ['2020-01-01', '2020-01-31'] }, '1/31/2020 11:00 PM', M, { dateOrder: 'mdy' }],
    [{ between: ['2020-01-01', '2020-01-31'] }, '1/31/2020', U],
    [{ atMost: '2020-01-31T12:00' }, '2020-01-31T12:00', M],
    [{ atMost: '2020-01-31T12:00' }, '2020-01-31T12:00:01', U],
    [{ atMost: '2020-01-31T12:00Z' }, '2020-01-31T13:00+02:00', M],
    [{ atLeast: '2020-01-31' }, 20200131, U],
    [{ in: ['London', 10] }, ' LONDON', M],
    [{ in: ['London', 10] }, '10', M],
    [{ in: ['London', 10] }, '10.0', U],
    [{ in: [10] }, '10.0', M, { type: 'number' }],
    [{ in: [true] }, 'yes', U],
    [{ in: [true] }, 'yes', M, { type: 'boolean' }],
    [{ in: ['no'] }, false, M, { type: 'boolean' }],
    [{ in: ['unknown'] }, 'unknown', N, { missing: ['UNKNOWN'] }],
    [{ in: ['b'] }, ['a', 'B '], M],
    [{ anyOf: ['R', 'SAS'] }, 'Python, R', M, { delimiter: ', ' }],
    [{ anyOf: ['R', 'SAS'] }, 'Python, R', U],
    [{ allOf: ['R', 'r', 'SAS'] }, ['sas', 'R', 'x'], M],
    [{ allOf: ['R', 'SAS'] }, ['R', 'r'], U],
    [{ noneOf: ['R'] }, ['SAS'], M],
    [{ noneOf: ['R'] }, [' r '], U],
    [{ noneOf: ['R'] }, [], N],
    [{ atLeastOf: { count: 2, values: ['a', 'b', 'c'] } }, ['A', 'a', 'x'], U],
    [{ atLeastOf: { count: 2, values: ['a', 'b', 'c'] } }, ['A', 'c', 'x'], M],
    [{ contains: ['by MYSELF'] }, 'Learned  by  myself, mostly', M],
    [{ contains: ['error'] }, 'terrors', M],
    [{ contains: ['error'] }, 'none', U],
    [{ mentions: ['error'] }, 'terrors', U],
    [{ mentions: ['error'] }, 'Manual ERRORS!', M],
    [{ mentions: ['Fehler'] }, 'viele Fehlern', M, { language: 'de' }],
    [{ answered: true }, 0, M],
    [{ answered: true }, '', U],
    [{ answered: false }, '', M],
    [{ answered: false }, 'x', U],
  ];
  it.each(cases)('%j on %j is %s (%j)', (is, given, outcome, field) => {
    expect(judge({ attribute: 'a', is }, { a: given }, [{ name: 'a', ...field }])).toBe(outcome);
  });
});

describe('groups', () => {
  const has = (name: string): Condition => ({ attribute: name, is: { in: ['yes'] } });
  const answers = { m: 'yes', u: 'no', n: null };
  it.each([
    ['any', 'mn', M],
    ['any', 'un', N],
    ['any', 'uu', U],
    ['all', 'mm', M],
    ['all', 'mn', N],
    ['all', 'un', U],
  ] as const)('%s of %s is %s', (kind, names, outcome) => {
    const members = [...names].map(has);
    const group: Condition = kind === 'any' ? { any: members } : { all: members };
    expect(judge(group, answers)).toBe(outcome);
    const opposite = { matched: U, unmatched: M, unanswered: N } as const;
    expect(judge({ not: group }, answers)).toBe(opposite[outcome]);
  });
});
