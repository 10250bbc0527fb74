import { describe, expect, it } from 'vitest';
import { toCoherence } from '../statistics/coherence.ts';
import { toVerdict } from '../statistics/verdict.ts';
import { toVerdictSentence } from './verdict-sentence.ts';

/** Three equal rules that each match at `rate`; `matching` and `strong` of `respondents`. */
function sentenceOf(respondents: number, matching: number, strong: number, { rate = 0.5, ruleCount = 3, isCalculated = true } = {}): string {
  const rates = Array.from({ length: ruleCount }, () => ({ weight: 1000, required: false, matchedRatio: rate, unansweredRatio: 0 }));
  const { coherence, interval } = toCoherence({ rates, missing: 'unmatched', strong, n: respondents });
  const word = toVerdict({ ruleCount, respondents, matching, coherenceInterval: interval });
  return toVerdictSentence({ word, ruleCount, respondents, matching, strong, coherence, interval: interval && [interval.low, interval.high], isCalculated });
}

describe('toVerdictSentence', () => {
  it.each([
    [sentenceOf(0, 0, 0, { ruleCount: 0 }), 'No rules yet. Add the first one to see whom it stands for.'],
    [sentenceOf(0, 0, 0, { isCalculated: false }), 'Not calculated yet. The figures appear when the calculation is done.'],
    [sentenceOf(0, 0, 0), 'Too few to tell: nobody answered in this time.'],
    [sentenceOf(9, 3, 1), 'Too few to tell: 9 answered so far. Figures appear from 10 on.'],
    [sentenceOf(24, 12, 3), 'Too few to tell: 12 of 24 match, the truth may be 31 to 69 in 100.'],
    [sentenceOf(100, 90, 40), 'Between 83 and 94 in 100 match it, but only 40 in 100 strongly. Fits nearly everyone, so it tells little apart. Based on 100 respondents.'],
    [sentenceOf(100, 60, 60, { ruleCount: 2 }), 'Between 50 and 69 in 100 match it, 60 in 100 strongly. Fewer than three rules say too little about a person. Based on 100 respondents.'],
    [
      sentenceOf(3062, 1837, 1041),
      'Between 58 and 62 in 100 match it, but only 34 in 100 strongly. Its traits occur together 2.7 times as often as by chance (2.6 to 2.9): a real group. Based on 3,062 respondents.',
    ],
    [
      sentenceOf(100, 50, 12),
      'Between 40 and 60 in 100 match it, but only 12 in 100 strongly. Its traits occur together about as often as by chance (0.6 to 1.6): not shown to be a group. Based on 100 respondents.',
    ],
    [
      sentenceOf(100, 0, 0, { rate: 0 }),
      'Between 0 and 4 in 100 match it. Nobody can match it strongly, because too many of its rules never match. Based on 100 respondents.',
    ],
    [
      sentenceOf(100, 50, 0),
      'Between 40 and 60 in 100 match it, but only 0 in 100 strongly. Nobody matches it strongly: few people have all these traits, if anybody. Based on 100 respondents.',
    ],
  ])('%s', (sentence, expected) => {
    expect(sentence).toBe(expected);
  });
});
