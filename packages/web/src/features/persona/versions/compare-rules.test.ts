import { expect, it } from 'vitest';
import { readRules } from '../rules/read-rules.ts';
import { compareRules } from './compare-rules.ts';

const rules = (...list: object[]) => {
  const read = readRules({ rules: list });
  if (!read.ok) throw new Error('not readable');
  return read.draft;
};
const age = { attribute: 'age', is: { between: [20, 30] } };
const plan = { attribute: 'plan', is: { in: ['pro'] } };

it('tells added, removed and changed rules apart', () => {
  const { rules: found, missing } = compareRules(rules(age, plan), rules({ ...age, is: { between: [20, 40] } }, { attribute: 'city', is: { in: ['Rome'] } }));
  expect(found.map(({ kind }) => kind)).toEqual(['changed', 'added', 'removed']);
  expect(missing).toBeNull();
});
it('sees weights, required and labels, and not the order', () => {
  expect(compareRules(rules(age, plan), rules(plan, age)).rules).toEqual([]);
  expect(compareRules(rules(age), rules({ ...age, weight: 2 })).rules).toMatchObject([{ kind: 'changed', before: { weight: 1 }, after: { weight: 2 } }]);
});
it('pairs a rule with the one of its name, whatever it asks now', () => {
  expect(compareRules(rules({ ...age, label: 'Adult' }), rules({ ...plan, label: 'Adult' })).rules.map(({ kind }) => kind)).toEqual(['changed']);
});
it('sees what missing answers count', () => {
  expect(compareRules(rules(age), { ...rules(age), missing: 'ignore' }).missing).toEqual({ before: 'unmatched', after: 'ignore' });
});
