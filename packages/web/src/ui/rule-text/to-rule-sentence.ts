import type { Test } from '@likeness/core';
import { formats as browserFormats, type Formats } from '../formats.ts';
import { messages } from './messages.ts';
import type { SpokenRule } from './spoken-rule.ts';
import { boundsOf, valuesOf } from './test-values.ts';
import { toValueText } from './to-value-text.ts';

/** A piece of a sentence about a rule: the attribute it asks about, words around it, or what the answer is held against. */
export type SentencePart = { kind: 'attribute' | 'words' | 'value'; text: string };

const SHOWN_VALUES = 4;

/**
 * A rule in words, in pieces that are drawn differently. The attribute is its key.
 *
 * @example toRuleSentence({ attribute: 'age', is: { between: [25, 40] } }) // age · between · 25 · and · 40
 */
export function toRuleSentence(rule: SpokenRule, formats: Formats = browserFormats): SentencePart[] {
  if ('attribute' in rule) return [{ kind: 'attribute', text: rule.attribute }, ...toTestSentence(rule.is, formats)];
  const words = messages.groups[rule.group];
  if (rule.parts.length === 0) return [{ kind: 'words', text: words.empty }];
  const inner = rule.parts.flatMap((part, index) => [...(index === 0 ? [] : [{ kind: 'words' as const, text: words.joint }]), ...toInnerSentence(part, formats)]);
  const opening = words.opening(rule.parts.length);
  return opening === '' ? inner : [{ kind: 'words', text: opening }, ...inner];
}

/** What a test asks of an answer: the end of the sentence about its rule. */
export function toTestSentence(test: Test, formats: Formats = browserFormats): SentencePart[] {
  const words = messages.tests;
  if ('answered' in test) return [{ kind: 'words', text: test.answered ? words.answered : words.notAnswered }];
  if ('between' in test || 'atLeast' in test || 'atMost' in test) return toRangeSentence(test, formats);
  const values = valuesOf(test).map(toValueText);
  const list: SentencePart = values.length === 0 ? { kind: 'words', text: words.nothingYet } : { kind: 'value', text: toList(values) };
  if ('atLeastOf' in test) return [{ kind: 'words', text: words.atLeastOf(test.atLeastOf.count) }, list];
  if ('in' in test) return [{ kind: 'words', text: values.length === 1 ? words.is : words.in }, list];
  if ('anyOf' in test) return [{ kind: 'words', text: values.length === 1 ? words.has : words.anyOf }, list];
  if ('allOf' in test) return [{ kind: 'words', text: words.allOf }, list];
  if ('noneOf' in test) return [{ kind: 'words', text: words.noneOf }, list];
  return [{ kind: 'words', text: 'contains' in test ? words.contains : words.mentions }, list];
}

function toInnerSentence(rule: SpokenRule, formats: Formats): SentencePart[] {
  const sentence = toRuleSentence(rule, formats);
  return 'attribute' in rule ? sentence : [{ kind: 'words', text: '(' }, ...sentence, { kind: 'words', text: ')' }];
}

function toRangeSentence(test: Test, formats: Formats): SentencePart[] {
  const words = messages.tests;
  const [low, high] = boundsOf(test).map((bound) => (bound === null ? null : toBoundText(bound, formats)));
  if (typeof low === 'string' && typeof high === 'string') {
    return [{ kind: 'words', text: words.between }, { kind: 'value', text: low }, { kind: 'words', text: words.and }, { kind: 'value', text: high }];
  }
  if (typeof low === 'string') return [{ kind: 'words', text: words.atLeast }, { kind: 'value', text: low }];
  if (typeof high === 'string') return [{ kind: 'words', text: words.atMost }, { kind: 'value', text: high }];
  return [{ kind: 'words', text: words.nothingYet }];
}

/** Days as people read them. Numbers stay plain: 1,985 is no year. */
function toBoundText(bound: number | string, formats: Formats): string {
  if (typeof bound === 'number') return String(bound).replace('-', '−');
  return /^\d{4}-\d{2}-\d{2}$/.test(bound) ? formats.day(bound) : bound;
}

function toList(values: readonly string[]): string {
  const left = values.length - SHOWN_VALUES;
  if (left <= 1) return values.join(messages.comma);
  return messages.more(values.slice(0, SHOWN_VALUES).join(messages.comma), left);
}
