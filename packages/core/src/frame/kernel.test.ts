import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../answers/dictionary.ts';
import { arbitraryFields, arbitraryResponse, arbitraryRuleSet } from '../rules/arbitrary-rules.testing.ts';
import { attributesOf } from '../rules/attributes-of.ts';
import { evaluateNaively } from '../rules/evaluate-naively.ts';
import type { Rule, RuleSet, Score } from '../rules/rule-set.ts';
import { appendResponses, fillColumns } from './append-responses.ts';
import { compileKernel } from './compile-kernel.ts';
import { createFrame } from './create-frame.ts';
import type { Frame } from './frame.ts';
import type { Kernel } from './kernel.ts';

const SIGNS = { matched: '+', unmatched: '-', unanswered: '?' } as const;
const thresholds = fc.constantFrom({ moderate: 5000, strong: 7000 }, { moderate: 0, strong: 10_000 }, { moderate: 3333, strong: 6667 });

const steps = fc.array(
  fc.record({
    form: fc.nat({ max: 2 }),
    responses: fc.array(arbitraryResponse, { maxLength: 4 }),
    erased: fc.array(fc.nat({ max: 12 }), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 4 },
);

function scoresOf(kernel: Kernel, frame: Frame): Score[] {
  const patterns = new Uint32Array(frame.rowCount);
  kernel.run(0, frame.rowCount, patterns);
  return Array.from(patterns, (pattern) => {
    const score = kernel.scoreOf(pattern);
    expect(pattern).toBeLessThan(kernel.patternLimit);
    expect(kernel.outcomesOf(pattern)).toBe(score.outcomes.map((outcome) => SIGNS[outcome]).join(''));
    return score;
  });
}

const rowOf = (id: number, responseData: Record<string, unknown>) => ({ id, respondent: null, day: '2026-01-31', submittedAtMs: 0, responseData });

describe('compileKernel', () => {
  it('scores as the naive interpreter does: several forms, later rows, erasures', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(arbitraryRuleSet, fc.tuple(arbitraryFields, arbitraryFields, arbitraryFields), steps, thresholds, (ruleSet, fields, given, limits) => {
        const dictionaries = fields.map(compileDictionary);
        const frame = createFrame(attributesOf(ruleSet));
        const kernel = compileKernel(ruleSet, frame, limits);
        const expected: Score[] = [];
        for (const { form, responses, erased } of given) {
          const dictionary = dictionaries[form]!;
          appendResponses(frame, dictionary, responses.map((responseData, index) => rowOf(frame.rowCount + index, responseData)));
          expected.push(...responses.map((response) => evaluateNaively(ruleSet, dictionary, response, limits)));
          frame.erase(erased);
          const nothing = evaluateNaively(ruleSet, dictionary, {}, limits);
          for (const id of erased) if (id < expected.length) expected[id] = nothing;
          expect(scoresOf(kernel, frame)).toEqual(expected);
        }
        for (const outcome of expected.flatMap((score) => score.outcomes)) seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      }),
      { numRuns: 2000 },
    );
    const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
    for (const outcome of ['matched', 'unmatched', 'unanswered']) expect((seen.get(outcome) ?? 0) / total).toBeGreaterThan(0.1);
  });

  it('scores columns that were added to rows later', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, arbitraryFields, fc.array(arbitraryResponse, { maxLength: 5 }), (ruleSet, fields, responses) => {
        const dictionary = compileDictionary(fields);
        const attributes = attributesOf(ruleSet);
        const frame = createFrame(attributes.slice(0, 1));
        const rows = responses.map((responseData, index) => rowOf(7 * index, responseData));
        appendResponses(frame, dictionary, rows);
        const late = attributes.filter((attribute) => !frame.hasColumn(attribute));
        frame.addColumns(late);
        fillColumns(frame, dictionary, late, rows);
        expect(scoresOf(compileKernel(ruleSet, frame), frame)).toEqual(responses.map((response) => evaluateNaively(ruleSet, dictionary, response)));
      }),
      { numRuns: 300 },
    );
  });

  it('scores rule sets of any size', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRuleSet, { minLength: 5, maxLength: 15 }), arbitraryFields, fc.array(arbitraryResponse, { maxLength: 12 }), (drawn, fields, responses) => {
        const rules: Rule[] = drawn.flatMap((ruleSet) => ruleSet.rules).map((rule, index) => ({ ...rule, label: `rule ${index}` }));
        const ruleSet: RuleSet = { missing: drawn[0]!.missing, rules };
        const dictionary = compileDictionary(fields);
        const frame = createFrame(attributesOf(ruleSet));
        appendResponses(frame, dictionary, responses.map((responseData, index) => rowOf(index, responseData)));
        expect(scoresOf(compileKernel(ruleSet, frame), frame)).toEqual(responses.map((response) => evaluateNaively(ruleSet, dictionary, response)));
      }),
      { numRuns: 150 },
    );
  });

  it('stays right when codes need two and four bytes and rows fill segments', () => {
    const rule = (attribute: string, is: Rule['condition'] & object): Rule => ({ condition: is, weight: 1000, required: false, label: attribute });
    const ruleSet: RuleSet = {
      missing: 'ignore',
      rules: [
        rule('n', { attribute: 'n', is: { atLeast: 70_000 } }),
        rule('t', { attribute: 't', is: { contains: ['77'] } }),
        rule('both', { any: [{ attribute: 'n', is: { in: [5, 300, 66_000] } }, { all: [{ attribute: 't', is: { mentions: ['answer 12'] } }, { attribute: 'n', is: { answered: true } }] }] }),
      ],
    };
    const dictionary = compileDictionary([{ name: 'n', type: 'number' }]);
    const frame = createFrame(['n', 't']);
    const kernel = compileKernel(ruleSet, frame);
    const toData = (index: number): Record<string, unknown> => (index % 10 === 9 ? {} : { n: index, t: index % 3 === 0 ? `answer ${index % 1000}` : null });
    for (const [start, end] of [[0, 200], [200, 300], [300, 65_600], [65_600, 80_000]] as const) {
      appendResponses(frame, dictionary, Array.from({ length: end - start }, (_, index) => rowOf(start + index, toData(start + index))));
      const patterns = new Uint32Array(frame.rowCount);
      kernel.run(0, frame.rowCount, patterns);
      const wrong = Array.from(patterns, (pattern, row) => row).filter(
        (row) => (row % 7 === 0 || row > 79_000) && JSON.stringify(kernel.scoreOf(patterns[row]!)) !== JSON.stringify(evaluateNaively(ruleSet, dictionary, toData(row))),
      );
      expect(wrong).toEqual([]);
    }
    // Any part of the rows, across the borders of blocks and segments.
    const all = new Uint32Array(frame.rowCount);
    kernel.run(0, frame.rowCount, all);
    for (const [from, to] of [[0, 1], [4095, 4097], [65_000, 66_000], [79_999, 80_000]] as const) {
      const part = new Uint32Array(to - from);
      kernel.run(from, to, part);
      expect(part).toEqual(all.subarray(from, to));
    }
  });

  it('stops preparing when nobody wants it any more, and goes on later', () => {
    const frame = createFrame(['t']);
    const dictionary = compileDictionary([]);
    appendResponses(frame, dictionary, Array.from({ length: 10_000 }, (_, id) => rowOf(id, { t: `text ${id}` })));
    const kernel = compileKernel({ missing: 'ignore', rules: [{ condition: { attribute: 't', is: { mentions: ['9999'] } }, weight: 1, required: false, label: 't' }] }, frame);
    expect(kernel.prepare(() => true)).toBe(false);
    expect(kernel.prepare()).toBe(true);
    expect(scoresOf(kernel, frame).filter((score) => score.everyRule)).toHaveLength(1);
  });

  it('refuses rule sets without rules and attributes without a column', () => {
    const frame = createFrame([]);
    expect(() => compileKernel({ missing: 'ignore', rules: [] }, frame)).toThrow(RangeError);
    expect(() => compileKernel({ missing: 'ignore', rules: [{ condition: { attribute: 'a', is: { answered: true } }, weight: 1, required: false, label: 'a' }] }, frame)).toThrow('"a"');
  });
});
