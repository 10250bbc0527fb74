/** What stands behind `?` in the address, as it is read there (texts) or was set by a link (also numbers). */
export type RawSearch = Record<string, unknown>;

/**
 * The address's parameters as texts. Nothing is guessed: `?q=12` is the text "12"; a page's own reader turns it into what
 * it needs. A key that stands twice counts once, by its last value.
 */
export function parseSearch(search: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The other way round; null, undefined and empty texts are left out, lists are joined by commas. */
export function stringifySearch(search: RawSearch): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const text = Array.isArray(value) ? value.join(',') : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
    if (text !== '') params.set(name, text);
  }
  const text = params.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** A text of the address; undefined when it is absent or empty. */
export function readText(raw: RawSearch, name: string): string | undefined {
  const value = raw[name];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

/** One of a few words; undefined for anything else, so that a mistyped address shows the page's usual state. */
export function readChoice<const T extends string>(raw: RawSearch, name: string, choices: readonly T[]): T | undefined {
  const text = readText(raw, name);
  return choices.find((choice) => choice === text);
}

/** A whole number from 1 on, as ids are; undefined for anything else. */
export function readId(raw: RawSearch, name: string): number | undefined {
  const text = readText(raw, name);
  const value = text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return value > 0 ? value : undefined;
}

/** Texts with commas between; undefined when there is none. */
export function readList(raw: RawSearch, name: string): string[] | undefined {
  const value = raw[name];
  const texts = Array.isArray(value) ? value.map(String) : (readText(raw, name)?.split(',') ?? []);
  return texts.length === 0 ? undefined : texts;
}

/**
 * Leaves out what is undefined: search parameters have either a value or no key.
 *
 * @example compact({ q: undefined, tag: 'b2b' }) // { tag: 'b2b' }
 */
export function compact<T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
