import { toExpectedText } from '../../ui/rule-text/to-rule-text.ts';
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

/** An answer; for a group of rules the answers by attribute. */
function toActualText(actual: unknown): string {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return toAnswerText(actual) || messages.reasons.noAnswer;
  const given = Object.entries(actual).filter(([, value]) => value !== null);
  return given.length === 0 ? messages.reasons.noAnswer : given.map(([attribute, value]) => messages.reasons.about(attribute, toAnswerText(value))).join('; ');
}
