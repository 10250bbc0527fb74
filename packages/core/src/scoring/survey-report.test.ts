import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Score } from '../rules/rule-set.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { arbitraryScores, ruleSetOf, scoreOf } from './scored-rules.testing.ts';
import { toSurveyReport } from './survey-report.ts';
import { createSurveyTally } from './survey-tally.ts';

const five = ruleSetOf([1000, 1000, 1000, 1000, 1000]);
const two = ruleSetOf([2000, 1000], 'ignore');
const csat: MetricDefinition = { name: 'csat', field: 'csat', kind: 'mean', min: 1, max: 5 };

describe('toSurveyReport', () => {
  it('counts bands by responses and coverage by respondents', () => {
    const tally = createSurveyTally({ personas: [{ name: 'Maya', ruleSet: five }], metrics: [csat] });
    // One respondent answered three times; the latest answer alone decides about the person.
    for (const letters of ['mmmmm', 'mmmuu', 'mu---']) tally.addResponse([scoreOf(five, letters)], [4]);
    tally.addResponse([scoreOf(five, 'mmmm-')], ['rejected']);
    tally.addRespondent([scoreOf(five, 'mu---')]);
    tally.addRespondent([scoreOf(five, 'mmmm-')]);

    const report = toSurveyReport(tally);
    expect(report).toMatchObject({ responses: 4, respondents: 2, uncovered: 1 });
    expect(report.personas[0]).toMatchObject({
      name: 'Maya', responses: 4, mean_score: 65, strong: 2, moderate: 1, weak: 1, evidence: 0.8,
      score_histogram: { '20.00': 1, '60.00': 1, '80.00': 1, '100.00': 1 },
      coverage: { count: 1, percentage: 50, interval: [9.45, 90.55] },
      strong_coverage: { count: 1, percentage: 50 },
      prevalence: { count: 0, percentage: 0 },
      metrics: { csat: { responses: 3, answered: 2, rejected: 1, mean: 4 } },
      verdict: 'too few to tell',
    });
    expect(report.personas[0]?.rules).toEqual([
      { label: 'rule 1', matched: 4, missing: 0 },
      { label: 'rule 2', matched: 3, missing: 0 },
      { label: 'rule 3', matched: 3, missing: 1 },
      { label: 'rule 4', matched: 2, missing: 1 },
      { label: 'rule 5', matched: 1, missing: 2 },
    ]);
    expect(report.metrics).toMatchObject({ csat: { responses: 4, answered: 3, rejected: 1, mean: 4 } });
    expect(Object.keys(report.personas[0]?.score_histogram ?? {})).toEqual(['20.00', '60.00', '80.00', '100.00']);
  });

  it('reports overlaps by name, the union and its strong part', () => {
    const tally = createSurveyTally({
      personas: [{ name: 'A', ruleSet: five }, { name: 'B', ruleSet: two }, { name: '__proto__', ruleSet: two }],
      metrics: [],
    });
    tally.addRespondent([scoreOf(five, 'mmmmm'), scoreOf(two, 'mm'), scoreOf(two, 'uu')]);
    tally.addRespondent([scoreOf(five, 'mmmuu'), scoreOf(two, 'um'), scoreOf(two, 'uu')]);
    tally.addRespondent([scoreOf(five, 'muuuu'), scoreOf(two, 'mu'), scoreOf(two, 'uu')]);
    tally.addRespondent([scoreOf(five, '-----'), scoreOf(two, '--'), scoreOf(two, '--')]);

    const report = toSurveyReport(tally);
    expect(report.overlap).toEqual([
      { a: 'A', b: 'B', both: 1, jaccard: 0.333333 },
      { a: 'A', b: '__proto__', both: 0, jaccard: 0 },
      { a: 'B', b: '__proto__', both: 0, jaccard: 0 },
    ]);
    expect(report.union).toEqual({ covered: 3, percentage: 75, interval: [30.06, 95.44] });
    expect(report.strong_union).toMatchObject({ covered: 1, percentage: 25 });
    expect(report.uncovered).toBe(1);
  });

  it('shows a persona without rules as such, never as 0 %', () => {
    const tally = createSurveyTally({
      personas: [{ name: 'Empty', ruleSet: ruleSetOf([]) }, { name: 'Maya', ruleSet: five }],
      metrics: [csat],
    });
    tally.addResponse([null, scoreOf(five, 'mmmmm')], [5]);
    tally.addRespondent([null, scoreOf(five, 'mmmmm')]);
    const report = toSurveyReport(tally);
    expect(report.personas[0]).toMatchObject({
      mean_score: null, evidence: null, rules: [], score_histogram: {}, verdict: 'no rules yet',
      coverage: { count: 0, percentage: null, interval: null },
      coherence: { observed_percentage: null, expected_percentage: null, ratio: null, interval: null },
    });
    expect(report.overlap).toEqual([]);
    expect(report.union).toMatchObject({ covered: 1, percentage: 100 });
  });

  it('knows nothing of an empty survey', () => {
    const report = toSurveyReport(createSurveyTally({ personas: [{ name: 'Maya', ruleSet: five }], metrics: [csat] }));
    expect(report).toMatchObject({ responses: 0, union: { covered: 0, percentage: null, interval: null } });
    expect(report.personas[0]).toMatchObject({ mean_score: null, evidence: null, verdict: 'too few to tell' });
  });

  it('judges by coherence: traits that go together, traits that do not, and traits of everybody', () => {
    const verdictOf = (letters: readonly string[]): string | undefined => {
      const tally = createSurveyTally({ personas: [{ name: 'Maya', ruleSet: five }], metrics: [] });
      for (let round = 0; round < 50; round += 1) {
        for (const each of letters) tally.addRespondent([scoreOf(five, each)]);
      }
      return toSurveyReport(tally).personas[0]?.verdict;
    };
    expect(verdictOf(['mmmmm', 'uuuuu', 'uuuuu', 'muuuu'])).toBe('good');
    const everyCombination = Array.from({ length: 32 }, (_, mask) =>
      [1, 2, 4, 8, 16].map((bit) => ((mask & bit) === 0 ? 'u' : 'm')).join(''),
    );
    expect(verdictOf(everyCombination)).toBe('poor');
    expect(verdictOf(['mmmuu', 'mmmmm', 'mmmmu', 'mmumu', 'mmumm', 'ummmm'])).toBe('too broad');
  });

  it('refuses scores that do not fit its personas', () => {
    const tally = createSurveyTally({ personas: [{ name: 'Maya', ruleSet: five }], metrics: [csat] });
    expect(() => tally.addRespondent([])).toThrow(RangeError);
    expect(() => tally.addRespondent([null])).toThrow(RangeError);
    expect(() => tally.addResponse([scoreOf(five, 'mmmmm')], [])).toThrow(RangeError);
    expect(tally.counts).toEqual({ responses: 0, respondents: 0 });
  });

  it('does not depend on the order, keeps every share within its interval, and its parts within the whole', () => {
    fc.assert(
      fc.property(arbitraryScores, ({ ruleSet, scores }) => {
        const reportOf = (list: readonly Score[]) => {
          const tally = createSurveyTally({ personas: [{ name: 'A', ruleSet }, { name: 'B', ruleSet }], metrics: [csat] });
          for (const score of list) {
            tally.addResponse([score, score], [score.scoreHundredths % 7 === 0 ? null : 3]);
            tally.addRespondent([score, list[0] ?? score]);
          }
          return toSurveyReport(tally);
        };
        const report = reportOf(scores);
        for (const persona of report.personas) {
          expect(persona.strong + persona.moderate + persona.weak).toBe(scores.length);
          expect(persona.prevalence.count <= persona.strong_coverage.count).toBe(true);
          expect(persona.strong_coverage.count <= persona.coverage.count).toBe(true);
          expect(persona.coverage.count <= report.union.covered).toBe(true);
          for (const { percentage, interval } of [persona.coverage, persona.strong_coverage, persona.prevalence]) {
            if (percentage === null || interval === null) continue;
            expect(interval[0] <= percentage && percentage <= interval[1]).toBe(true);
            expect(interval[0] >= 0 && interval[1] <= 100).toBe(true);
          }
        }
        expect(report.union.covered + report.uncovered).toBe(scores.length);
        const [first, ...rest] = scores;
        // The first stays first: persona B is scored by it throughout.
        if (first !== undefined) expect(reportOf([first, ...rest.toReversed()])).toEqual(report);
      }),
    );
  });
});
