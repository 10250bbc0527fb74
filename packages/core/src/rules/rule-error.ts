/**
 * What is wrong at one place of the mapping rules, in words that say what would be right.
 *
 * `path` leads from the top of the input to the place (`rules[3].is.between[0]`); it is empty for the top itself.
 */
export type RuleError = { path: string; code: RuleErrorCode; message: string };

export type RuleErrorCode =
  | 'wrong_type'
  | 'unknown_key'
  | 'missing_key'
  | 'conflicting_keys'
  | 'empty_list'
  | 'bad_text'
  | 'bad_number'
  | 'bad_bound'
  | 'mixed_bounds'
  | 'reversed_bounds'
  | 'bad_weight'
  | 'bad_count'
  | 'too_many'
  | 'too_long'
  | 'too_deep';

/** How much one rule set may hold. `text` is in UTF-16 code units, `conditions` counts tests and groups together. */
export type RuleLimits = { rules: number; depth: number; valuesPerList: number; text: number; conditions: number };

export const DEFAULT_RULE_LIMITS: RuleLimits = { rules: 500, depth: 8, valuesPerList: 2000, text: 500, conditions: 5000 };
