import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../answers/dictionary.ts';
import { compileKernel } from '../frame/compile-kernel.ts';
import { arbitraryRuleSet } from '../rules/arbitrary-rules.testing.ts';
import { evaluateNaively } from '../rules/evaluate-naively.ts';
import { DEFAULT_BAND_THRESHOLDS } from '../rules/rule-set.ts';
import { levelOf } from '../scoring/row-levels.ts';
import { arbitrarySurvey, frameOf, withinWindow } from '../scoring/survey-frame.testing.ts';
import { markWindowRows } from '../scoring/window-rows.ts';
import { bestPersona } from './best-persona.ts';
import { countCombinations } from './count-combinations.ts';

const never = (): boolean => false;

/** How many respondents there are by levels and best persona, as text. */
function tally(entries: readonly { levels: number[]; primary: number; respondents: number }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { levels, primary, respondents } of entries) {
    const key = `${levels.join('')} ${primary}`;
    counts[key] = (counts[key] ?? 0) + respondents;
  }
  return counts;
}

describe('countCombinations', () => {
  it.each([3, 30])('counts %i personas as one by one, ties and all', (most) => {
    fc.assert(
      fc.property(arbitrarySurvey, fc.array(arbitraryRuleSet, { minLength: most === 30 ? 27 : 0, maxLength: most }), (survey, ruleSets) => {
        const frame = frameOf(survey, ruleSets);
        // Ids that fall while positions rise, so that the one cannot stand in for the other.
        const personas = ruleSets.map((ruleSet, index) => ({ id: 100 - index, kernel: compileKernel(ruleSet, frame) }));
        const counted = countCombinations(frame, { personas, marks: markWindowRows(frame, survey.window), isCancelled: never });
        const dictionary = compileDictionary(survey.fields);
        const scores = withinWindow(survey).latest.map((response) =>
          ruleSets.map((ruleSet) => evaluateNaively(ruleSet, dictionary, response.responseData, DEFAULT_BAND_THRESHOLDS)),
        );
        const sizes = ruleSets.map((_, index) => scores.filter((own) => own[index]?.band !== 'weak').length);
        const expected = scores.map((own) => {
          const best = bestPersona(own.map((score, index) => ({ id: 100 - index, score, respondents: sizes[index] ?? 0 })));
          return { levels: own.map(levelOf), primary: best === null ? -1 : 100 - best.id, respondents: 1 };
        });
        expect(tally(counted?.combinations ?? [])).toEqual(tally(expected));
        expect(counted?.personas.length).toBe(ruleSets.length);
      }),
      { numRuns: most === 30 ? 15 : 150 },
    );
  });

  it('ends when nobody waits', () => {
    const [survey] = fc.sample(arbitrarySurvey.filter(({ responses }) => responses.length > 0), 1);
    const [ruleSet] = fc.sample(arbitraryRuleSet, 1);
    if (!survey || !ruleSet) throw new Error('nothing was drawn');
    const frame = frameOf(survey, [ruleSet]);
    const personas = [{ id: 1, kernel: compileKernel(ruleSet, frame) }];
    expect(countCombinations(frame, { personas, marks: markWindowRows(frame, survey.window), isCancelled: () => true })).toBe(null);
  });
});
