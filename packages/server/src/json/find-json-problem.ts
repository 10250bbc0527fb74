import type { FieldProblem } from '@likeness/contract';

/** How much one JSON value may hold. Lengths are in UTF-16 code units; `values` counts everything in it. */
export type JsonLimits = { depth: number; values: number; keyLength: number; textLength: number };

export const DEFAULT_JSON_LIMITS: JsonLimits = { depth: 10, values: 20_000, keyLength: 1000, textLength: 100_000 };

type Place = { key: string | number; parent: Place | null; depth: number };

/**
 * Why can this JSON value not be kept as it is? null when it can.
 *
 * Answers the first obstacle: nesting deeper than the limit (the value itself is depth 0), too many values, text or a key that is too long, text
 * or a key with a NUL character or half a character (lone surrogate; PostgreSQL stores neither), a number that a double
 * cannot hold (`1e999`), a key that is empty or `__proto__`.
 *
 * `path` names the value itself and leads the path of the obstacle. Takes one pass without recursion, so nesting of any
 * depth is safe.
 *
 * @example findJsonProblem({ age: [1, Infinity] }, 'response_data')
 * // { path: 'response_data.age[1]', message: 'is a number beyond what can be kept; …' }
 */
export function findJsonProblem(value: unknown, path: string, limits: JsonLimits = DEFAULT_JSON_LIMITS): FieldProblem | null {
  const waiting: { value: unknown; place: Place | null }[] = [{ value, place: null }];
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { place } = next;
    count += 1;
    if (count > limits.values) return { path, message: `holds more than ${limits.values} values; split it up` };
    const message = checkValue(next.value, limits);
    if (message !== null) return { path: toPath(path, place), message };
    if (typeof next.value !== 'object' || next.value === null) continue;
    const depth = (place?.depth ?? 0) + 1;
    if (depth > limits.depth) return { path: toPath(path, place), message: `is nested deeper than ${limits.depth} levels` };
    if (Array.isArray(next.value)) {
      for (let index = Math.min(next.value.length, limits.values) - 1; index >= 0; index -= 1) {
        waiting.push({ value: next.value[index], place: { key: index, parent: place, depth } });
      }
      if (next.value.length > limits.values) count = limits.values;
      continue;
    }
    for (const [key, item] of Object.entries(next.value).reverse()) {
      const keyMessage = checkKey(key, limits);
      if (keyMessage !== null) return { path: toPath(path, place), message: keyMessage };
      waiting.push({ value: item, place: { key, parent: place, depth } });
    }
  }
  return null;
}

function checkValue(value: unknown, limits: JsonLimits): string | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'is a number beyond what can be kept; send it as text';
  return typeof value === 'string' ? checkText(value, limits.textLength) : null;
}

function checkKey(key: string, limits: JsonLimits): string | null {
  if (key === '__proto__') return 'has the key "__proto__", which is not accepted; name it otherwise';
  if (key.trim() === '') return 'has a key without a name';
  const message = checkText(key, limits.keyLength);
  return message === null ? null : `has a key that ${message}: "${key.slice(0, 40).toWellFormed().replaceAll('\u0000', '\uFFFD')}"`;
}

/** Why can this text not be kept? null when it can. The message goes on after the text's name. */
export function checkText(text: string, maxLength: number): string | null {
  if (text.length > maxLength) return `has ${text.length} characters; at most ${maxLength} are accepted`;
  if (text.includes('\u0000')) return 'must not contain a NUL character';
  return text.isWellFormed() ? null : 'must not contain half a character (lone surrogate)';
}

function toPath(root: string, place: Place | null): string {
  const steps: string[] = [];
  for (let step = place; step !== null; step = step.parent) {
    steps.push(typeof step.key === 'number' ? `[${step.key}]` : `.${step.key}`);
  }
  // Far down, the beginning is what helps.
  return root + steps.toReversed().slice(0, 20).join('').slice(0, 500);
}
