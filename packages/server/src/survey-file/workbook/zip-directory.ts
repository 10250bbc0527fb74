import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { SurveyFileError } from '../survey-file-error.ts';

/** One file of a ZIP archive, as its central directory declares it. */
export type ZipEntry = {
  path: string;
  /** 0 stored, 8 deflated; nothing else occurs in workbooks. */
  method: number;
  isEncrypted: boolean;
  compressedBytes: number;
  inflatedBytes: number;
  headerOffset: number;
};

const inflateInBackground = promisify(inflateRaw);

/**
 * What does this archive declare to hold? Reads the central directory only and inflates nothing.
 * Archives of more than 4 GB (ZIP64) are outside every limit of this project and refused as broken.
 * Format: PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16.
 * @throws {SurveyFileError} `workbook-broken` when there is no complete directory.
 */
export function readZipDirectory(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > archive.length) throw broken();
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== 0x02014b50) throw broken();
    const pathBytes = archive.readUInt16LE(at + 28);
    entries.push({
      path: archive.toString('utf8', at + 46, at + 46 + pathBytes),
      method: archive.readUInt16LE(at + 10),
      isEncrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
      compressedBytes: archive.readUInt32LE(at + 20),
      inflatedBytes: archive.readUInt32LE(at + 24),
      headerOffset: archive.readUInt32LE(at + 42),
    });
    at += 46 + pathBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * The content of one entry. Inflating stops at `limitBytes`, whatever size the archive declares, so
 * that a bomb costs no more than the limit; it runs off the main thread.
 * @throws {SurveyFileError} `workbook-too-large` past the limit, `workbook-broken` for damaged data, `workbook-encrypted`.
 */
export async function inflateEntry(archive: Buffer, entry: ZipEntry, limitBytes: number): Promise<Buffer> {
  if (entry.isEncrypted) throw new SurveyFileError('workbook-encrypted', 'This archive is protected by a password.');
  const at = entry.headerOffset;
  if (at + 30 > archive.length || archive.readUInt32LE(at) !== 0x04034b50) throw broken();
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const compressed = archive.subarray(start, start + entry.compressedBytes);
  if (entry.method === 0) {
    if (compressed.length > limitBytes) throw tooLargeWorkbook(limitBytes);
    return compressed;
  }
  if (entry.method !== 8) throw broken();
  try {
    return await inflateInBackground(compressed, { maxOutputLength: Math.max(limitBytes, 1) });
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLargeWorkbook(limitBytes) : broken();
  }
}

/** The refusal of a workbook whose parts inflate past the limit. */
export function tooLargeWorkbook(limitBytes: number): SurveyFileError {
  const megabytes = (limitBytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 });
  return new SurveyFileError('workbook-too-large', `The workbook unpacks to more than ${megabytes} MB. Save the sheet as CSV and use that file.`);
}

function broken(): SurveyFileError {
  return new SurveyFileError('workbook-broken', 'The file begins like a workbook but is damaged or cut off. Save it again and retry.');
}
