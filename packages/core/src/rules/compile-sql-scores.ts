import { type BandThresholds, DEFAULT_BAND_THRESHOLDS, type RuleSet } from './rule-set.ts';

/**
 * What are combinations of rule outcomes worth? As an SQL query: `toScore`, for a database.
 *
 * It reads a relation `outcomes` with a column `rule_outcomes` (a sign a rule: `+`, `-`, `?`), which the caller puts
 * before it in a WITH, and answers one row for each of its rows: `rule_outcomes`, `matched_weight`, `answered_weight`,
 * `total_weight` (bigint, in thousandths), `score_hundredths` (bigint, 0..10000, rounded half up), `band` (0 weak,
 * 1 moderate, 2 strong, by the exact weights), `evidence` (float8, 0..1) and `every_rule`.
 *
 * All of it is integer arithmetic but the evidence, one division of integers, so that it equals `toScore` and
 * `toEvidenceRatio` to the last bit. The text holds numbers only, nothing that a person wrote.
 *
 * Throws a RangeError when there are no rules.
 *
 * @example `with outcomes as (select distinct rule_outcomes from scored) ${compileSqlScores(ruleSet)}`
 */
export function compileSqlScores(ruleSet: RuleSet, thresholds: BandThresholds = DEFAULT_BAND_THRESHOLDS): string {
  const { rules, missing } = ruleSet;
  if (rules.length === 0) throw new RangeError('A rule set without rules has no score.');
  const signOf = (index: number): string => `substr(rule_outcomes, ${index + 1}, 1)`;
  const sumWhere = (condition: string): string =>
    ['0::bigint', ...rules.map(({ weight }, index) => `case when ${signOf(index)} ${condition} then ${weight} else 0 end`)].join(' + ');
  const failing = missing === 'unmatched' ? `<> '+'` : `= '-'`;
  const failures = rules.flatMap(({ required }, index) => (required ? [`${signOf(index)} ${failing}`] : []));
  const total = `${rules.reduce((sum, { weight }) => sum + weight, 0)}::bigint`;
  return `
    select rule_outcomes, matched_weight, answered_weight, ${total} as total_weight,
      case when denominator = 0 then 0 else (20000 * scored + denominator) / (2 * denominator) end as score_hundredths,
      case when denominator = 0 then 0
        when 10000 * scored >= ${thresholds.strong} * denominator then 2
        when 10000 * scored >= ${thresholds.moderate} * denominator then 1
        else 0 end as band,
      answered_weight::float8 / ${total} as evidence,
      rule_outcomes = '${'+'.repeat(rules.length)}' as every_rule
    from outcomes
    cross join lateral (
      select ${sumWhere(`= '+'`)} as matched_weight, ${sumWhere(`<> '?'`)} as answered_weight, ${failures.join(' or ') || 'false'} as is_failed
    ) as weighed
    cross join lateral (
      select case when is_failed then 0 else matched_weight end as scored, ${missing === 'unmatched' ? total : 'answered_weight'} as denominator
    ) as fraction`;
}
