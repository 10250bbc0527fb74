const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * A hash of bytes `start` to `end` (excluded), 0..2^32-1. Sources: FNV-1a (Fowler, Noll, Vo), with the last step of
 * MurmurHash3, because the low bits of FNV alone are poor for short texts.
 */
export function hashBytes(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = OFFSET ^ seed;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ (bytes[index] as number), PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
