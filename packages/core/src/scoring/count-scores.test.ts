import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../answers/dictionary.ts';
import { compileKernel } from '../frame/compile-kernel.ts';
import { arbitraryRuleSet } from '../rules/arbitrary-rules.testing.ts';
import { evaluateNaively } from '../rules/evaluate-naively.ts';
import { DEFAULT_BAND_THRESHOLDS, type RuleSet } from '../rules/rule-set.ts';
import { countScores, type ScoreTally } from './count-scores.ts';
import { groupRows, newestIds, OTHERS, PEOPLE } from './group-rows.ts';
import { LEVEL_COUNT, levelOf, STRONG } from './row-levels.ts';
import { arbitrarySurvey, frameOf, type GivenResponse, type GivenSurvey, withinWindow } from './survey-frame.testing.ts';
import { daySpan, markWindowRows } from './window-rows.ts';

const never = (): boolean => false;
const scoreNaively = (survey: GivenSurvey, ruleSet: RuleSet) => (response: GivenResponse) =>
  evaluateNaively(ruleSet, compileDictionary(survey.fields), response.responseData, DEFAULT_BAND_THRESHOLDS);
const byOutcomes = (tallies: readonly ScoreTally[]) => new Map(tallies.map((tally) => [tally.score.outcomes.join(), tally]));

function countNaively(survey: GivenSurvey, ruleSet: RuleSet): ScoreTally[] {
  const { responses, latest } = withinWindow(survey);
  const tallies = new Map<string, ScoreTally>();
  for (const response of responses) {
    const score = scoreNaively(survey, ruleSet)(response);
    const tally = tallies.get(score.outcomes.join()) ?? { score, responses: 0, respondents: 0 };
    tally.responses += 1;
    if (latest.includes(response)) tally.respondents += 1;
    tallies.set(score.outcomes.join(), tally);
  }
  return [...tallies.values()];
}

describe('countScores', () => {
  it('counts as the naive interpreter does, and whom another rule set would move', () => {
    fc.assert(
      fc.property(arbitrarySurvey, arbitraryRuleSet, arbitraryRuleSet, (survey, ruleSet, other) => {
        const frame = frameOf(survey, [ruleSet, other]);
        const marks = markWindowRows(frame, survey.window);
        const counted = countScores(frame, { now: compileKernel(ruleSet, frame), before: compileKernel(other, frame), marks, isCancelled: never });
        if (counted === null) throw new Error('nobody cancelled it');
        expect(byOutcomes(counted.now)).toEqual(byOutcomes(countNaively(survey, ruleSet)));
        expect(byOutcomes(counted.before ?? [])).toEqual(byOutcomes(countNaively(survey, other)));
        const moves = Array.from({ length: LEVEL_COUNT * LEVEL_COUNT }, () => 0);
        for (const response of withinWindow(survey).latest) {
          const cell = levelOf(scoreNaively(survey, other)(response)) * LEVEL_COUNT + levelOf(scoreNaively(survey, ruleSet)(response));
          moves[cell] = (moves[cell] ?? 0) + 1;
        }
        expect([...counted.moves]).toEqual(moves);
      }),
      { numRuns: 150 },
    );
  });

  it('knows the first and the last day, and ends when nobody waits', () => {
    fc.assert(
      fc.property(arbitrarySurvey, arbitraryRuleSet, (survey, ruleSet) => {
        const frame = frameOf(survey, [ruleSet]);
        const marks = markWindowRows(frame, survey.window);
        const days = withinWindow(survey).responses.map(({ day }) => day).toSorted();
        expect(daySpan(frame, marks)).toEqual(days.length === 0 ? null : { first: days[0], last: days.at(-1) });
        const ended = countScores(frame, { now: compileKernel(ruleSet, frame), before: null, marks, isCancelled: () => true });
        expect(ended === null || frame.rowCount === 0).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('groupRows and newestIds', () => {
  it('find the people, everybody else, and the newest of the people', () => {
    fc.assert(
      fc.property(arbitrarySurvey, arbitraryRuleSet, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 }), (survey, ruleSet, before, limit) => {
        const frame = frameOf(survey, [ruleSet]);
        const marks = markWindowRows(frame, survey.window);
        const groups = groupRows(frame, { kernels: [compileKernel(ruleSet, frame)], marks, isMember: ([level = 0]) => level >= STRONG, isCancelled: never });
        if (groups === null) throw new Error('nobody cancelled it');
        const { latest } = withinWindow(survey);
        const isStrong = (response: GivenResponse): boolean => scoreNaively(survey, ruleSet)(response).band === 'strong';
        for (const { id } of latest) expect(groups[frame.rowOf(id)]).toBe(isStrong(latest.find((one) => one.id === id) as GivenResponse) ? PEOPLE : OTHERS);
        expect(groups.filter((group) => group === PEOPLE || group === OTHERS).length).toBe(latest.length);
        const ids = latest.filter(isStrong).map(({ id }) => id).filter((id) => id < before).toSorted((a, b) => b - a);
        expect(newestIds(frame, groups, { before, limit })).toEqual(ids.slice(0, limit));
      }),
      { numRuns: 100 },
    );
  });
});
