import { Failure } from '../../failures/failure.ts';
import type { BulkLimits } from './bulk-limits.ts';

/** A line of a body, counted from 1, without its line end. */
export type Line = { number: number; bytes: Buffer };

const NEW_LINE = 0x0a;

/**
 * Cuts a stream of bytes into lines (LF or CR LF), holding no more than one line and one piece at a time.
 *
 * Blank lines are counted and left out; the last line needs no end. Throws `too_large`, naming the line, as soon as the
 * body passes a limit, without reading on.
 */
export async function* readLines(body: AsyncIterable<Uint8Array>, limits: BulkLimits): AsyncGenerator<Line> {
  let open: Buffer[] = [];
  let openBytes = 0;
  let total = 0;
  let number = 1;
  const close = (end: Buffer): Buffer => {
    const bytes = open.length === 0 ? end : Buffer.concat([...open, end]);
    open = [];
    openBytes = 0;
    return bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
  };
  for await (const piece of body) {
    total += piece.byteLength;
    if (total > limits.bytes) throw new Failure('too_large', `The body is larger than ${limits.bytes} bytes. Send it in several.`);
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(NEW_LINE); end !== -1; end = bytes.indexOf(NEW_LINE, start)) {
      assertLine(number, openBytes + end - start, limits);
      const line = close(bytes.subarray(start, end));
      if (!isBlank(line)) yield { number, bytes: line };
      number += 1;
      start = end + 1;
    }
    open.push(bytes.subarray(start));
    openBytes += bytes.length - start;
    assertLine(number, openBytes, limits);
  }
  const last = close(Buffer.alloc(0));
  if (!isBlank(last)) yield { number, bytes: last };
}

function assertLine(number: number, lineBytes: number, limits: BulkLimits): void {
  if (number > limits.lines && lineBytes > 0) throw new Failure('too_large', `There are more than ${limits.lines} lines. Send them in several bodies.`);
  if (lineBytes > limits.lineBytes) throw new Failure('too_large', `Line ${number} is longer than ${limits.lineBytes} bytes.`);
}

function isBlank(line: Buffer): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09);
}
