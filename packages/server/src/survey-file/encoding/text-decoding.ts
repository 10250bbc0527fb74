import { isUtf8 } from 'node:buffer';
import { scanUtf8 } from './utf8-scan.ts';

/** The encodings that recognition can find. Windows-1252 stands for Latin-1 too: it is Latin-1 with more characters. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'macintosh' | 'windows-1252';

/**
 * Stands in decoded text where bytes were no character of the encoding. A noncharacter, so that no
 * real answer holds it and a true U+FFFD in the file is left alone.
 */
export const INVALID_BYTES = '\uFDD0';

/**
 * Turns pieces of bytes into text, carrying characters that are cut in two. A byte order mark at
 * the start is dropped. Bytes that are no UTF-8 become INVALID_BYTES; half a surrogate pair in
 * UTF-16 is kept, so that `isWellFormed` finds it.
 */
export async function* decodeText(chunks: AsyncIterable<Buffer>, encoding: TextEncodingName): AsyncGenerator<string> {
  const decode = encoding === 'utf-8' ? utf8Decoder() : encoding.startsWith('utf-16') ? utf16Decoder(encoding === 'utf-16be') : singleByteDecoder(encoding);
  let isStart = true;
  for await (const chunk of chunks) {
    const text = decode(chunk, false);
    if (text === '') continue;
    yield isStart && text.startsWith('\uFEFF') ? text.slice(1) : text;
    isStart = false;
  }
  const rest = decode(Buffer.alloc(0), true);
  if (rest !== '') yield rest;
}

type Decode = (chunk: Buffer, isLast: boolean) => string;

function utf8Decoder(): Decode {
  let carried: Buffer = Buffer.alloc(0);
  return (chunk, isLast) => {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    carried = Buffer.alloc(0);
    if (isUtf8(bytes)) return bytes.toString('utf8');
    const scan = scanUtf8(bytes);
    const whole = bytes.length - scan.unfinishedBytes;
    carried = bytes.subarray(whole);
    let text = '';
    let at = 0;
    for (const range of scan.invalid) {
      text += bytes.toString('utf8', at, range.start) + INVALID_BYTES;
      at = range.end;
    }
    text += bytes.toString('utf8', at, whole);
    return isLast && carried.length > 0 ? text + INVALID_BYTES : text;
  };
}

function utf16Decoder(isBigEndian: boolean): Decode {
  let carried: Buffer = Buffer.alloc(0);
  return (chunk, isLast) => {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const whole = bytes.length - (bytes.length % 2);
    carried = bytes.subarray(whole);
    // Copied before swapping: the chunk belongs to the stream.
    const units = isBigEndian ? Buffer.from(bytes.subarray(0, whole)).swap16() : bytes.subarray(0, whole);
    const text = units.toString('utf16le');
    return isLast && carried.length > 0 ? text + INVALID_BYTES : text;
  };
}

function singleByteDecoder(encoding: TextEncodingName): Decode {
  const decoder = new TextDecoder(encoding);
  return (chunk, isLast) => decoder.decode(chunk, { stream: !isLast });
}
