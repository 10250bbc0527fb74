import { describe, expect, it } from 'vitest';
import { collect, encodeText, textSource } from '../survey-fixtures.testing.ts';
import { detectEncoding } from './detect-encoding.ts';
import { decodeText, INVALID_BYTES } from './text-decoding.ts';
import type { TextEncodingName } from './text-decoding.ts';
import { scanUtf8 } from './utf8-scan.ts';

async function* pieces(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const WESTERN = 'Größe,Prénom,año\nfünf Äpfel,élève à Orléans,“señor” – l’été\nsüß,garçon,Málaga\n';

describe('detectEncoding', () => {
  it.each<[TextEncodingName, boolean, string]>([
    ['utf-8', false, 'a,b\n1,2\n'],
    ['utf-8', false, 'naïve,日本\n1,2\n'],
    ['utf-8', true, 'a,b\n'],
    ['utf-16le', true, 'a,b\n日本,2\n'],
    ['utf-16be', true, 'a,b\n日本,2\n'],
    ['utf-16le', false, 'name,answer\nJosé,yes\n'],
    ['utf-16be', false, 'name,answer\nJosé,yes\n'],
    ['utf-16le', false, '名前,回答\n山田,はい\n鈴木,いいえ\n'],
    ['windows-1252', false, WESTERN],
    ['macintosh', false, WESTERN],
    ['windows-1252', false, 'price\n£5 or €6\nTHE ÉLITE\n'],
    ['macintosh', false, 'answer\rNot much\u00A0\rNot at all\u00A0\r'],
  ])('finds %s (mark: %s)', async (encoding, withMark, text) => {
    const found = await detectEncoding(textSource(text, encoding, withMark).open(), 1_000_000);
    expect(found).toMatchObject({ name: encoding, hasByteOrderMark: withMark, warning: null });
    expect((await collect(decodeText(pieces(encodeText(text, encoding, withMark)), encoding))).join('')).toBe(text);
  });

  it('finds characters cut between two pieces', async () => {
    expect(await detectEncoding(pieces(Buffer.from('日本語'.repeat(9)), 2), 1_000)).toMatchObject({ name: 'utf-8', confidence: 'sure' });
  });

  it('says so when UTF-8 is damaged in a few places', async () => {
    const bytes = Buffer.concat([Buffer.from('é,ü,ö,ä,ß,'.repeat(5)), Buffer.of(0xff), Buffer.from('\n')]);
    expect(await detectEncoding(pieces(bytes), 1_000)).toMatchObject({ name: 'utf-8', confidence: 'check', warning: '1 places hold bytes that are no UTF-8.' });
  });

  it('says so when characters were damaged before', async () => {
    const bytes = Buffer.from('one state\u00cds race\rthey don\u00cdt differ\r', 'latin1');
    const found = await detectEncoding(pieces(bytes, 100), 1_000);
    expect(found.name).toBe('macintosh');
    expect(found.warning).toMatch(/damaged before the file was saved, "eÕs"/);
  });
});

describe('decodeText', () => {
  it('marks bytes that are no UTF-8 and leaves a true replacement character', async () => {
    const bytes = Buffer.concat([Buffer.from('a\uFFFDb'), Buffer.of(0xc3, 0x28, 0xe2, 0x82)]);
    for (const size of [1, 2, 3, 50]) expect((await collect(decodeText(pieces(bytes, size), 'utf-8'))).join('')).toBe(`a\uFFFDb${INVALID_BYTES}(${INVALID_BYTES}`);
  });

  it('keeps half a surrogate pair of UTF-16 as it is', async () => {
    const text = (await collect(decodeText(pieces(Buffer.of(0x61, 0, 0x3d, 0xd8, 0x62, 0)), 'utf-16le'))).join('');
    expect(text.isWellFormed()).toBe(false);
  });
});

describe('scanUtf8', () => {
  it.each([
    ['overlong', [0xc0, 0x80], 2],
    ['surrogate', [0xed, 0xa0, 0x80], 3],
    ['past the last character', [0xf4, 0x90, 0x80, 0x80], 4],
    ['lone continuation', [0x80], 1],
  ])('refuses %s', (_, bytes, invalid) => {
    expect(scanUtf8(Uint8Array.from(bytes)).invalid.length).toBe(invalid);
  });

  it('leaves an unfinished character to the next piece', () => {
    expect(scanUtf8(Uint8Array.of(0x41, 0xe2, 0x82))).toEqual({ multiByteCharacters: 0, invalid: [], unfinishedBytes: 2 });
  });
});
