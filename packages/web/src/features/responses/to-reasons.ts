import { messages } from './messages.ts';
import { toAnswerText } from './to-answer-text.ts';
import type { ResponseDetail } from './use-responses.ts';

type Matched = ResponseDetail['scores'][number]['matched_attributes'];

/** Why one rule matched a response or not, in words. */
export type Reason = { rule: string; expected: string; actual: string; outcome: 'matched' | 'unmatched' | 'unanswered' };

/** The reasons of a score, in the order of the rules. */
export function toReasons(matched: Matched): Reason[] {
  return Object.entries(matched).map(([rule, { expected, actual, match, answered }]) => ({
    rule, expected: toExpectedText(expected), actual: toActualText(actual), outcome: match ? 'matched' : answered ? 'unmatched' : 'unanswered',
  }));
}

/**
 * What a rule asks for, in words. What this version does not know stays JSON.
 *
 * @example toExpectedText({ min: 25, max: 40 }) // '25 to 40'
 */
export function toExpectedText(expected: unknown): string {
  const words = messages.reasons;
  if (Array.isArray(expected)) return words.oneOf(expected.map(toAnswerText));
  if (typeof expected !== 'object' || expected === null) return toAnswerText(expected);
  const test = expected as Record<string, unknown>;
  if ('attribute' in test) return words.about(toAnswerText(test['attribute']), toExpectedText(test['is']));
  if ('min' in test || 'max' in test) return toRangeText(test['min'], test['max']);
  if (Array.isArray(test['between'])) return toRangeText(test['between'][0], test['between'][1]);
  if ('atLeast' in test) return toRangeText(test['atLeast'], undefined);
  if ('atMost' in test) return toRangeText(undefined, test['atMost']);
  if ('not' in test) return words.not(toExpectedText(test['not']));
  if ('answered' in test) return test['answered'] === false ? words.notAnswered : words.answered;
  if (Array.isArray(test['any'])) return words.any(test['any'].map(toExpectedText));
  if (Array.isArray(test['all'])) return words.all(test['all'].map(toExpectedText));
  const name = LISTS.find((key) => Array.isArray(test[key]));
  return name === undefined ? JSON.stringify(expected) : words[name]((test[name] as unknown[]).map(toAnswerText));
}

const LISTS = ['in', 'anyOf', 'allOf', 'noneOf', 'contains', 'mentions'] as const;

function toRangeText(min: unknown, max: unknown): string {
  const words = messages.reasons;
  if (min === undefined) return words.atMost(toAnswerText(max));
  return max === undefined ? words.atLeast(toAnswerText(min)) : words.between(toAnswerText(min), toAnswerText(max));
}

/** An answer; for a group of rules the answers by attribute. */
function toActualText(actual: unknown): string {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return toAnswerText(actual) || messages.reasons.noAnswer;
  const given = Object.entries(actual).filter(([, value]) => value !== null);
  return given.length === 0 ? messages.reasons.noAnswer : given.map(([attribute, value]) => messages.reasons.about(attribute, toAnswerText(value))).join('; ');
}
