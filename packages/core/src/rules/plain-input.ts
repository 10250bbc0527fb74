/** An object as JSON makes it. Keys are read through `readOwn` only. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** Is this an object as JSON makes it (of any realm), no list, no Map, no Date? */
export function isPlainObject(value: unknown): value is PlainObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * The value that an object or a list itself holds under a key; undefined when it holds none.
 *
 * Never runs foreign code: a getter counts as undefined. Never looks at the prototype.
 */
export function readOwn(holder: object, key: string | number): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

/** Names what a value is, for error messages, without running any of its code. Long texts are cut. */
export function nameValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'undefined':
      return 'nothing';
    default:
      return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
  }
}

/** A text in quotation marks, at most 40 characters of it. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}

/** The path of a key inside the object at `path`. Keys that are no plain words are quoted. */
export function pathOf(path: string, key: string): string {
  if (!/^[A-Za-z_]\w{0,39}$/u.test(key)) return `${path}[${quote(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
