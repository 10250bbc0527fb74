import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { CopySession } from './scoped-transaction.ts';
import { toDatabaseError } from './sql-states.ts';

/** Takes bytes `start` to `end` (excluded) of a buffer that is reused afterwards. Answering false ends the copy. */
export type CopyReader = (bytes: Uint8Array, start: number, end: number) => boolean;

const COPY_DATA = 0x64;
const COPY_OUT_RESPONSE = 0x48;
const PARAMETER_STATUS = 0x53;
const NOTICE = 0x4e;
const NOTIFICATION = 0x41;
const COPY_DONE = 0x63;
/** A message's code, and its length, which counts itself and not the code. */
const HEAD_BYTES = 5;

/**
 * Copies a query's rows out in PostgreSQL's binary format, and answers how many there were.
 *
 * The reader gets the bytes where they arrived, without a copy or a string, and decides at once; the socket waits
 * meanwhile. Pieces come in order and may end inside of a row. When the reader answers false or throws, the database is told
 * to stop: the transaction is of no use then, and the promise rejects with what the reader threw or `ended`.
 *
 * `query` has no parameters: COPY takes none (see `toLiteral`). One round trip and the time of the rows.
 */
export async function copyOut(session: CopySession, query: string, reader: CopyReader, { cancelThrough, ended }: CopyEnding): Promise<number> {
  const copying = new BinaryCopy(`COPY (${query}) TO STDOUT (FORMAT binary)`, reader);
  // A cancelled copy must be over before the session is used again, or the cancellation might hit what comes next.
  let cancelling: Promise<unknown> = Promise.resolve();
  copying.onEnded = () => {
    cancelling = cancelThrough.query('SELECT pg_cancel_backend($1)', [processIdOf(session)]).catch(() => undefined);
  };
  session.query(copying);
  try {
    const rows = await copying.finished;
    if (copying.isEnded) throw ended();
    return rows;
  } catch (error) {
    if (copying.isEnded) throw copying.failure ?? ended();
    throw toDatabaseError(error);
  } finally {
    await cancelling;
  }
}

/**
 * `cancelThrough`: another way to the same database, as the role that the session came in as: no other may cancel it.
 * `ended`: what to throw when the reader answered false.
 */
export type CopyEnding = { cancelThrough: pg.Pool; ended: () => unknown };

/** A text as SQL, for statements that take no parameters. */
export function toLiteral(text: string): string {
  return pg.escapeLiteral(text);
}

function processIdOf(session: CopySession): number {
  const id: unknown = 'processID' in session ? session.processID : undefined;
  if (typeof id !== 'number') throw new Error('A session without a process');
  return id;
}

type CommandComplete = { text: string };
type DataListener = (chunk: Buffer) => void;

/**
 * A query that the driver submits and that reads its own answer: while rows come, it listens to the socket in the driver's place.
 * The driver makes an object of each row's message otherwise, which took longer than all the rest of reading it.
 */
class BinaryCopy {
  readonly finished: Promise<number>;
  onEnded: () => void = () => undefined;
  isEnded = false;
  /** What the reader threw, undefined when it only answered false. */
  failure: unknown;
  readonly #text: string;
  readonly #reader: CopyReader;
  #resolve: (rows: number) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  #rows = 0;
  #stream: Duplex | undefined;
  #driver: DataListener = () => undefined;
  /** Bytes of the present message still to come: of a row's, or of one that is passed over. */
  #missing = 0;
  #isData = false;
  #head: Buffer = Buffer.alloc(0);

  constructor(text: string, reader: CopyReader) {
    this.#text = text;
    this.#reader = reader;
    this.finished = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.finished.catch(() => undefined);
  }

  submit(connection: pg.Connection): void {
    const stream = connection.stream as Duplex;
    const [driver, ...others] = stream.listeners('data') as DataListener[];
    if (driver === undefined || others.length > 0) throw new Error('The driver does not listen to its socket as expected');
    this.#driver = driver;
    this.#stream = stream;
    stream.removeListener('data', driver);
    stream.on('data', this.#onData);
    connection.query(this.#text);
  }

  handleCommandComplete({ text }: CommandComplete): void {
    this.#rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? 0);
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#rows);
  }

  handleError(error: unknown): void {
    this.#giveBack();
    this.#reject(error);
  }

  readonly #onData = (chunk: Buffer): void => {
    const bytes = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    this.#head = Buffer.alloc(0);
    let at = 0;
    while (at < bytes.length) {
      if (this.#missing > 0) {
        const end = Math.min(bytes.length, at + this.#missing);
        if (this.#isData && !this.isEnded) this.#read(bytes, at, end);
        this.#missing -= end - at;
        at = end;
        continue;
      }
      if (bytes.length - at < HEAD_BYTES) break;
      const code = bytes[at];
      if (code === COPY_DONE) at += HEAD_BYTES;
      if (code !== COPY_DATA && code !== COPY_OUT_RESPONSE && code !== PARAMETER_STATUS && code !== NOTICE && code !== NOTIFICATION) {
        this.#giveBack(bytes.subarray(at));
        return;
      }
      this.#isData = code === COPY_DATA;
      this.#missing = bytes.readUInt32BE(at + 1) - (HEAD_BYTES - 1);
      at += HEAD_BYTES;
    }
    if (at < bytes.length) this.#head = Buffer.from(bytes.subarray(at));
  };

  #read(bytes: Buffer, start: number, end: number): void {
    try {
      if (this.#reader(bytes, start, end)) return;
    } catch (error) {
      this.failure = error;
    }
    this.isEnded = true;
    this.onEnded();
  }

  #giveBack(rest?: Buffer): void {
    const stream = this.#stream;
    if (stream === undefined) return;
    this.#stream = undefined;
    stream.removeListener('data', this.#onData);
    stream.on('data', this.#driver);
    if (rest !== undefined && rest.length > 0) this.#driver(rest);
  }
}
