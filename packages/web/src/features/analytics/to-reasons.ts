import { toExpectedText } from '../../ui/rule-text/to-rule-text.ts';
import { toAttributeName, toValueText } from '../../ui/rule-text/to-value-text.ts';
import type { TopMatch } from './use-dashboard.ts';

/** What one rule says about one response, in words: the answer given, what was wanted, and whether it passed. */
export type Reason = { attribute: string; text: string; expected: string; state: 'passed' | 'failed' | 'unanswered' };

/**
 * Why a response has its score, a reason a rule, in the order of the rules. Of several choices those that the rule wants
 * are named, all of them when none is; of a group all that was answered; text alone would not say what a number is, so it has its attribute's name before it.
 *
 * @example toReasons({ age: { expected: { min: 25, max: 40 }, actual: 31, match: true, answered: true } })[0]?.text // 'Age 31'
 */
export function toReasons(matched: TopMatch['matched_attributes']): Reason[] {
  return Object.entries(matched).map(([attribute, { expected, actual, match, answered }]) => ({
    attribute,
    text: answered ? toAnswer(attribute, expected, actual) : toAttributeName(attribute),
    expected: toExpectedText(expected),
    state: answered ? (match ? 'passed' : 'failed') : 'unanswered',
  }));
}

function toAnswer(attribute: string, expected: unknown, actual: unknown): string {
  if (Array.isArray(actual)) {
    const wanted: unknown[] = Array.isArray(expected) ? expected : [];
    const named = actual.filter((value) => wanted.includes(value));
    return (named.length > 0 ? named : actual).map(toValueText).join(', ');
  }
  // A group looks at several attributes: what was answered to any of them.
  if (typeof actual === 'object' && actual !== null) {
    const given = Object.values(actual).map(toValueText).filter((text) => text !== '');
    return `${toAttributeName(attribute)}: ${given.join(', ')}`;
  }
  return typeof actual === 'string' && Number.isNaN(Number(actual)) ? actual : `${toAttributeName(attribute)} ${toValueText(actual)}`;
}
