import { describe, expect, it } from 'vitest';
import { figureSentences, say } from '@likeness/core';
import { createFormats } from '../formats.ts';
import { toSaidParts, toSaidText } from './to-said-text.ts';

const formats = createFormats('en-US');
const SAID = { code: 'match_but_strongly', params: { low: 58, high: 62, strong: 34 } };

describe('what the server said', () => {
  it('is said with the reader’s numbers', () => {
    const said = { code: 'based_on', params: { respondents: 3062 } };
    expect(toSaidText(said, figureSentences, formats)).toBe('Based on 3,062 respondents.');
    expect(toSaidText(said, figureSentences, createFormats('de-DE'))).toBe('Based on 3.062 respondents.');
  });

  it('stresses what is read first, without changing the words', () => {
    const parts = toSaidParts(SAID, figureSentences, formats);
    expect(parts.filter(({ isStrong }) => isStrong).map(({ text }) => text)).toEqual(['58 and 62 in 100', '34 in 100']);
    expect(parts.map(({ text }) => text).join('')).toBe(say(SAID, figureSentences));
  });

  it('says nothing that it does not know', () => expect(toSaidText({ code: 'toString', params: {} }, figureSentences, formats)).toBe(''));
});
