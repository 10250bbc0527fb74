import { describe, expect, it } from 'vitest';
import { compileDictionary, resolveField } from '../answers/dictionary.ts';
import { findAnswer } from '../answers/find-answer.ts';
import { type MetricDefinition, toMetricAnswer } from './metric-definition.ts';

const dictionary = compileDictionary([
  { name: 'q', missing: ['99'] },
  { name: 'tools', delimiter: ', ' },
  { name: 'churned', type: 'boolean' },
]);
const read = (metric: MetricDefinition, given: unknown) =>
  toMetricAnswer(metric, resolveField(dictionary, metric.field), findAnswer(dictionary, { [metric.field]: given }, metric.field));

describe('toMetricAnswer', () => {
  it.each([
    ['10', 10],
    [' 9.0 ', 9],
    [0, 0],
    ['', null],
    [null, null],
    ['99', null],
    ['11', 'rejected'],
    [-1, 'rejected'],
    ['7.5', 'rejected'],
    ['ten', 'rejected'],
    [true, 'rejected'],
    [[9, 10], 'rejected'],
    [{ score: 9 }, 'rejected'],
  ])('reads the NPS answer %j as %j', (given, answer) => {
    expect(read({ name: 'nps', field: 'q', kind: 'nps' }, given)).toBe(answer);
  });

  it.each([
    [{ min: 1, max: 5 }, '5', 5],
    [{ min: 1, max: 5 }, 5.01, 'rejected'],
    [{ min: 1, max: 5 }, 0, 'rejected'],
    [{ min: 0 }, 0, 0],
    [{ min: 0 }, -0.5, 'rejected'],
    [{}, '-1,200.5', -1200.5],
    [{}, 'about 3', 'rejected'],
  ])('within %j reads %j as %j', (scale, given, answer) => {
    expect(read({ name: 'm', field: 'q', kind: 'mean', ...scale }, given)).toBe(answer);
  });

  it.each([
    ['q', 'yes', ' YES ', 1],
    ['q', 'yes', 'no', 0],
    ['q', 'yes', '', null],
    ['q', 'yes', { odd: 1 }, 0],
    ['tools', 'R', 'Python, r', 1],
    ['churned', true, 'Y', 1],
  ])('of %s = %j reads %j as %j', (field, value, given, answer) => {
    expect(read({ name: 's', field, kind: 'share', value }, given)).toBe(answer);
  });
});
