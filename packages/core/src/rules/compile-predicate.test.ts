import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../answers/dictionary.ts';
import { arbitraryFields, arbitraryResponse, arbitraryRuleSet } from './arbitrary-rules.testing.ts';
import { compilePredicate, compilePredicates } from './compile-predicate.ts';
import { evaluateNaively } from './evaluate-naively.ts';
import { explain } from './explain.ts';

const thresholds = fc.constantFrom({ moderate: 5000, strong: 7000 }, { moderate: 0, strong: 10_000 }, { moderate: 3333, strong: 6667 });

describe('compilePredicates', () => {
  it('scores and explains as the naive interpreter does, response after response', () => {
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(arbitraryRuleSet, { minLength: 1, maxLength: 3 }), arbitraryFields, fc.array(arbitraryResponse, { minLength: 1, maxLength: 4 }), thresholds, (ruleSets, fields, responses, limits) => {
        const dictionary = compileDictionary(fields);
        const predicates = compilePredicates(ruleSets, dictionary, limits);
        for (const response of responses) {
          const naive = ruleSets.map((ruleSet) => evaluateNaively(ruleSet, dictionary, response, limits));
          expect(predicates.scoreAll(response)).toEqual(naive);
          const explanations = ruleSets.map((ruleSet) => explain(ruleSet, dictionary, response));
          expect(predicates.explainAll(response)).toEqual(naive.map((score, index) => ({ score, explanations: explanations[index] })));
          for (const outcome of naive.flatMap((score) => score.outcomes)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
      }),
      { numRuns: 1500 },
    );
    // The generators must not drift into answers that nobody gives or rules that nobody meets.
    const total = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
    for (const outcome of ['matched', 'unmatched', 'unanswered']) {
      expect((outcomes.get(outcome) ?? 0) / total).toBeGreaterThan(0.1);
    }
  });

  it('changes only the order of the outcomes with the order of the rules', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, arbitraryFields, arbitraryResponse, (ruleSet, fields, response) => {
        const dictionary = compileDictionary(fields);
        const there = compilePredicate(ruleSet, dictionary).score(response);
        const back = compilePredicate({ ...ruleSet, rules: ruleSet.rules.toReversed() }, dictionary).score(response);
        expect({ ...back, outcomes: back.outcomes.toReversed() }).toEqual(there);
      }),
    );
  });

  it('refuses rule sets without rules', () => {
    const empty = { missing: 'unmatched' as const, rules: [] };
    const dictionary = compileDictionary([]);
    expect(() => compilePredicate(empty, dictionary)).toThrow(RangeError);
    expect(() => evaluateNaively(empty, dictionary, {})).toThrow(RangeError);
    expect(compilePredicates([], dictionary).scoreAll({ a: 1 })).toEqual([]);
  });

  it('stays right when responses bring ever new keys', () => {
    const ruleSet = { missing: 'unmatched' as const, rules: [{ condition: { attribute: 'a', is: { in: ['x'] } }, weight: 1000, required: false, label: 'a' }] };
    const predicate = compilePredicate(ruleSet, compileDictionary([]));
    for (let start = 0; start < 25_000; start += 500) {
      const keys = Array.from({ length: 500 }, (_, index) => [`key${start + index}`, 'x']);
      expect(predicate.score({ ...Object.fromEntries(keys), ' A': 'x' }).everyRule).toBe(true);
    }
  });
});
