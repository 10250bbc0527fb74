/**
 * Generators of whole rule sets, dictionaries and responses for the tests of parser, printer and compilers.
 *
 * Names, values and numbers come from small pools full of traps, so that rules and answers meet often.
 */
import fc from 'fast-check';
import type { FieldDefinition } from '../answers/dictionary.ts';
import type { ResponseData } from '../answers/find-answer.ts';
import { foldText } from '../answers/fold-text.ts';
import { toUniqueLabel } from './label-of.ts';
import type { Bound, Condition, Rule, RuleSet, Scalar, Test } from './rule-set.ts';

const NAMES = ['age', 'Age', ' AGE ', 'years', 'city', 'Straße', 'goals', 'churned', 'joined', '__proto__', 'constructor'] as const;

const VALUES = ['London', ' LONDON', 'NYC', 'New  York', 'Straße', 'STRASSE', 'yes', 'No', 'true', '0', '10', '10.0', '1,200', '25', 'R, Stata', 'R', 'Stata (a, b)', 'n/a', 'errors', 'manual errors', '2020-01-31', '1/31/2020', '__proto__'] as const;

const NUMBERS = [0, 1, -1, 10, 24.5, 25, 40, 1200, 1e308, 0.1] as const;

const DATES = ['2020-01-31', '2020-01-31T12:00', '2020-01-31T23:30:00Z', '1999-12-31', '2020-02-01T01:00:00+02:00'] as const;

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Scalar>(...VALUES) },
  { weight: 2, arbitrary: fc.constantFrom<Scalar>(...NUMBERS, true, false) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter(isWritable) },
);

function isWritable(text: string): boolean {
  return foldText(text) !== '' && !text.includes('\u0000') && text.isWellFormed();
}

const text = fc.oneof(
  fc.constantFrom<string>(...VALUES, 'o', 'on', 'err', 'ss'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).filter(isWritable),
);

const phrase = text.filter((any) => /[\p{L}\p{N}]/u.test(any));

function listOf<Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> {
  return fc.array(item, { minLength: 1, maxLength: 4 });
}

const between: fc.Arbitrary<Test> = fc
  .oneof(fc.tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...NUMBERS)), fc.tuple(fc.constantFrom(...DATES), fc.constantFrom(...DATES)))
  .chain(([a, b]) => {
    const [low, high]: [Bound, Bound] = toSortKey(a) <= toSortKey(b) ? [a, b] : [b, a];
    return fc.constantFrom<Test>({ between: [low, high] }, { between: [low, null] }, { between: [null, high] });
  });

/** Whole days by their first moment: every lower bound of a pair is then at or below its upper one. */
function toSortKey(bound: Bound): number {
  return typeof bound === 'number' ? bound : Date.parse(bound.length === 16 ? `${bound}Z` : bound);
}

const bound = fc.constantFrom<Bound>(...NUMBERS, ...DATES);

const atLeastOf: fc.Arbitrary<Test> = listOf(scalar).chain((values) => {
  const distinct = new Set(values.map((value) => foldText(String(value)))).size;
  return fc.integer({ min: 1, max: distinct }).map((count): Test => ({ atLeastOf: { count, values } }));
});

/** Any test of the language. */
export const arbitraryTest: fc.Arbitrary<Test> = fc.oneof(
  between,
  bound.map((atLeast): Test => ({ atLeast })),
  bound.map((atMost): Test => ({ atMost })),
  listOf(scalar).map((values): Test => ({ in: values })),
  listOf(scalar).map((anyOf): Test => ({ anyOf })),
  listOf(scalar).map((allOf): Test => ({ allOf })),
  listOf(scalar).map((noneOf): Test => ({ noneOf })),
  atLeastOf,
  listOf(text).map((contains): Test => ({ contains })),
  listOf(phrase).map((mentions): Test => ({ mentions })),
  fc.boolean().map((answered): Test => ({ answered })),
);

/** Any condition: tests, and groups up to four levels deep. */
export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition; test: Condition }>((tie) => ({
  test: fc.record({ attribute: fc.constantFrom<string>(...NAMES).map((name) => name.trim()), is: arbitraryTest }),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: tie('test') },
    { weight: 1, arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })) },
    { weight: 1, arbitrary: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })) },
    { weight: 1, arbitrary: tie('condition').map((not): Condition => ({ not })) },
  ),
})).condition;

const rule: fc.Arbitrary<Rule> = fc.record({
  condition: arbitraryCondition,
  weight: fc.oneof(fc.constantFrom(1000, 1, 1_000_000, 500), fc.integer({ min: 1, max: 1_000_000 })),
  required: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  label: fc.oneof(fc.constantFrom('age', 'Serious user', '__proto__', 'age (2)'), text.map((any) => any.trim()).filter(isWritable)),
});

/** Any rule set with one to six rules, as `parseRuleSet` would return it. */
export const arbitraryRuleSet: fc.Arbitrary<RuleSet> = fc
  .record({ missing: fc.constantFrom('unmatched' as const, 'ignore' as const), rules: fc.array(rule, { minLength: 1, maxLength: 6 }) })
  .map(({ missing, rules }) => {
    const taken = new Set<string>();
    return { missing, rules: rules.map((drawn) => ({ ...drawn, label: toUniqueLabel(drawn.label, taken, 500) })) };
  });

/** Any definitions of some of the fields, with aliases that may collide. */
export const arbitraryFields: fc.Arbitrary<FieldDefinition[]> = fc.array(
  fc.record(
    {
      name: fc.constantFrom<string>(...NAMES),
      type: fc.constantFrom('text' as const, 'number' as const, 'date' as const, 'choice' as const, 'multi' as const, 'boolean' as const),
      aliases: fc.array(fc.constantFrom<string>(...NAMES), { maxLength: 2 }),
      delimiter: fc.constantFrom(', ', ',', ';'),
      missing: fc.array(fc.constantFrom('n/a', 'London', '0', '99'), { maxLength: 2 }),
      synonyms: fc.dictionary(fc.constantFrom<string>(...VALUES), fc.constantFrom<string>(...VALUES), { maxKeys: 3 }),
      language: fc.constantFrom('en', 'de', 'xx'),
      dateOrder: fc.constantFrom('mdy' as const, 'dmy' as const, 'ymd' as const),
    },
    { requiredKeys: ['name'] },
  ),
  { maxLength: 5 },
);

const leaf = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<unknown>(...VALUES, ...NUMBERS, ...DATES, true, false) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, undefined, '', ' \u00a0', NaN, Infinity, -0, 1e308, '\ud800', 'ﬁn', {}, { a: 1 }, [], 'n/a') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

/** Any response: usual and odd answers, lists in lists, keys that mean the same. */
export const arbitraryResponse: fc.Arbitrary<ResponseData> = fc
  .uniqueArray(
    fc.tuple(
      fc.oneof(fc.constantFrom<string>(...NAMES, 'STRASSE', 'goals '), fc.string({ maxLength: 3 })),
      fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: fc.array(fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), { maxLength: 4 }) }),
    ),
    { selector: ([key]) => key, maxLength: 10 },
  )
  .map((entries) => Object.fromEntries(entries));
