/**
 * A JSON value as text that is the same for equal values, whatever the order of their keys (a database keeps its own) and
 * whatever white space their texts end with (the server cuts it).
 *
 * @example toStableText({ b: 1, a: 2 }) // '{"a":2,"b":1}'
 */
export function toStableText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return inner.trim();
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  });
}
