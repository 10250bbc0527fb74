import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toLimits } from './limits.ts';
import type { SurveyFileLimits } from './limits.ts';
import { SurveyFileError } from './survey-file-error.ts';

/**
 * A survey file that can be read from its beginning more than once: once to recognise it, once for
 * its rows. `name` is what the user called it, without a folder.
 */
export type SurveySource = {
  name: string;
  sizeBytes: number;
  open: () => Readable;
};

/** A source kept in a temporary file until `dispose` is called. */
export type SpooledSource = SurveySource & { dispose: () => Promise<void> };

/**
 * A survey file on disk.
 * @throws {SurveyFileError} `file-not-found` when there is no regular file at `path`.
 */
export async function sourceFromPath(path: string): Promise<SurveySource> {
  const name = basename(path);
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) {
    throw new SurveyFileError('file-not-found', `There is no file "${name}".`);
  }
  return { name, sizeBytes: found.size, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}

/** A survey file already in memory. */
export function sourceFromBytes(name: string, bytes: Uint8Array): SurveySource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { name, sizeBytes: buffer.length, open: () => Readable.from(slices(buffer), { objectMode: false }) };
}

/**
 * Keeps a stream that can be read only once (an upload) in a temporary file.
 * The file is removed when the stream fails or grows past `fileBytes`, and by `dispose`.
 * @throws {SurveyFileError} `file-too-large` as soon as the limit is passed.
 */
export async function spoolSource(
  name: string,
  stream: Readable,
  options: { limits?: Partial<SurveyFileLimits>; folder?: string } = {},
): Promise<SpooledSource> {
  const limits = toLimits(options.limits);
  const folder = await mkdtemp(join(options.folder ?? tmpdir(), 'survey-'));
  const path = join(folder, 'file');
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(stream, (chunks: AsyncIterable<Buffer>) => capped(chunks, limits.fileBytes), createWriteStream(path));
  } catch (error) {
    await dispose();
    throw error;
  }
  return { ...(await sourceFromPath(path)), name: basename(name), dispose };
}

/**
 * The bytes of a source, refused once they pass the limit, whatever size was declared.
 * @throws {SurveyFileError} `file-too-large`.
 */
export function readBytes(source: SurveySource, limits: SurveyFileLimits): AsyncIterable<Buffer> {
  if (source.sizeBytes > limits.fileBytes) throw tooLarge(limits.fileBytes);
  return capped(source.open() as AsyncIterable<Buffer>, limits.fileBytes);
}

async function* capped(chunks: AsyncIterable<Buffer>, limitBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limitBytes) throw tooLarge(limitBytes);
    yield chunk;
  }
}

function tooLarge(limitBytes: number): SurveyFileError {
  const megabytes = (limitBytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 });
  return new SurveyFileError('file-too-large', `The file is larger than the limit of ${megabytes} MB. Split it, or raise the limit.`);
}

function* slices(buffer: Buffer): Generator<Buffer> {
  for (let start = 0; start < buffer.length; start += 256 * 1024) yield buffer.subarray(start, start + 256 * 1024);
}
