import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

const LIMITS = { bytes: 10_000, lines: 100, lineBytes: 1000 };

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield new Uint8Array(bytes.subarray(start, start + size));
    start += size;
  }
}

async function linesOf(text: string, sizes: readonly number[] = [7], limits = LIMITS): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const { number, bytes } of readLines(inPieces(Buffer.from(text), sizes), limits)) lines.push([number, bytes.toString()]);
  return lines;
}

describe('readLines', () => {
  it('cuts at LF and CR LF, leaves blank lines out and counts them', async () => {
    expect(await linesOf('a\r\n\n  \nbü\n\r\nc')).toEqual([[1, 'a'], [4, 'bü'], [6, 'c']]);
    expect(await linesOf('')).toEqual([]);
    expect(await linesOf('a\n')).toEqual([[1, 'a']]);
  });

  it('gives the same lines however the bytes arrive', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `x${text.replaceAll(/[\r\n]/g, '')}`);
    await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 20 }), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), async (lines, sizes) => {
      expect(await linesOf(lines.join('\n'), sizes)).toEqual(lines.map((text, index) => [index + 1, text]));
    }));
  });

  it.each([
    ['the body', { ...LIMITS, bytes: 20 }, 'larger than 20 bytes'],
    ['a line', { ...LIMITS, lineBytes: 10 }, 'Line 2 is longer than 10 bytes'],
    ['the number of lines', { ...LIMITS, lines: 2 }, 'more than 2 lines'],
  ])('stops when %s passes its limit', async (_, limits, words) => {
    const text = 'one\ntwelve bytes\nthree\n';
    for (const sizes of [[1], [100]]) {
      await expect(linesOf(text, sizes, limits)).rejects.toMatchObject({ code: 'too_large', detail: expect.stringContaining(words) });
    }
    expect(await linesOf(text, [5], { bytes: 23, lines: 3, lineBytes: 12 })).toHaveLength(3);
  });
});
