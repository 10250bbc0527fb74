import { setImmediate } from 'node:timers/promises';

/**
 * Writes pieces one after the other over one connection, and answers how many rows that were.
 *
 * While the database works on a piece, the next one is made: `pieces` is asked for it only then. Nothing is being written
 * any more when it ends, whatever happened. Rejects with what `pieces` or `write` threw first. No pieces: 0.
 *
 * @example await writeInTurn(chunks, (chunk) => insertRows(trx, chunk))
 */
export async function writeInTurn<Piece>(pieces: Iterable<Piece>, write: (piece: Piece) => Promise<number>): Promise<number> {
  let written = 0;
  let writing = Promise.resolve(0);
  try {
    for (const piece of pieces) {
      written += await writing;
      writing = write(piece);
      // Heard in the next round; until then nobody else may call it unhandled.
      writing.catch(() => undefined);
      // The statement leaves only when this thread pauses: before the next piece is made, not after it.
      await setImmediate();
    }
  } finally {
    await writing.catch(() => undefined);
  }
  return written + (await writing);
}
