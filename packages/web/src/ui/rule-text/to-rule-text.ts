import { formats } from '../formats.ts';
import { messages } from './messages.ts';

type Json = { [key: string]: unknown };

/**
 * Each rule of a persona in words, in their order; of rules in full form, as the API gives them. An own label wins.
 *
 * @example toRuleTexts({ rules: [{ attribute: 'age', is: { between: [25, 40] } }] }) // ['Age: 25 to 40']
 */
export function toRuleTexts(rules: unknown): string[] {
  const list = isJson(rules) && Array.isArray(rules.rules) ? rules.rules : [];
  return list.map((rule: unknown) => (isJson(rule) && typeof rule.label === 'string' ? rule.label : toConditionText(rule)));
}

/** An attribute's key as a name: `company_size` -> `Company size`. */
export function toAttributeName(key: string): string {
  const spaced = key.replaceAll(/[_-]+/g, ' ').trim();
  return spaced === '' ? key : `${spaced.slice(0, 1).toLocaleUpperCase()}${spaced.slice(1)}`;
}

/** An answer or an expected value in words: lists joined, true as yes. */
export function toValueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(toValueText).join(messages.or);
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  if (isJson(value)) return toTestText('min' in value || 'max' in value ? { between: [value.min, value.max] } : value);
  return value === null || value === undefined ? messages.no : String(value);
}

function toConditionText(condition: unknown): string {
  if (!isJson(condition)) return '';
  const words = messages;
  if (Array.isArray(condition.any)) return condition.any.map(toConditionText).join(words.or);
  if (Array.isArray(condition.all)) return condition.all.map(toConditionText).join(words.and);
  if (condition.not !== undefined) return words.not(toConditionText(condition.not));
  return words.is(toAttributeName(String(condition.attribute ?? '')), isJson(condition.is) ? toTestText(condition.is) : '');
}

function toTestText(test: Json): string {
  const words = messages;
  const [kind, value] = Object.entries(test)[0] ?? ['', null];
  const list = toValueText(value);
  switch (kind) {
    case 'between':
      return toRangeText(Array.isArray(value) ? value : []);
    case 'atLeast':
      return words.atLeast(list);
    case 'atMost':
      return words.atMost(list);
    case 'allOf':
      return words.allOf(toListText(value));
    case 'noneOf':
      return words.noneOf(list);
    case 'atLeastOf':
      return words.atLeastOf(formats.count(isJson(value) && typeof value.count === 'number' ? value.count : 1), toValueText(isJson(value) ? value.values : value));
    case 'contains':
      return words.contains(list);
    case 'mentions':
      return words.mentions(list);
    case 'answered':
      return words.answered;
    default:
      return list;
  }
}

function toListText(value: unknown): string {
  return Array.isArray(value) ? value.map(toValueText).join(messages.and) : toValueText(value);
}

function toRangeText([low, high]: readonly unknown[]): string {
  if (low === null || low === undefined) return messages.atMost(toValueText(high));
  return high === null || high === undefined ? messages.atLeast(toValueText(low)) : messages.between(toValueText(low), toValueText(high));
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
