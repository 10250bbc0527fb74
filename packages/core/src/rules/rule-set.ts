/**
 * The mapping-rule language as values: what `parseRuleSet` returns and every compiler reads.
 *
 * A persona's rules are kept in this full form; the short form is sugar that `parseRuleSet` expands.
 */

/** What an unanswered rule does to the score: counts against it, or leaves the denominator. */
export type MissingPolicy = 'unmatched' | 'ignore';

/** A bound of a range test: a finite number, or an ISO date (`2026-01-31`, optionally with a time and zone). */
export type Bound = number | string;

/**
 * A value in a list test. Compared as text after folding (see `foldText`) and synonyms; only fields declared as
 * `boolean` or `number` know that "yes" is `true` and "10.0" is 10 (see `toValue`).
 */
export type Scalar = string | number | boolean;

/**
 * One test on one attribute's answer.
 *
 * Ranges include both bounds; either bound of `between` may be null (no bound), not both.
 * `atLeastOf` is "at least k of these values", for multi-select.
 */
export type Test =
  | { between: [Bound | null, Bound | null] }
  | { atLeast: Bound }
  | { atMost: Bound }
  | { in: Scalar[] }
  | { anyOf: Scalar[] }
  | { allOf: Scalar[] }
  | { noneOf: Scalar[] }
  | { atLeastOf: { count: number; values: Scalar[] } }
  | { contains: string[] }
  | { mentions: string[] }
  | { answered: boolean };

/** What a rule looks at: one attribute, or a group of conditions. */
export type Condition =
  | { attribute: string; is: Test }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

/**
 * One weighted line of a persona.
 *
 * `weight` is in thousandths (1000 = weight 1), so that scores stay exact in integers.
 * `label` names the rule in explanations; it is unique within its rule set.
 */
export type Rule = {
  condition: Condition;
  weight: number;
  required: boolean;
  label: string;
};

/** A parsed, normalised rule set. `rules` may be empty: such a persona scores nothing. */
export type RuleSet = { missing: MissingPolicy; rules: Rule[] };

/** What one rule found in one response. */
export type RuleOutcome = 'matched' | 'unmatched' | 'unanswered';

/**
 * What one response is worth to one persona, in exact integers.
 *
 * `matchedWeight`, `answeredWeight` and `totalWeight` are in thousandths. `scoreHundredths` is 0..10000,
 * rounded half up, and 0 when a required rule fails. `outcomes` follows the order of the rules.
 */
export type Score = {
  outcomes: RuleOutcome[];
  matchedWeight: number;
  answeredWeight: number;
  totalWeight: number;
  scoreHundredths: number;
  band: Band;
  everyRule: boolean;
};

export type Band = 'weak' | 'moderate' | 'strong';

/** Lowest scores of the two upper bands, in hundredths of a percent point (5000 = 50.00). */
export type BandThresholds = { moderate: number; strong: number };

export const DEFAULT_BAND_THRESHOLDS: BandThresholds = { moderate: 5000, strong: 7000 };
