import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { describeDatabase } from '../db/connection-settings.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { DatabaseError } from '../db/database-error.ts';
import { moveDatabase, type MovedRows } from '../db/move/move-database.ts';
import { openInstallation } from '../open-installation.ts';
import { commandLog } from './command-log.ts';
import { type Command, type CommandContext, CommandError } from './command.ts';
import { progressLine } from './progress-line.ts';

const STOPPED = 130;

/** Brings the database up to this release or, with `--to`, moves everything in it to another server. */
export const migrateCommand: Command = {
  usage: 'likeness migrate [--to postgres://user:password@host:5432/database]',
  summary: [
    'Bring the database up to this release, as `likeness serve` does by itself; with --to, move it to another server.',
    '',
    '  --to URL        copy everything into this empty PostgreSQL database, all or nothing, and compare row by row.',
    '                  Stop the server first. The database that is moved stays as it is.',
  ].join('\n'),
  async run(args, context) {
    const { values } = parseArgs({ args, options: { to: { type: 'string' } }, allowPositionals: false });
    return values.to === undefined ? bringUpToDate(context) : move(values.to, context);
  },
};

async function bringUpToDate(context: CommandContext): Promise<number> {
  const { db, close } = await openInstallation(readConfig(), { whenInUse: 'join', log: commandLog(context) });
  try {
    context.out.write(`The database (PostgreSQL ${db.serverVersion}) is up to date.\n`);
    return 0;
  } finally {
    await close();
  }
}

async function move(to: string, context: CommandContext): Promise<number> {
  const target = await openTarget(to);
  try {
    // Nobody may store anything in a folder that is being moved.
    const source = await openInstallation(readConfig(), { whenInUse: 'refuse', log: commandLog(context) });
    try {
      const moved = await copy(source.db, target, context);
      context.out.write(`${toTable(moved)}\nEverything is in ${describeDatabase(to)}, counted and compared. Start the server with DATABASE_URL set to it.\n`);
      return 0;
    } finally {
      await source.close();
    }
  } finally {
    await target.close();
  }
}

async function openTarget(to: string): Promise<Database> {
  try {
    return await openDatabase({ url: to });
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new CommandError(error.message.replaceAll('DATABASE_URL', '--to'));
  }
}

async function copy(source: Database, target: Database, context: CommandContext): Promise<MovedRows[]> {
  const progress = progressLine(context.err);
  try {
    return await moveDatabase(source, target, { signal: context.signal, onProgress: progress.show });
  } catch (error) {
    if (context.signal.aborted) throw new CommandError('Stopped; nothing was moved.', STOPPED);
    throw error;
  } finally {
    progress.clear();
  }
}

/** One line a table: its rows at both ends, which were found to be the same. */
function toTable(moved: MovedRows[]): string {
  const width = Math.max(...moved.map(({ table }) => table.length));
  const line = (table: string, source: string, target: string, rows: string): string => `${table.padEnd(width)}  ${source.padStart(12)}  ${target.padStart(12)}  ${rows}\n`;
  const lines = moved.map(({ table, rows }) => line(table, rows.toLocaleString('en'), rows.toLocaleString('en'), 'same'));
  return line('table', 'source', 'target', 'rows') + lines.join('');
}
