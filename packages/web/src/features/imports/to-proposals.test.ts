import { describe, expect, it } from 'vitest';
import { type Distribution, type HeldAttribute, toCandidates, toProposals } from './to-proposals.ts';

const held = (attribute: string, more: Partial<HeldAttribute> = {}): HeldAttribute => ({ attribute, label: null, type: 'choice', role: null, is_personal: false, form_ids: [1], responses: 10, ...more });
const choice = (attribute: string, values: string[], more: Partial<Distribution> = {}): Distribution => ({
  attribute, type: 'choice', respondents: 100, answered: 90, missing: 10, unreadable: 0, smallest: null, median: null, largest: null, bins: null, below: 0, above: 0,
  values: values.map((value, index) => ({ value, respondents: 50 - index, matching: null })), distinct: values.length, as_of: '2026-01-01T00:00:00.000Z', ...more,
});
const age: Distribution = { ...choice('age', []), type: 'number', values: null, bins: [20, 30, 40, 50].map((from) => ({ from, to: from + 10, respondents: 25, matching: null })) };

describe('the questions that are looked at', () => {
  it('describe people first; personal data, metrics and free text are left alone', () => {
    const all = [held('plan'), held('mail', { is_personal: true }), held('nps', { role: 'metric' }), held('why', { type: 'text' }), held('age', { role: 'demographic', type: 'number' })];
    expect(toCandidates(all).map(({ attribute }) => attribute)).toEqual(['age', 'plan']);
  });
});

describe('personas from the data', () => {
  const [plan, town] = [choice('plan', ['free', 'pro']), choice('town', ['Oslo', 'Rome', 'Bonn'], { type: 'multi' })];

  it('have three rules each, of answers in the order of their frequency', () => {
    const proposals = toProposals([age, plan, town]);
    expect(proposals.map(({ name }) => name)).toEqual(['30–49, free, Oslo', '20–39, pro, Rome', '40–59, free, Bonn']);
    expect(proposals[0]?.mapping_rules.rules).toEqual([{ attribute: 'age', is: { between: [30, 49] } }, { attribute: 'plan', is: { in: ['free'] } }, { attribute: 'town', is: { anyOf: ['Oslo'] } }]);
  });

  it('are not made of too few questions, of answers that hardly anybody gave, or of answers that do not come back', () => {
    expect(toProposals([age, plan])).toEqual([]);
    expect(toProposals([age, plan, { ...town, answered: 20 }])).toEqual([]);
    expect(toProposals([age, plan, { ...town, distinct: 900 }])).toEqual([]);
    expect(toProposals([])).toEqual([]);
  });
});
