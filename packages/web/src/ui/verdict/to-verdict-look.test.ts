import { type FigureSaid, figureSentences, toVerdictSaid, toVerdictSentence } from '@likeness/core';
import { describe, expect, it } from 'vitest';
import { createFormats } from '../formats.ts';
import { messages as arabic } from './messages.ar.ts';
import { toFigureText, toVerdictLook, toVerdictText } from './to-verdict-look.ts';
import { toSaidText } from '../said/to-said-text.ts';

const formats = createFormats('en-US');
const FACTS = { word: 'fair' as const, ruleCount: 5, respondents: 3062, matching: 1837, strong: 1041, coherence: 1.62, interval: [1.2, 2.1] as [number, number], isCalculated: true };

describe('the verdict', () => {
  it('is the sentence of the API, word for word', () => {
    for (const facts of [FACTS, { ...FACTS, word: 'too few to tell' as const, respondents: 12, matching: 3 }, { ...FACTS, word: 'no rules yet' as const }, { ...FACTS, strong: 0 }]) {
      expect(toVerdictSaid(facts).map((said) => toFigureText(said, formats)).join(' ')).toBe(toVerdictSentence(facts));
    }
  });

  it('says how many first and then why; the number of people stands elsewhere', () => {
    const { sentence, reason } = toVerdictText(toVerdictSaid(FACTS), formats);
    expect(sentence.map(({ text }) => text).join('')).toBe('Between 58 and 62 in 100 match it, but only 34 in 100 strongly.');
    expect(reason).toBe('Its traits occur together 1.6 times as often as by chance (1.2 to 2.1): a loose group.');
    expect(toVerdictText([], formats)).toEqual({ sentence: [], reason: null });
  });

  it('has a word, a colour and an icon; a word of a later version is shown as it came', () => {
    expect(toVerdictLook('poor')).toEqual({ word: 'Poor likeness', tone: 'warn', icon: 'poor' });
    expect(toVerdictLook('toString')).toEqual({ word: 'toString', tone: 'dashed', icon: null });
  });
});

describe('in Arabic', () => {
  const SAID: FigureSaid[] = [
    ...toVerdictSaid(FACTS),
    { code: 'drop_loses', params: { dropped: 'أ', kept: 'ب', unique: 1, both: 20, covered: 21 } },
    { code: 'counted_twice', params: { first: 'أ', second: 'ب', both: 40, either: 41 } },
  ];

  it.each(SAID)('$code is Arabic, with the same numbers', (said) => {
    const numbersOf = (text: string) => text.match(/\d[\d.,]*\d|\d/g)?.toSorted();
    const text = toSaidText(said, arabic.sentences, createFormats('ar-u-nu-latn'));
    expect(text).toMatch(/\p{Script=Arabic}/u);
    expect(text).not.toMatch(/[a-z]/i);
    const english = toSaidText(said, figureSentences, formats);
    if (said.code !== 'drop_loses') expect(numbersOf(text)).toEqual(numbersOf(english));
  });
});
