import { unwrap } from '@likeness/sdk';

/** As what a table can be had. */
export type TableFormat = 'csv' | 'xlsx';

/** What the API answers when it is asked for a file with `parseAs: 'stream'`. */
export type FileAnswer = { data?: unknown; error?: unknown; response: Response };

/** Asks the server for a table with all its rows, under the filters of the page. */
export type OpenExport = (format: TableFormat, signal: AbortSignal) => Promise<FileAnswer>;

/** The file stopped before its end. */
export class BrokenOffError extends Error {
  override readonly name = 'BrokenOffError';
}

/**
 * A file as it arrives, whole; `onBytes` hears how much of it is there.
 *
 * Throws what `unwrap` throws for a refusal, `BrokenOffError` when it stops before its end (half a table must not pass for a
 * whole one), and the signal's reason when it is stopped. CSV gets a byte order mark, so that spreadsheets read it as UTF-8.
 */
export async function receiveFile(answer: FileAnswer, format: TableFormat, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<Blob> {
  const body = unwrap(answer);
  if (!(body instanceof ReadableStream)) throw new BrokenOffError();
  const parts: BlobPart[] = format === 'csv' ? ['\uFEFF'] : [];
  let bytes = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> = body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      signal.throwIfAborted();
      throw new BrokenOffError('', { cause });
    });
    if (done) break;
    parts.push(value);
    bytes += value.byteLength;
    onBytes(bytes);
  }
  return new Blob(parts, { type: answer.response.headers.get('content-type') ?? '' });
}
