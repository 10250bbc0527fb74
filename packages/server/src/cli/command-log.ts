import type { Log } from '../log.ts';
import type { CommandContext } from './command.ts';

/** Notes of a short command as plain lines on standard error, so that standard output stays its result. */
export function commandLog(context: CommandContext): Log {
  const line = (_details: object, message: string) => void context.err.write(`${message}\n`);
  return { info: line, warn: line, error: line };
}
