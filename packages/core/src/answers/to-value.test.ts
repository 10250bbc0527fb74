import { describe, expect, it } from 'vitest';
import { type FieldDefinition, compileDictionary, resolveField } from './dictionary.ts';
import { toValue, toWantedValues } from './to-value.ts';

function fieldOf(definition: Omit<FieldDefinition, 'name'>) {
  return resolveField(compileDictionary([{ name: 'a', ...definition }]), 'a');
}

describe('toValue', () => {
  it('follows synonyms, one step', () => {
    const field = fieldOf({ synonyms: { NYC: 'New York', 'New  York': 'NY' } });
    expect(toValue(field, 'nyc')).toBe('new york');
    expect(toValue(field, 'new york')).toBe('ny');
    expect(toValue(field, 'constructor')).toBe('constructor');
  });

  it('reads yes and no in boolean fields only', () => {
    const field = fieldOf({ type: 'boolean', synonyms: { Oui: 'yes' } });
    expect(['yes', 'y', 'true', '1', 'oui', 'no', 'n', 'false', '0', 'maybe'].map((text) => toValue(field, text))).toEqual([
      'true', 'true', 'true', 'true', 'true', 'false', 'false', 'false', 'false', 'maybe',
    ]);
    expect(toValue(fieldOf({}), 'yes')).toBe('yes');
  });

  it('compares numbers as numbers in number fields only', () => {
    const field = fieldOf({ type: 'number' });
    expect(['10.0', '1,200', '-0', 'ten'].map((text) => toValue(field, text))).toEqual(['10', '1200', '0', 'ten']);
    expect(toValue(fieldOf({ type: 'choice' }), '007')).toBe('007');
  });

  it('counts list entries that mean the same once', () => {
    expect([...toWantedValues(fieldOf({ synonyms: { NYC: 'New York' } }), ['NYC', 'new york', true, 3])]).toEqual([
      'new york', 'true', '3',
    ]);
  });
});
