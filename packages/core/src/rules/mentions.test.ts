import { describe, expect, it } from 'vitest';
import { foldText } from '../answers/fold-text.ts';
import { compileMentions, mentionsAny } from './mentions.ts';
import { findStemmer } from './stemmers.ts';
import { toWords } from './to-words.ts';

describe('findStemmer', () => {
  // Vectors of Snowball's own test lists.
  it.each([
    ['en', 'consistency', 'consist'],
    ['en-GB', 'happiness', 'happi'],
    ['en', 'relational', 'relat'],
    ['de_AT', 'häusern', 'haus'],
    ['es', 'torácica', 'torac'],
    ['fr', 'majestueusement', 'majestu'],
    ['pt', 'quilométricas', 'quilométr'],
    ['tlh', 'happiness', 'happiness'],
  ])('stems in %s: %s to %s', (language, word, stem) => {
    expect(findStemmer(language)(word)).toBe(stem);
  });
});

describe('mentions', () => {
  it.each([
    ['I make fewer manual errors now.', ['error'], 'en', true],
    ['MANUAL, ERRORS', ['manual error'], 'en', true],
    ['errors, manual', ['manual error'], 'en', false],
    ['terror', ['error'], 'en', false],
    ['Documentation: hard to find', ['documented'], 'en', true],
    ['C’est trop compliqué', ['complique'], 'fr', true],
    ['aimee', ['aimée'], 'fr', true],
    ['Größere Häuser', ['groß haus'], 'de', true],
    ['I don’t know', ["don't know"], 'en', true],
    ['красивый дом', ['красивая'], 'ru', true],
    ['返品の手続きが難しい', ['手続き'], 'ja', true],
    ['がく', ['かく'], 'ja', false],
    ['errors', ['error'], 'not a language', false],
    ['errors', ['errors'], 'not a language', true],
    ['...', ['...'], 'en', false],
    ['', ['error'], 'en', false],
  ])('%j mentions one of %j (%s): %j', (text, phrases, language, expected) => {
    expect(mentionsAny(text, phrases, language)).toBe(expected);
    expect(compileMentions(phrases, language)(toWords(foldText(text), language))).toBe(expected);
  });
});
