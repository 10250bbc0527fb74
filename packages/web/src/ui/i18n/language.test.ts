import { describe, expect, it } from 'vitest';
import { chooseLanguage, toFormatLocale } from './language.ts';
import { pluralIn } from './plural.ts';

describe('chooseLanguage', () => {
  it.each([
    ['ar', ['en-GB'], 'ar'],
    [null, ['fr-FR', 'ar-EG', 'en'], 'ar'],
    [null, ['en-US', 'ar'], 'en'],
    ['xx', ['de'], 'en'],
    [null, [], 'en'],
  ])('%s and %j: %s', (chosen, browser, expected) => expect(chooseLanguage(chosen, browser)).toBe(expected));
});

describe('toFormatLocale', () => {
  it.each([
    ['en', ['de-DE', 'en-US'], 'en-US'],
    ['en', ['de-DE'], 'en-GB'],
    ['ar', ['ar-EG'], 'ar-EG-u-nu-latn'],
    ['ar', ['en-GB'], 'ar-u-nu-latn'],
  ] as const)('%s in a browser of %j: %s', (language, browser, expected) => expect(toFormatLocale(language, browser)).toBe(expected));
});

describe('pluralIn', () => {
  it('takes the form that the language has for a count', () => {
    const arabic = [0, 1, 2, 3, 11, 100].map((count) =>
      pluralIn('ar')(count, { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' }),
    );
    expect(arabic).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
    expect([0, 1, 2].map((count) => pluralIn('en')(count, { one: 'one', other: 'other' }))).toEqual(['other', 'one', 'other']);
  });
});
