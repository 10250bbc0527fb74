import { expect, it } from 'vitest';
import { toHistory } from './to-history.ts';
import { toReasons } from './to-reasons.ts';
import { toResponseQuery } from './to-response-query.ts';
import type { ResponseDetail } from './use-responses.ts';

it('asks the API for what the address says', () => {
  expect(toResponseQuery({ form: 2, range: '7', persona: 4, band: 'weak', q: 'x', attribute: 'age', answer: '31', columns: 'age' }, '2026-01-31')).toEqual({
    form_id: 2, persona_id: 4, band: 'weak', text: 'x', attribute: 'age', answer: '31', startDate: '2026-01-25', endDate: '2026-01-31',
  });
  expect(toResponseQuery({ range: '7', from: '2026-01-01', attribute: 'age' }, '2026-01-31')).toEqual({ startDate: '2026-01-01' });
  expect(toResponseQuery({}, '2026-01-31')).toEqual({});
});

it('says for each rule what was answered, and what was not', () => {
  expect(toReasons({
    age: { expected: { min: 25 }, actual: 31, match: true, answered: true },
    plan: { expected: ['pro'], actual: ['Free', 'Team'], match: false, answered: true },
    city: { expected: ['Leeds'], actual: null, match: false, answered: false },
    Busy: { expected: { any: [] }, actual: { goals: ['Save time'], comment: null }, match: true, answered: true },
  })).toMatchObject([
    { rule: 'age', actual: '31', outcome: 'matched' },
    { rule: 'plan', actual: 'Free; Team', outcome: 'unmatched' },
    { rule: 'city', actual: 'not answered', outcome: 'unanswered' },
    { rule: 'Busy', actual: 'goals: Save time', outcome: 'matched' },
  ]);
});

it('follows the personas of a person from the oldest response to the newest', () => {
  const responseOf = (id: number, at: string, ...scores: [number, number, 'strong' | 'moderate' | 'weak'][]) =>
    ({ id, submitted_at: at, scores: scores.map(([persona_id, match_score, band]) => ({ persona_id, persona_name: `P${persona_id}`, match_score, band })) }) as ResponseDetail;
  const { at, personas } = toHistory([responseOf(9, '2026-02-01', [2, 80, 'strong'], [1, 40, 'weak']), responseOf(4, '2026-01-01', [1, 90, 'strong'])]);
  expect(at.map(({ responseId }) => responseId)).toEqual([4, 9]);
  expect(personas.map(({ name, hasChanged, scores }) => [name, hasChanged, scores.map((score) => score?.score ?? null)])).toEqual([
    ['P2', false, [null, 80]],
    ['P1', true, [90, 40]],
  ]);
});
