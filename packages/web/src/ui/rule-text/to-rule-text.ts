import type { Formats } from '../formats.ts';
import { readSpokenRule, readTest, type SpokenRule } from './spoken-rule.ts';
import { type SentencePart, toRuleSentence, toTestSentence } from './to-rule-sentence.ts';
import { toAttributeName, toValueText } from './to-value-text.ts';

/**
 * A rule as one text, with attributes by their keys.
 *
 * @example toRuleText({ attribute: 'age', is: { between: [25, 40] } }) // 'age between 25 and 40'
 */
export function toRuleText(rule: SpokenRule, formats?: Formats): string {
  return joined(toRuleSentence(rule, formats));
}

/**
 * Each rule of a persona as one text, in their order; of rules as the API gives them. An own label wins; attributes have names.
 *
 * @example toRuleTexts({ rules: [{ attribute: 'company_size', is: { in: ['1'] } }] }) // ['Company size is 1']
 */
export function toRuleTexts(rules: unknown): string[] {
  const list: unknown[] = hasRules(rules) ? rules.rules : [];
  return list.map((rule) => {
    if (typeof rule === 'object' && rule !== null && 'label' in rule && typeof rule.label === 'string') return rule.label;
    const spoken = readSpokenRule(rule);
    if (spoken === null) return JSON.stringify(rule);
    return joined(toRuleSentence(spoken).map((part) => (part.kind === 'attribute' ? { ...part, text: toAttributeName(part.text) } : part)));
  });
}

/**
 * What a rule expects of its answer, as the API stores it beside a score: a test, or the conditions of a group. What this
 * version does not know stays JSON.
 *
 * @example toExpectedText({ min: 25, max: 40 }) // 'between 25 and 40'
 */
export function toExpectedText(expected: unknown): string {
  const group = readSpokenRule(expected);
  if (group !== null) return toRuleText(group);
  const test = readTest(expected);
  return test === null ? toValueText(expected) : joined(toTestSentence(test));
}

function joined(parts: readonly SentencePart[]): string {
  return parts.reduce((sentence, { text }) => sentence + (sentence === '' || sentence.endsWith('(') || text === ')' ? '' : ' ') + text, '');
}

function hasRules(rules: unknown): rules is { rules: unknown[] } {
  return typeof rules === 'object' && rules !== null && 'rules' in rules && Array.isArray(rules.rules);
}
