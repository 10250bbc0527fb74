import type { Test } from '@likeness/core';
import { formats as browserFormats, type Formats } from '../../../ui/formats.ts';
import { messages } from '../messages.ts';
import { type DraftCondition, isLeaf } from './rule-draft.ts';
import { boundsOf, valuesOf } from './test-kinds.ts';

/** A piece of a sentence about a rule: the attribute it asks about, words around it, or what the answer is held against. */
export type SentencePart = { kind: 'attribute' | 'words' | 'value'; text: string };

const SHOWN_VALUES = 4;

/**
 * A rule in words, in pieces that are drawn differently.
 *
 * @example toRuleSentence({ id: '1', attribute: 'age', is: { between: [25, 40] } }) // age · is between · 25 · and · 40
 */
export function toRuleSentence(condition: DraftCondition, formats: Formats = browserFormats): SentencePart[] {
  if (isLeaf(condition)) return [{ kind: 'attribute', text: condition.attribute }, ...toTestSentence(condition.is, formats)];
  const words = messages.rules.groups[condition.group];
  if (condition.parts.length === 0) return [{ kind: 'words', text: words.empty }];
  const inner = condition.parts.flatMap((part, index) => [...(index === 0 ? [] : [{ kind: 'words' as const, text: words.joint }]), ...toInnerSentence(part, formats)]);
  return [{ kind: 'words', text: words.opening(condition.parts.length) }, ...inner];
}

/** The same as one text. */
export function toRuleText(condition: DraftCondition, formats: Formats = browserFormats): string {
  return toRuleSentence(condition, formats)
    .map(({ text }) => text)
    .join(' ');
}

function toInnerSentence(condition: DraftCondition, formats: Formats): SentencePart[] {
  const sentence = toRuleSentence(condition, formats);
  return isLeaf(condition) ? sentence : [{ kind: 'words', text: '(' }, ...sentence, { kind: 'words', text: ')' }];
}

function toTestSentence(test: Test, formats: Formats): SentencePart[] {
  const words = messages.rules.tests;
  if ('answered' in test) return [{ kind: 'words', text: test.answered ? words.answered : words.notAnswered }];
  if ('between' in test || 'atLeast' in test || 'atMost' in test) return toRangeSentence(test, formats);
  const values = valuesOf(test).map(String);
  const list: SentencePart = values.length === 0 ? { kind: 'words', text: words.nothingYet } : { kind: 'value', text: toList(values) };
  if ('atLeastOf' in test) return [{ kind: 'words', text: words.atLeastOf(test.atLeastOf.count) }, list];
  if ('in' in test) return [{ kind: 'words', text: values.length === 1 ? words.is : words.in }, list];
  if ('anyOf' in test) return [{ kind: 'words', text: values.length === 1 ? words.has : words.anyOf }, list];
  if ('allOf' in test) return [{ kind: 'words', text: words.allOf }, list];
  if ('noneOf' in test) return [{ kind: 'words', text: words.noneOf }, list];
  return [{ kind: 'words', text: 'contains' in test ? words.contains : words.mentions }, list];
}

function toRangeSentence(test: Test, formats: Formats): SentencePart[] {
  const words = messages.rules.tests;
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
  if (left <= 1) return values.join(messages.rules.comma);
  return messages.rules.more(values.slice(0, SHOWN_VALUES).join(messages.rules.comma), left);
}
