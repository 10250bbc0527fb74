import { describe, expect, it } from 'vitest';
import { compileDictionary, isMultiValued, resolveField } from './dictionary.ts';

describe('compileDictionary', () => {
  it('resolves names and aliases by their folds', () => {
    const dictionary = compileDictionary([{ name: 'Age', aliases: ['respondent_age', 'How old  are you?'] }]);
    expect(dictionary.errors).toEqual([]);
    for (const name of ['age', ' AGE', 'Respondent_Age', 'how old are you?']) {
      expect(resolveField(dictionary, name).names[0]).toBe('age');
    }
    expect(resolveField(dictionary, 'years').names).toEqual(['years']);
  });

  it('names both fields when two claim one name; canonical names go before aliases', () => {
    const dictionary = compileDictionary([
      { name: 'city', aliases: ['Town', 'place'] },
      { name: 'town', aliases: ['PLACE', 'town'] },
      { name: 'City' },
    ]);
    expect(dictionary.errors.map(({ path, code }) => [path, code])).toEqual([
      ['fields[2].name', 'name_taken'],
      ['fields[0].aliases[0]', 'name_taken'],
      ['fields[1].aliases[0]', 'name_taken'],
    ]);
    expect(dictionary.errors[1]?.message).toContain('"town"');
    expect(resolveField(dictionary, 'town').names).toEqual(['town']);
    expect(resolveField(dictionary, 'place').names).toEqual(['city', 'place']);
  });

  it('refuses empty names and delimiters', () => {
    const { errors } = compileDictionary([{ name: ' ' }, { name: 'a', aliases: [''], delimiter: '' }]);
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      ['fields[0].name', 'empty_name'],
      ['fields[1].aliases[0]', 'empty_name'],
      ['fields[1].delimiter', 'empty_delimiter'],
    ]);
  });

  it('knows no attribute of its own', () => {
    const empty = compileDictionary([]);
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(resolveField(empty, name).type).toBeNull();
    }
    const named = compileDictionary([{ name: '__proto__', type: 'number' }]);
    expect(resolveField(named, '__PROTO__').type).toBe('number');
  });

  it('tells fields that hold several values', () => {
    const dictionary = compileDictionary([
      { name: 'a', type: 'multi' },
      { name: 'b', delimiter: ', ' },
      { name: 'c', type: 'choice' },
    ]);
    expect(['a', 'b', 'c', 'd'].map((name) => isMultiValued(resolveField(dictionary, name)))).toEqual([true, true, false, false]);
  });
});
