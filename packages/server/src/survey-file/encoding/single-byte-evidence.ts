import type { TextEncodingName } from './text-decoding.ts';

/** A byte of 0x80 or above with its neighbours; 0x20 stands for the edge of the file. */
export type HighByte = { before: number; byte: number; after: number };

type SingleByteEncoding = Extract<TextEncodingName, 'macintosh' | 'windows-1252'>;

const TABLES: Record<SingleByteEncoding, string[]> = {
  macintosh: characterTable('macintosh'),
  'windows-1252': characterTable('windows-1252'),
};

const QUOTES = '\u2018\u2019\u201A\u201C\u201D\u201E';
const DASHES = '\u2013\u2014\u2026\u2022\u00B7';
const PLAIN_SIGNS = '\u00A9\u00AE\u2122\u00B0\u00A7\u00AB\u00BB\u00BF\u00A1\u00BD\u00BC\u00AA\u00BA\u00B4';
const MONEY = '\u20AC\u00A3\u00A5\u00A2';

/**
 * How much do these bytes look like text under an encoding? The sum of small marks for each byte:
 * an accented letter inside a word or an apostrophe between letters counts for it, a capital in
 * the middle of a small word, a mathematical sign or a control character against it. Only
 * differences between encodings mean something. No bytes: 0.
 *
 * The marks are conventions, tuned on real exports ("Not much" followed by 0xCA is a no-break space
 * in Mac Roman and a capital E with circumflex in Windows-1252).
 *
 * @example singleByteEvidence([{ before: 0x66, byte: 0xe9, after: 0x20 }], 'windows-1252') // 2, "fé "
 */
export function singleByteEvidence(bytes: readonly HighByte[], encoding: SingleByteEncoding): number {
  const table = TABLES[encoding];
  return bytes.reduce((sum, { before, byte, after }) => sum + markOf(table[before] ?? ' ', table[byte] ?? ' ', table[after] ?? ' '), 0);
}

/** The bytes as they read under an encoding, quoted: `example`, or what a no-break space stands `between`. */
export function readHighByte({ before, byte, after }: HighByte, encoding: SingleByteEncoding): { example: string } | { between: string } {
  const [first, character, last] = [before, byte, after].map((value) => (TABLES[encoding][value] ?? ' ').replace(/\p{C}/u, ' '));
  return character === '\u00A0' ? { between: `"${first}" and "${last}"` } : { example: `"${first}${character}${last}"` };
}

function markOf(before: string, character: string, after: string): number {
  if (/[\u0080-\u009F\uE000-\uF8FF]/.test(character)) return -6;
  if (character === '\u00A0') return /[\s,;]/.test(before + after) ? 2 : 1;
  if (QUOTES.includes(character)) return isLetter(before) && isLetter(after) ? 3 : 2;
  if (DASHES.includes(character)) return 2;
  if (MONEY.includes(character)) return /\d/.test(before + after) ? 2 : 0;
  if (PLAIN_SIGNS.includes(character)) return 1;
  if (isLower(character)) return isLetter(before) || isLetter(after) ? 2 : -1;
  if (isUpper(character)) return isLower(before) ? -3 : isLetter(after) ? 1 : 0;
  return -2;
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

function isLower(character: string): boolean {
  return /\p{Ll}/u.test(character);
}

function isUpper(character: string): boolean {
  return /\p{Lu}/u.test(character);
}

function characterTable(encoding: SingleByteEncoding): string[] {
  const decoder = new TextDecoder(encoding);
  return Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
}
