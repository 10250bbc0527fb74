import { SurveyFileError } from './survey-file-error.ts';
import type { SurveyFileRefusal } from './survey-file-error.ts';

type Signature = { bytes: number[]; offset?: number; code: SurveyFileRefusal; message: string };

const EXPORT_AGAIN = 'Export the responses as CSV or XLSX and use that file.';

const SIGNATURES: readonly Signature[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], code: 'image', message: `This is a picture (PNG), not a table of responses. ${EXPORT_AGAIN}` },
  { bytes: [0xff, 0xd8, 0xff], code: 'image', message: `This is a picture (JPEG), not a table of responses. ${EXPORT_AGAIN}` },
  { bytes: [0x47, 0x49, 0x46, 0x38], code: 'image', message: `This is a picture (GIF), not a table of responses. ${EXPORT_AGAIN}` },
  { bytes: [0x57, 0x45, 0x42, 0x50], offset: 8, code: 'image', message: `This is a picture (WebP), not a table of responses. ${EXPORT_AGAIN}` },
  { bytes: [0x49, 0x49, 0x2a, 0x00], code: 'image', message: `This is a picture (TIFF), not a table of responses. ${EXPORT_AGAIN}` },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], code: 'pdf', message: `This is a PDF document, not a table of responses. ${EXPORT_AGAIN}` },
  { bytes: [0x1f, 0x8b], code: 'archive', message: 'This is a compressed file (gzip). Unpack it first and use the file inside.' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], code: 'archive', message: 'This is a 7-Zip archive. Unpack it first and use the file inside.' },
  { bytes: [0x52, 0x61, 0x72, 0x21], code: 'archive', message: 'This is a RAR archive. Unpack it first and use the file inside.' },
  { bytes: [0x24, 0x46, 0x4c, 0x32], code: 'binary', message: `This is an SPSS data file. ${EXPORT_AGAIN}` },
  { bytes: [0x50, 0x41, 0x52, 0x31], code: 'binary', message: `This is a Parquet file. ${EXPORT_AGAIN}` },
];

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Is this a text table or a workbook? Judged by the first bytes, never by the file's name.
 * `head` is the beginning of the file, 64 KB or more where there is so much.
 * @throws {SurveyFileError} for an empty file, pictures, PDF, web pages, archives, old or encrypted workbooks and other binary files.
 */
export function fileKindOf(head: Buffer): 'text' | 'zip' {
  if (head.length === 0) throw new SurveyFileError('empty-file', 'The file is empty.');
  const signature = SIGNATURES.find(({ bytes, offset = 0 }) => startsWith(head, bytes, offset));
  if (signature !== undefined) throw new SurveyFileError(signature.code, signature.message);
  if (startsWith(head, OLE, 0)) throw oleRefusal(head);
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04], 0)) return 'zip';
  if (startsWith(head, [0x50, 0x4b, 0x05, 0x06], 0)) throw new SurveyFileError('archive', 'This is an empty ZIP archive.');
  refuseOtherText(head);
  return 'text';
}

/**
 * Refuses what reads as no text in the encoding that fits it best: more than one in twenty
 * characters is a control, unassigned or half a pair. A few NUL bytes in a real export are left to
 * the rows that hold them. `sample` is the decoded beginning of the file.
 * @throws {SurveyFileError} `binary`.
 */
export function refuseBinary(sample: string): void {
  const strange = sample.match(/[^\P{C}\t\n\r\p{Cf}]/gu)?.length ?? 0;
  if (strange > sample.length / 20) throw new SurveyFileError('binary', `This is a binary file, not a table of responses. ${EXPORT_AGAIN}`);
}

/** Password-protected workbooks are wrapped in the container of the old .xls format, with a part named EncryptedPackage. */
function oleRefusal(head: Buffer): SurveyFileError {
  if (head.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return new SurveyFileError('workbook-encrypted', 'This workbook is protected by a password. Save it without the password and use that file.');
  }
  return new SurveyFileError('old-excel', 'This is a workbook in the old Excel format (.xls). Save it as .xlsx or CSV and use that file.');
}

function refuseOtherText(head: Buffer): void {
  const beginning = head.subarray(0, 2_048).toString('latin1').replace(/^(?:\xEF\xBB\xBF)?\s+|^\xEF\xBB\xBF/, '').toLowerCase();
  if (/^<(?:!doctype html|html|head|body|table)\b/.test(beginning)) {
    throw new SurveyFileError('web-page', `This is a web page (HTML), often what a download gives when one is not signed in. ${EXPORT_AGAIN}`);
  }
  if (/^<\?xml|^<[a-z][\w:.-]*\s+xmlns/.test(beginning)) {
    throw new SurveyFileError('web-page', `This is an XML document, not a table of responses. ${EXPORT_AGAIN}`);
  }
  if (/^(?:\{\s*"|\[\s*[{[]\s*")/.test(beginning)) {
    throw new SurveyFileError('json', `This is a JSON document, not a table of responses. ${EXPORT_AGAIN}`);
  }
}

function startsWith(head: Buffer, bytes: readonly number[], offset: number): boolean {
  return bytes.every((byte, index) => head[offset + index] === byte);
}
