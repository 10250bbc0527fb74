import type { Readable, Writable } from 'node:stream';

/** What a command may touch: its streams and the folder it was called from. Tests give their own. */
export type CommandContext = {
  out: Writable & { isTTY?: boolean; columns?: number };
  err: Writable & { isTTY?: boolean; columns?: number };
  in: Readable;
  cwd: string;
  /** Aborted by the first Ctrl-C or SIGTERM. */
  signal: AbortSignal;
};

/** One word after `likeness`. `run` answers the exit code. */
export type Command = {
  usage: string;
  summary: string;
  run(args: string[], context: CommandContext): Promise<number>;
};

/** Something the caller can put right; printed as one line, without a stack. `exitCode` 2 means wrong usage. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
