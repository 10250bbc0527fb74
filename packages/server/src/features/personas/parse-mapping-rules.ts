import { parseRuleSet, printRuleSet, type Dictionary, type RuleSet } from '@likeness/core';
import type { JsonObject } from '../../db/tables.ts';
import { Failure } from '../../failures/failure.ts';
import { findJsonProblem } from '../../json/find-json-problem.ts';

/** Rules as their author wrote them, parsed, and in the full form that is kept. */
export type WrittenRules = { mappingRules: JsonObject; ruleSet: RuleSet; rules: JsonObject; ruleCount: number };

/**
 * Reads mapping rules in either form.
 *
 * Throws `invalid_rules` with every place that is wrong, as `mapping_rules.rules[2].is.between[0]`.
 *
 * @example parseMappingRules({ age: { min: 25 } }, dictionary).ruleCount // 1
 */
export function parseMappingRules(mappingRules: JsonObject, dictionary: Dictionary): WrittenRules {
  const parsed = parseRuleSet(mappingRules, { dictionary });
  if (!parsed.ok) throw invalidRules(parsed.errors);
  const problem = findJsonProblem(mappingRules, '', STORED_LIMITS);
  if (problem !== null) throw invalidRules([problem]);
  return {
    mappingRules,
    ruleSet: parsed.ruleSet,
    // Plain JSON by its type; the language's types are narrower than those of any JSON.
    rules: JSON.parse(JSON.stringify(printRuleSet(parsed.ruleSet))) as JsonObject,
    ruleCount: parsed.ruleSet.rules.length,
  };
}

// What the language itself bounds is not bounded again; this finds what PostgreSQL cannot keep.
const STORED_LIMITS = { depth: 100, values: 2_000_000, keyLength: 1000, textLength: 1000 };

function invalidRules(errors: readonly { path: string; message: string }[]): Failure {
  const problems = errors.map(({ path, message }) => ({ path: toBodyPath(path), message }));
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new Failure('invalid_rules', first ? `${first.path}: ${first.message}${more}` : 'The rules cannot be read.', problems);
}

function toBodyPath(path: string): string {
  if (path === '') return 'mapping_rules';
  return path.startsWith('[') || path.startsWith('.') ? `mapping_rules${path}` : `mapping_rules.${path}`;
}
