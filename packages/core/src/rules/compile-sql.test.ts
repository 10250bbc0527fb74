import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateKeys } from '../answers/candidate-keys.ts';
import { compileDictionary, resolveField } from '../answers/dictionary.ts';
import { arbitraryFields, arbitraryResponse, arbitraryRuleSet } from './arbitrary-rules.testing.ts';
import { compileSqlAnswers } from './compile-sql-answers.ts';
import { compileSqlScores } from './compile-sql-scores.ts';
import { compileSql } from './compile-sql.ts';
import { evaluateNaively } from './evaluate-naively.ts';
import type { Condition, Rule, RuleSet } from './rule-set.ts';

// That the texts say the same as the naive interpreter is proven where there is a database to execute them.

const rule = (condition: Condition, required = false): Rule => ({ condition, weight: 1000, required, label: 'any' });
const ruleSetOf = (...rules: Rule[]): RuleSet => ({ missing: 'unmatched', rules });
const AGE: Condition = { attribute: 'Age', is: { atLeast: 25 } };
const CITY: Condition = { attribute: 'city', is: { in: ["O'Fallon"] } };

describe('compileSql', () => {
  it('writes groups as arithmetic of outcomes', () => {
    const compiled = compileSql([ruleSetOf(rule(AGE), rule({ not: { not: CITY } }), rule({ any: [AGE, { all: [CITY, AGE] }] }))]);
    expect(compiled).toEqual({
      attributes: [{ attribute: 'age', tests: [AGE.is] }, { attribute: 'city', tests: [CITY.is] }],
      ruleSets: [{
        attributes: [0, 1],
        ruleOutcomes:
          "translate(get_byte(a0, 0)::text || (2 - (2 - get_byte(a1, 0)))::text || " +
          "greatest(0, get_byte(a0, 0), least(2, get_byte(a1, 0), get_byte(a0, 0)))::text, '012', '-?+')",
      }],
    });
  });

  it('asks each different test once, whichever rule set it is in', () => {
    const older: Condition = { attribute: ' AGE', is: { atLeast: 60 } };
    const { attributes, ruleSets } = compileSql([ruleSetOf(rule(CITY)), ruleSetOf(rule(AGE), rule(older)), ruleSetOf(rule(older))]);
    expect(attributes.map(({ tests }) => tests.length)).toEqual([1, 2]);
    expect(ruleSets.map((ruleSet) => ruleSet.attributes)).toEqual([[0], [1], [1]]);
    expect(ruleSets[2]?.ruleOutcomes).toBe("translate(get_byte(a1, 1)::text, '012', '-?+')");
  });

  it('lets nothing that a person wrote into the texts', () => {
    const words = /^(?:translate|get_byte|a\d+|text|greatest|least|select|rule_outcomes|[a-z_]*weight[a-z_]*|bigint|case|when|denominator|then|else|scored|end|as|score_hundredths|band|float8|evidence|every_rule|from|outcomes|cross|join|lateral|substr|is_failed|weighed|fraction|false|or)$/u;
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const text = `${compileSql([ruleSet]).ruleSets[0]?.ruleOutcomes} ${compileSqlScores(ruleSet)}`;
        expect(text).toMatch(/^[\w\s(),:|'+?<>=*/-]+$/u);
        expect(text.match(/[a-z_]\w*/giu)?.filter((word) => !words.test(word))).toEqual([]);
      }),
    );
  });

  it('refuses rule sets without rules', () => {
    expect(() => compileSql([ruleSetOf()])).toThrow(RangeError);
    expect(() => compileSqlScores(ruleSetOf())).toThrow(RangeError);
    expect(compileSql([])).toEqual({ attributes: [], ruleSets: [] });
  });
});

describe('compileSqlAnswers', () => {
  it('decides each test as the naive interpreter does, answer after answer', () => {
    const signs = ['unmatched', 'unanswered', 'matched'];
    fc.assert(
      fc.property(arbitraryRuleSet, arbitraryFields, fc.array(arbitraryResponse, { minLength: 1, maxLength: 3 }), (ruleSet, fields, responses) => {
        const dictionary = compileDictionary(fields);
        for (const { attribute, tests } of compileSql([ruleSet]).attributes) {
          const outcomesOf = compileSqlAnswers({ attribute, tests }, dictionary);
          for (const response of responses) {
            const keys = candidateKeys(resolveField(dictionary, attribute), Object.keys(response));
            const naive = evaluateNaively(ruleSetOf(...tests.map((is) => rule({ attribute, is }))), dictionary, response);
            expect([...outcomesOf(keys.map((key) => response[key]))].map((outcome) => signs[outcome])).toEqual(naive.outcomes);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
