import { isAscii, isUtf8 } from 'node:buffer';
import { readHighByte, singleByteEvidence } from './single-byte-evidence.ts';
import type { HighByte } from './single-byte-evidence.ts';
import type { TextEncodingName } from './text-decoding.ts';
import { say, type Note, type NoteParams, type Said } from '../say.ts';
import { scanUtf8 } from './utf8-scan.ts';

/** How far a guess can be trusted: proved, probable, or for a person to look at. */
export type Confidence = 'sure' | 'likely' | 'check';

/** What encoding a file is in, and why. `warning` is set when the text was damaged before it was saved. The notes say the same. */
export type DetectedEncoding = {
  name: TextEncodingName;
  hasByteOrderMark: boolean;
  confidence: Confidence;
  reason: string;
  note: Note;
  warning: string | null;
  warningNote: Note | null;
};

const HIGH_BYTES_KEPT = 5_000;

type ByteSurvey = {
  multiByteCharacters: number;
  invalidSequences: number;
  highBytes: HighByte[];
  hasCarriageReturn: boolean;
  hasLineFeed: boolean;
};

/**
 * Which encoding is this file in? Looks for a byte order mark, the pattern of UTF-16, valid UTF-8,
 * and then weighs Mac Roman against Windows-1252 (which covers Latin-1) by how the text would read.
 * Reads at most `limitBytes`; an empty file is UTF-8. Linear, memory bounded.
 */
export async function detectEncoding(chunks: AsyncIterable<Buffer>, limitBytes: number): Promise<DetectedEncoding> {
  const survey: ByteSurvey = { multiByteCharacters: 0, invalidSequences: 0, highBytes: [], hasCarriageReturn: false, hasLineFeed: false };
  let carried: Buffer = Buffer.alloc(0);
  let bytesRead = 0;
  for await (const chunk of chunks) {
    if (bytesRead === 0) {
      const wide = detectByteOrderMark(chunk) ?? detectUtf16(chunk);
      if (wide !== null) return wide;
    }
    bytesRead += chunk.length;
    carried = surveyBytes(carried.length === 0 ? chunk : Buffer.concat([carried, chunk]), survey);
    if (bytesRead >= limitBytes) break;
  }
  if (bytesRead < limitBytes && carried.length > 0) survey.invalidSequences += 1;
  return judge(survey);
}

function detectByteOrderMark(head: Buffer): DetectedEncoding | null {
  const marks: [TextEncodingName, number[]][] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]];
  const found = marks.find(([, mark]) => mark.every((byte, index) => head[index] === byte));
  if (found === undefined) return null;
  return toDetected(found[0], 'sure', say('byte_order_mark'), null, true);
}

/** Ascii text in UTF-16 has a zero in every second byte; other scripts still have line ends and delimiters. */
function detectUtf16(head: Buffer): DetectedEncoding | null {
  const pairs = Math.floor(Math.min(head.length, 65_536) / 2);
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[pair * 2] === 0) zerosFirst += 1;
    if (head[pair * 2 + 1] === 0) zerosSecond += 1;
  }
  const enough = Math.max(2, pairs * 0.02);
  const isLittle = zerosSecond >= enough && zerosSecond > zerosFirst * 20;
  const isBig = zerosFirst >= enough && zerosFirst > zerosSecond * 20;
  if (!isLittle && !isBig) return null;
  const percent = Math.round((100 * Math.max(zerosFirst, zerosSecond)) / pairs);
  return toDetected(isLittle ? 'utf-16le' : 'utf-16be', 'likely', say('zero_bytes', { percent }));
}

/** Adds a piece to the survey; gives back the bytes of a character that is not finished yet. */
function surveyBytes(bytes: Buffer, survey: ByteSurvey): Buffer {
  survey.hasCarriageReturn ||= bytes.includes(0x0d);
  survey.hasLineFeed ||= bytes.includes(0x0a);
  if (isAscii(bytes)) return Buffer.alloc(0);
  keepHighBytes(bytes, survey.highBytes);
  const scan = scanUtf8(bytes);
  survey.multiByteCharacters += scan.multiByteCharacters;
  survey.invalidSequences += isUtf8(bytes) ? 0 : scan.invalid.length;
  return Buffer.from(bytes.subarray(bytes.length - scan.unfinishedBytes));
}

function keepHighBytes(bytes: Buffer, kept: HighByte[]): void {
  for (let at = 0; at < bytes.length && kept.length < HIGH_BYTES_KEPT; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) kept.push({ before: bytes[at - 1] ?? 0x20, byte, after: bytes[at + 1] ?? 0x20 });
  }
}

function judge(survey: ByteSurvey): DetectedEncoding {
  const { multiByteCharacters, invalidSequences } = survey;
  if (invalidSequences === 0) {
    return toDetected('utf-8', 'sure', say(multiByteCharacters === 0 ? 'only_ascii' : 'valid_utf8'));
  }
  // Latin text taken for UTF-8 hardly ever forms valid sequences, so a majority of them means damage, not another encoding.
  if (multiByteCharacters >= 4 * invalidSequences) {
    return toDetected('utf-8', 'check', say('mostly_utf8', { valid: multiByteCharacters, invalid: invalidSequences }), say('invalid_utf8_places', { count: invalidSequences }));
  }
  return judgeSingleByte(survey);
}

function judgeSingleByte({ highBytes, hasCarriageReturn, hasLineFeed }: ByteSurvey): DetectedEncoding {
  // Only software of the old Mac OS ends lines with a carriage return alone.
  const hasMacLineEnds = hasCarriageReturn && !hasLineFeed;
  const macintosh = singleByteEvidence(highBytes, 'macintosh') + (hasMacLineEnds ? 4 : 0);
  const windows = singleByteEvidence(highBytes, 'windows-1252');
  const name = macintosh > windows ? 'macintosh' : 'windows-1252';
  const lead = Math.abs(macintosh - windows);
  const confidence: Confidence = highBytes.length < 3 || lead < 3 ? 'check' : 'likely';
  const example = highBytes[0];
  const shown: NoteParams = example === undefined ? {} : readHighByte(example, name);
  const reads = say('reads_better', { encoding: name, is_old_mac: hasMacLineEnds && name === 'macintosh' ? 1 : 0, ...shown });
  const isDamaged = highBytes.length > 0 && singleByteEvidence(highBytes, name) <= -highBytes.length;
  return toDetected(name, confidence, reads, isDamaged ? say('damaged_text', shown) : null);
}

function toDetected(name: TextEncodingName, confidence: Confidence, why: Said, warning: Said | null = null, hasByteOrderMark = false): DetectedEncoding {
  return { name, hasByteOrderMark, confidence, reason: why.sentence, note: why.note, warning: warning?.sentence ?? null, warningNote: warning?.note ?? null };
}
