import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FieldProblem } from '@likeness/contract';
import type { JsonObject } from '../../db/tables.ts';
import { Failure } from '../../failures/failure.ts';
import type { BulkLimits } from './bulk-limits.ts';
import { readLines, type Line } from './read-lines.ts';
import { readSubmission } from './read-submission.ts';
import type { NewResponse } from './response.store.ts';

/** Checked responses of a bulk body. `hash` is the SHA-256 of its bytes; `keys` are those that the responses answer under. */
export type SpooledSubmissions = {
  count: number;
  hash: Buffer;
  keys: ReadonlySet<string>;
  /** All of them in their order, some thousand at a time. May be asked for again. */
  batches(): AsyncGenerator<NewResponse[]>;
  /** Removes what was written down. Always call it. */
  remove(): Promise<void>;
};

const BATCH_ROWS = 2000;
const MOST_PROBLEMS = 20;
const BOM = '\uFEFF';

/** How a response is written down in between. */
type Spooled = [data: JsonObject, respondentKey: string | null, externalId: string | null, submittedAtMs: number];

/**
 * Reads a body of one JSON response a line, checks every line, and writes the responses to a temporary file that only
 * this user can read.
 *
 * Why not straight into the database: a slow sender would keep a transaction and the tenant's scoring lock open, and a
 * deadlock could not be tried again, because the stream is gone.
 *
 * Throws `invalid_rows`, naming line and field of up to twenty problems, `too_large`, `invalid_input` for a body without
 * any line, and `bad_request` for one that breaks off. Then nothing is left behind. Memory stays flat but for the keys and for
 * the external ids, which must not repeat.
 */
export async function spoolSubmissions(body: AsyncIterable<Uint8Array>, now: Date, limits: BulkLimits): Promise<SpooledSubmissions> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `likeness-bulk-${process.pid}-`));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'responses');
  try {
    const hash = createHash('sha256');
    const handle = await open(file, 'wx', 0o600);
    try {
      const keys = new Set<string>();
      const count = await writeDown(readLines(hashed(body, hash), limits), handle, now, keys);
      return { count, hash: hash.digest(), keys, batches: () => readBatches(file), remove };
    } finally {
      await handle.close();
    }
  } catch (error) {
    await remove();
    throw error;
  }
}

async function* hashed(body: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of body) {
      hash.update(piece);
      yield piece;
    }
  } catch (error) {
    throw new Failure('bad_request', 'The body broke off before its end. Nothing was stored.', [], { cause: error });
  }
}

async function writeDown(lines: AsyncIterable<Line>, handle: FileHandle, now: Date, keys: Set<string>): Promise<number> {
  const linesByExternalId = new Map<string, number>();
  const problems: FieldProblem[] = [];
  let waiting: string[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    await handle.appendFile(waiting.join(''));
    waiting = [];
  };
  for await (const line of lines) {
    const read = readLine(line, now, linesByExternalId);
    if ('problems' in read) {
      problems.push(...read.problems.map((problem) => ({ ...problem, row: line.number })));
      if (problems.length >= MOST_PROBLEMS) break;
      continue;
    }
    if (problems.length > 0) continue;
    count += 1;
    const { responseData, respondentKey, externalId, submittedAt } = read.response;
    for (const key of Object.keys(responseData)) keys.add(key);
    const spooled: Spooled = [responseData, respondentKey, externalId, submittedAt.getTime()];
    waiting.push(`${JSON.stringify(spooled)}\n`);
    if (waiting.length >= BATCH_ROWS) await flush();
  }
  if (problems.length > 0) throw refuse(problems);
  if (count === 0) throw new Failure('invalid_input', 'The body has no line. Send one JSON object a line, as {"response_data": {…}}.');
  await flush();
  return count;
}

function refuse(problems: FieldProblem[]): Failure {
  const [first] = problems;
  const where = first ? `Line ${first.row}${first.path === '' ? '' : `, ${first.path}`}: ${first.message}. ` : '';
  return new Failure('invalid_rows', `${where}Nothing was stored.`, problems.slice(0, MOST_PROBLEMS));
}

function readLine(line: Line, now: Date, linesByExternalId: Map<string, number>): ReturnType<typeof readSubmission> {
  const value = parseLine(line);
  if ('problem' in value) return { problems: [value.problem] };
  const read = readSubmission(value.json, now);
  if ('problems' in read || read.response.externalId === null) return read;
  const { externalId } = read.response;
  const before = linesByExternalId.get(externalId);
  if (before !== undefined) return { problems: [{ path: 'external_id', message: `"${externalId}" is the external_id of line ${before} already` }] };
  linesByExternalId.set(externalId, line.number);
  return read;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parseLine({ number, bytes }: Line): { json: unknown } | { problem: FieldProblem } {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { problem: { path: '', message: 'is not UTF-8' } };
  }
  try {
    return { json: JSON.parse(number === 1 && text.startsWith(BOM) ? text.slice(1) : text) };
  } catch {
    return { problem: { path: '', message: 'is no JSON; each line is one whole JSON object' } };
  }
}

// What was written here has been held to the limits already.
const OWN_LIMITS: BulkLimits = { bytes: Infinity, lines: Infinity, lineBytes: Infinity };

async function* readBatches(file: string): AsyncGenerator<NewResponse[]> {
  let batch: NewResponse[] = [];
  for await (const { bytes } of readLines(createReadStream(file), OWN_LIMITS)) {
    const [responseData, respondentKey, externalId, submittedAtMs] = JSON.parse(bytes.toString()) as Spooled;
    batch.push({ responseData, respondentKey, externalId, submittedAt: new Date(submittedAtMs) });
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
