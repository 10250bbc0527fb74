import type { Answer } from '../answers/find-answer.ts';
import type { Field } from '../answers/dictionary.ts';
import { readNumber } from '../answers/read-number.ts';
import { toWantedValues, toValue } from '../answers/to-value.ts';
import type { Scalar } from '../rules/rule-set.ts';

/**
 * A figure to be read off one field of the responses.
 *
 * `nps`: a Net Promoter Score over whole answers 0 to 10. `mean`: the mean of numbers within `min`..`max` (both
 * included, either may be absent). `share`: how many of those who answered gave `value`.
 */
export type MetricDefinition =
  | { name: string; field: string; kind: 'nps' }
  | { name: string; field: string; kind: 'mean'; min?: number; max?: number }
  | { name: string; field: string; kind: 'share'; value: Scalar };

/**
 * What one response says to a metric: a number (for a share 1 when it gave the value, else 0), null when it did
 * not answer, `rejected` when it answered something the metric cannot take.
 */
export type MetricAnswer = number | null | 'rejected';

/**
 * What does an answer count as in this metric?
 *
 * Out of range, not a number, or several values where one is wanted: rejected, to be counted beside the metric.
 * Nothing is clamped to the scale. A share takes any answer; of a multi-value answer one value has to be equal,
 * compared like the list tests of rules.
 *
 * @param field the metric's field as the dictionary has it (`resolveField`)
 * @param answer what `findAnswer` found; null when it is missing
 *
 * @example toMetricAnswer({ name: 'nps', field: 'q1', kind: 'nps' }, field, answerOf('11')) // 'rejected'
 */
export function toMetricAnswer(metric: MetricDefinition, field: Field, answer: Answer | null): MetricAnswer {
  if (answer === null) return null;
  if (metric.kind === 'share') {
    const wanted = toWantedValues(field, [metric.value]);
    return answer.parts.some((part) => wanted.has(toValue(field, part.text))) ? 1 : 0;
  }
  const [part, ...others] = answer.parts;
  const number = part === undefined || others.length > 0 ? null : readNumber(part.given);
  return number !== null && isWithinScale(metric, number) ? number : 'rejected';
}

function isWithinScale(metric: Exclude<MetricDefinition, { kind: 'share' }>, number: number): boolean {
  if (metric.kind === 'nps') return Number.isInteger(number) && number >= 0 && number <= 10;
  return number >= (metric.min ?? -Infinity) && number <= (metric.max ?? Infinity);
}
