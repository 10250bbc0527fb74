import { copyOut, toLiteral } from '../../db/copy-out.ts';
import type { CalculationTransaction } from './calculation.ts';

type Visit = (responseId: number, ruleOutcomes: string) => void;

/**
 * Calls `visit` for every stored match of a persona, in no particular order; memory does not grow with their number.
 *
 * Cost: some 0.5 s a million, most of it in the database.
 */
export async function readStoredOutcomes({ db, session, tenantId }: CalculationTransaction, personaId: number, visit: Visit): Promise<void> {
  const query = `SELECT response_id, rule_outcomes FROM response_outcomes WHERE tenant_id = ${toLiteral(String(tenantId))} AND persona_id = ${toLiteral(String(personaId))}`;
  const read = createReader(visit);
  await copyOut(session, query, (bytes, start, end) => read(bytes, start, end), { cancelThrough: db.app, ended: () => new Error('Nobody ends this copy') });
}

/** Signature, flags and the length of an extension that does not exist. */
const HEAD_BYTES = 19;
/** The number of fields, then the length and the value of the id, then the length of the outcomes. */
const ROW_HEAD_BYTES = 2 + 4 + 8 + 4;

/**
 * Reads COPY's binary format: `copyOut` gives it in pieces that may end inside of a row.
 *
 * Source: PostgreSQL manual, COPY, "Binary Format".
 */
function createReader(visit: Visit): (bytes: Uint8Array, start: number, end: number) => boolean {
  let rest = new Uint8Array(0);
  let isHeadRead = false;
  return (bytes, start, end) => {
    const piece = rest.length === 0 ? bytes.subarray(start, end) : join(rest, bytes.subarray(start, end));
    let at = 0;
    if (!isHeadRead && piece.length >= HEAD_BYTES) {
      isHeadRead = true;
      at = HEAD_BYTES;
    }
    if (isHeadRead) {
      for (let next = endOfRow(piece, at); next !== -1; next = endOfRow(piece, at)) {
        visit(toNumber(piece, at + 6, 8), toText(piece, at + ROW_HEAD_BYTES, next));
        at = next;
      }
    }
    rest = piece.slice(at);
    return true;
  };
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Where the row that begins here ends; -1 when it is not all there, or the end of the rows. */
function endOfRow(bytes: Uint8Array, at: number): number {
  if (bytes.length < at + ROW_HEAD_BYTES) return -1;
  const end = at + ROW_HEAD_BYTES + toNumber(bytes, at + ROW_HEAD_BYTES - 4, 4);
  return bytes.length < end ? -1 : end;
}

function toNumber(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  for (let index = at; index < at + length; index += 1) number = 256 * number + (bytes[index] ?? 0);
  return number;
}

function toText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index += 1) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}
