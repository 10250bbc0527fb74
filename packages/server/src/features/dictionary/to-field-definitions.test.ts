import { compileDictionary, findAnswer } from '@likeness/core';
import { describe, expect, it } from 'vitest';
import { toFieldDefinitions, type AttributeRow, type FormFieldRow } from './to-field-definitions.ts';

function field(key: string, more: Partial<FormFieldRow> = {}): FormFieldRow {
  return {
    key, label: '', attribute: null, type: 'text', aliases: [], delimiter: null, missing: [], date_order: null,
    language: null, role: null, is_personal: false, ...more,
  };
}

function attribute(name: string, more: Partial<AttributeRow> = {}): AttributeRow {
  return { name, aliases: [], synonyms: {}, language: null, ...more };
}

function find(fields: FormFieldRow[], attributes: AttributeRow[], data: Record<string, unknown>, name: string): unknown {
  return findAnswer(compileDictionary(toFieldDefinitions(fields, attributes)), data, name)?.given ?? null;
}

describe('toFieldDefinitions', () => {
  it('reads a field under its key, its label, its aliases and the attribute it names', () => {
    const fields = [field('q3', { label: 'How old are you?', attribute: 'age', aliases: ['alter'] })];
    for (const key of ['q3', 'Q3', 'how old  are you?', 'Alter', 'AGE']) {
      expect(find(fields, [], { [key]: 31 }, 'age')).toBe(31);
    }
  });

  it('lets the dictionary say which attribute a key means', () => {
    const attributes = [attribute('age', { aliases: ['respondent_age'], language: 'de', synonyms: { dreißig: '30' } })];
    expect(find([field('Respondent_Age', { type: 'number' })], attributes, { Respondent_Age: 31 }, 'Age')).toBe(31);
    expect(find([], attributes, { respondent_age: 31 }, 'age')).toBe(31);
    expect(toFieldDefinitions([field('Respondent_Age', { type: 'number', missing: ['99'] })], attributes)).toEqual([
      {
        name: 'age', aliases: ['Respondent_Age', 'respondent_age'], type: 'number', missing: ['99'], language: 'de',
        synonyms: { dreißig: '30' },
      },
    ]);
  });

  it('prefers what the form says to what the dictionary says', () => {
    const attributes = [attribute('comment', { language: 'de' }), attribute('location', { aliases: ['city'] })];
    const [comment] = toFieldDefinitions([field('comment', { language: 'fr' })], attributes);
    expect(comment?.language).toBe('fr');
    const fields = [field('city', { attribute: 'home town' })];
    expect(find(fields, attributes, { city: 'York' }, 'home town')).toBe('York');
    expect(find(fields, attributes, { city: 'York' }, 'location')).toBe(null);
  });

  it('takes two fields of one attribute together, the first before the second', () => {
    const fields = [field('city', { attribute: 'location', missing: ['-'] }), field('town', { attribute: 'Location', missing: ['?'] })];
    expect(toFieldDefinitions(fields, [])).toHaveLength(1);
    expect(find(fields, [], { town: 'Bath', city: 'York' }, 'location')).toBe('York');
    expect(find(fields, [], { town: 'Bath', city: '-' }, 'location')).toBe('Bath');
    expect(find(fields, [], { town: '?' }, 'location')).toBe(null);
  });

  it('does not take two questions for one because they are worded alike', () => {
    const fields = [field('q1_other', { label: 'Other' }), field('q2_other', { label: 'other ' })];
    expect(compileDictionary(toFieldDefinitions(fields, [])).errors).toEqual([]);
    expect(find(fields, [], { Other: 'x' }, 'q1_other')).toBe(null);
    expect(find([field('a', { label: 'b' }), field('b')], [], { b: 1 }, 'a')).toBe(null);
  });

  it('keeps attributes that no field means, and answers nothing for nothing', () => {
    expect(toFieldDefinitions([field('age')], [attribute('plan', { aliases: ['tier'] })]).map(({ name }) => name)).toEqual(['age', 'plan']);
    expect(toFieldDefinitions([], [])).toEqual([]);
  });
});
