import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricAnswer, MetricDefinition } from './metric-definition.ts';
import { addMetricAnswer, createMetricTally, toMetricReport } from './metric-tally.ts';

const nps: MetricDefinition = { name: 'nps', field: 'q', kind: 'nps' };
const mean: MetricDefinition = { name: 'csat', field: 'q', kind: 'mean', min: 1, max: 5 };
const share: MetricDefinition = { name: 'yes', field: 'q', kind: 'share', value: 'yes' };

const reportOf = (definition: MetricDefinition, answers: readonly MetricAnswer[]) => {
  const tally = createMetricTally(definition);
  for (const answer of answers) addMetricAnswer(tally, answer);
  return toMetricReport(tally);
};
const times = (count: number, answer: MetricAnswer): MetricAnswer[] => Array.from({ length: count }, () => answer);

describe('toMetricReport', () => {
  // NPS interval: R, adjusted Wald
  it('reports an NPS with what was rejected beside it', () => {
    const answers = [...times(50, 9), ...times(30, 7), ...times(20, 3), ...times(4, null), 'rejected' as const];
    expect(reportOf(nps, answers)).toEqual({
      responses: 105, answered: 100, rejected: 1,
      promoters: 50, passives: 30, detractors: 20, nps: 30, interval: [14.05, 44.2],
    });
  });

  // R t.test and prop.test on the same ten answers
  it('reports a mean and a share', () => {
    expect(reportOf(mean, [5, 5, 4, 4, 4, 3, 2, 5, 1, 4])).toEqual({
      responses: 10, answered: 10, rejected: 0, mean: 3.7,
      interval: [2.7432, 4.6568],
    });
    expect(reportOf(share, [...times(7, 1), ...times(3, 0), null])).toEqual({
      responses: 11, answered: 10, rejected: 0, count: 7, share: 70,
      interval: [39.68, 89.22],
    });
  });

  it('rounds halves up: 23 of 32 promoters are 71.88', () => {
    expect(reportOf(nps, [...times(23, 10), ...times(9, 8)])).toMatchObject({ nps: 71.88 });
  });

  // A metric nobody answered was stored as 0.00 by the original.
  it('is null when nobody answered, never 0', () => {
    expect(reportOf(nps, [null, 'rejected'])).toMatchObject({ responses: 2, answered: 0, rejected: 1, nps: null, interval: null });
    expect(reportOf(mean, [])).toEqual({ responses: 0, answered: 0, rejected: 0, mean: null, interval: null });
    expect(reportOf(share, [null])).toMatchObject({ count: 0, share: null, interval: null });
  });

  it('keeps the mean where the spread is too large for a double', () => {
    expect(reportOf({ name: 'm', field: 'q', kind: 'mean' }, [1e308, -1e308, 3])).toMatchObject({ mean: 1, interval: null });
  });

  it('has intervals that contain their figure, also after rounding', () => {
    const answers = fc.array(fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100_000), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(answers, answers.map(([first = 0, ...rest]) => [first, ...rest.map(() => first)])), (list) => {
        const report = reportOf({ name: 'm', field: 'q', kind: 'mean' }, list);
        const figure = 'mean' in report ? report.mean : null;
        const [low, high] = report.interval ?? [];
        expect(figure !== null && low !== undefined && high !== undefined && low <= figure && figure <= high).toBe(true);
      }),
    );
  });

  it.each([[nps, 11], [nps, 7.5], [share, 2], [mean, Number.NaN]] as const)('refuses to count %j as %f', (definition, answer) => {
    const tally = createMetricTally(definition);
    expect(() => addMetricAnswer(tally, answer)).toThrow(RangeError);
    expect(tally.responses).toBe(0);
  });
});
