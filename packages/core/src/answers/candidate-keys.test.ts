import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFields, arbitraryResponse } from '../rules/arbitrary-rules.testing.ts';
import { toAnswerParts } from './answer-parts.ts';
import { candidateKeys } from './candidate-keys.ts';
import { compileDictionary, resolveField } from './dictionary.ts';
import { findAnswer } from './find-answer.ts';

describe('candidateKeys', () => {
  it('orders by the rank of the name, then by code units', () => {
    const age = resolveField(compileDictionary([{ name: 'age', aliases: ['respondent_age'] }]), 'age');
    expect(candidateKeys(age, ['respondent_age', 'city', 'Age', 'AGE'])).toEqual(['AGE', 'Age', 'respondent_age']);
    expect(candidateKeys(age, ['city'])).toEqual([]);
  });

  it('leads to the answer that findAnswer finds', () => {
    fc.assert(
      fc.property(arbitraryFields, arbitraryResponse, fc.constantFrom('age', 'Years', 'straße', '__proto__'), (fields, response, attribute) => {
        const dictionary = compileDictionary(fields);
        const field = resolveField(dictionary, attribute);
        const key = candidateKeys(field, Object.keys(response)).find((one) => toAnswerParts(field, response[one]) !== null);
        expect(key).toBe(findAnswer(dictionary, response, attribute)?.key);
      }),
    );
  });
});
