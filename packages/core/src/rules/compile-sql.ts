import { foldText } from '../answers/fold-text.ts';
import type { Condition, RuleSet, Test } from './rule-set.ts';

/** One attribute, folded, and every different test that some rule asks of it. */
export type SqlAttribute = { readonly attribute: string; readonly tests: readonly Test[] };

/**
 * One rule set as SQL. `attributes` are positions in the list of all attributes, ascending.
 *
 * `ruleOutcomes` is an expression of type text over columns `a0`, `a1` ... named after those positions: `+`, `-` or
 * `?` for each rule in its order, as the database keeps them.
 */
export type SqlRuleSet = { readonly attributes: readonly number[]; readonly ruleOutcomes: string };

/** What `compileSql` makes of rule sets: what to find out about answers, and how to put it together. */
export type CompiledSql = { readonly attributes: readonly SqlAttribute[]; readonly ruleSets: readonly SqlRuleSet[] };

/**
 * Prepares rule sets for a database: which tests are to be decided, and the SQL that combines their outcomes.
 *
 * What a test says depends on nothing but the answer, so it is decided once for each distinct answer, by
 * `compileSqlAnswers` and not by SQL; a response then brings one column a_n for each attribute: a `bytea` with one
 * byte a test, 0 unmatched, 1 unanswered, 2 matched. In these numbers Kleene's logic is arithmetic: any is the greatest,
 * all the least, not is 2 - x.
 *
 * The texts hold numbers and these column names only, nothing that a person wrote. Attributes that only a dictionary
 * unites (`age`, `years`) are listed apart: forms may disagree about them.
 *
 * Throws a RangeError when one of the rule sets has no rules (ask `hasRules`). No rule sets: empty lists.
 *
 * @example compileSql([{ missing: 'ignore', rules: [ageFrom25, notLondon] }]).ruleSets[0]?.ruleOutcomes
 * // "translate(get_byte(a0, 0)::text || (2 - get_byte(a1, 0))::text, '012', '-?+')"
 */
export function compileSql(ruleSets: readonly RuleSet[]): CompiledSql {
  const tests = new TestBook();
  const compiled = ruleSets.map((ruleSet): SqlRuleSet => {
    if (ruleSet.rules.length === 0) throw new RangeError('A rule set without rules has no score.');
    const used = new Set<number>();
    const digits = ruleSet.rules.map((rule) => `${toOutcome(rule.condition, tests, used)}::text`);
    return { attributes: [...used].sort((a, b) => a - b), ruleOutcomes: `translate(${digits.join(' || ')}, '012', '-?+')` };
  });
  return { attributes: tests.attributes, ruleSets: compiled };
}

/** Numbers attributes and their tests in the order in which they are first asked for. */
class TestBook {
  readonly attributes: { attribute: string; tests: Test[] }[] = [];
  private readonly positions = new Map<string, number>();

  /** Where is this test's outcome? The same test of the same attribute has one place. */
  place(attribute: string, test: Test): { attribute: number; test: number } {
    const name = foldText(attribute);
    const found = this.positions.get(name) ?? this.attributes.push({ attribute: name, tests: [] }) - 1;
    this.positions.set(name, found);
    const tests = this.attributes[found]?.tests ?? [];
    const key = JSON.stringify([name, test]);
    const known = this.positions.get(key) ?? tests.push(test) - 1;
    this.positions.set(key, known);
    return { attribute: found, test: known };
  }
}

/** An integer expression: 0 unmatched, 1 unanswered, 2 matched. Notes the attributes that it reads in `used`. */
function toOutcome(condition: Condition, tests: TestBook, used: Set<number>): string {
  if ('attribute' in condition) {
    const { attribute, test } = tests.place(condition.attribute, condition.is);
    used.add(attribute);
    return `get_byte(a${attribute}, ${test})`;
  }
  if ('not' in condition) return `(2 - ${toOutcome(condition.not, tests, used)})`;
  const [group, neutral, conditions] = 'all' in condition ? ['least', 2, condition.all] : ['greatest', 0, condition.any];
  return `${group}(${[neutral, ...conditions.map((inner) => toOutcome(inner, tests, used))].join(', ')})`;
}
