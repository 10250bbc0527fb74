type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

/**
 * An array with at least `needed` places that starts with the given items: the same one when it is large enough, else
 * one that is a quarter larger, so that growing item by item stays linear. New places hold 0.
 */
export function grown<Items extends Numbers>(items: Items, needed: number): Items {
  if (needed <= items.length) return items;
  const create = items.constructor as new (length: number) => Items;
  const larger = new create(Math.max(needed, 16, Math.ceil(items.length * 1.25)));
  larger.set(items);
  return larger;
}
