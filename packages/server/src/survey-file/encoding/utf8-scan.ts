/** What a piece of bytes looks like when it is taken for UTF-8. */
export type Utf8Scan = {
  /** Complete characters of two or more bytes. */
  multiByteCharacters: number;
  /** Half-open byte ranges that are no part of any character, in order. */
  invalid: { start: number; end: number }[];
  /** Bytes at the end that begin a character the next piece may complete (0..3). */
  unfinishedBytes: number;
};

/**
 * Where is this not UTF-8? Follows the byte ranges of the Unicode Standard, table 3-7, so that
 * overlong forms, surrogates and values past U+10FFFF are invalid. Linear in the number of bytes.
 *
 * @example scanUtf8(Uint8Array.of(0x41, 0xca, 0x42)).invalid // [{ start: 1, end: 2 }]
 */
export function scanUtf8(bytes: Uint8Array): Utf8Scan {
  const scan: Utf8Scan = { multiByteCharacters: 0, invalid: [], unfinishedBytes: 0 };
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const wanted = sequenceLength(lead);
    const valid = wanted === 0 ? 0 : validPrefixLength(bytes, at, wanted);
    if (valid === wanted && wanted > 0) {
      scan.multiByteCharacters += 1;
      at += wanted;
    } else if (valid > 0 && at + valid === bytes.length) {
      scan.unfinishedBytes = valid;
      at += valid;
    } else {
      const end = at + Math.max(valid, 1);
      scan.invalid.push({ start: at, end });
      at = end;
    }
  }
  return scan;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

function validPrefixLength(bytes: Uint8Array, start: number, wanted: number): number {
  const lead = bytes[start] ?? 0;
  for (let offset = 1; offset < wanted; offset += 1) {
    const byte = bytes[start + offset];
    if (byte === undefined) return offset;
    let low = 0x80;
    let high = 0xbf;
    if (offset === 1) {
      if (lead === 0xe0) low = 0xa0;
      if (lead === 0xed) high = 0x9f;
      if (lead === 0xf0) low = 0x90;
      if (lead === 0xf4) high = 0x8f;
    }
    if (byte < low || byte > high) return offset;
  }
  return wanted;
}
