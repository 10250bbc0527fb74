import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { CommandError } from './command.ts';

/**
 * A file being written: it appears under its name only when all of it is there, so that a command that fails or is
 * stopped leaves no half file and an older one as it was.
 */
export type OutputFile = {
  /** Answers a promise only when the writer has to wait. */
  write(text: string): Promise<void> | undefined;
  /** The file is complete. */
  keep(): Promise<void>;
  /** Lets go of what was written; nothing happens after `keep`. */
  discard(): Promise<void>;
};

/** Small pieces are gathered up to this many characters before they are written. */
const PIECE_CHARACTERS = 65_536;

/**
 * Opens a file for writing, replacing one of that name at the end.
 * @param name as the caller gave it, relative to `folder`; errors call it so
 * @throws {CommandError} when it cannot be written there
 */
export async function openOutputFile(folder: string, name: string): Promise<OutputFile> {
  const path = resolve(folder, name);
  const aside = `${path}.part`;
  const stream = createWriteStream(aside);
  const fail = (error: unknown): never => {
    throw new CommandError(`${name} cannot be written: ${error instanceof Error ? error.message.replace(/,.*$/su, '') : String(error)}.`);
  };
  await once(stream, 'open').catch(fail);
  // A failed write is told by the next wait; without a listener it would end the process.
  stream.on('error', () => undefined);
  let pending = '';
  let isKept = false;
  const flush = async (): Promise<void> => {
    const piece = pending;
    pending = '';
    if (stream.errored !== null) fail(stream.errored);
    if (!stream.write(piece)) await once(stream, 'drain').catch(fail);
  };
  return {
    write(text) {
      pending += text;
      return pending.length >= PIECE_CHARACTERS ? flush() : undefined;
    },
    async keep() {
      stream.end(pending);
      await finished(stream).catch(fail);
      await rename(aside, path).catch(fail);
      isKept = true;
    },
    async discard() {
      if (isKept) return;
      stream.destroy();
      await rm(aside, { force: true });
    },
  };
}
