import { messages } from './messages.ts';

/** An attribute's key as a name: `company_size` -> `Company size`. */
export function toAttributeName(key: string): string {
  const spaced = key.replaceAll(/[_-]+/g, ' ').trim();
  return spaced === '' ? key : `${spaced.slice(0, 1).toLocaleUpperCase()}${spaced.slice(1)}`;
}

/** An answer or an expected value in words: lists joined, true as yes; no answer as an empty text, anything deeper as JSON. */
export function toValueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toValueText).join(messages.comma);
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
