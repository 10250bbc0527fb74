/** A new id for a part of a card or a rule. Unlike `crypto.randomUUID` it needs no secure address. */
export function newId(): string {
  return Math.random().toString(36).slice(2, 10).padEnd(8, '0');
}
