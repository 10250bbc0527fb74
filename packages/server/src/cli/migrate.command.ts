import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openInstallation } from '../open-installation.ts';
import { commandLog } from './command-log.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
  usage: 'likeness migrate',
  summary: 'Bring the database up to this release; `likeness serve` does so by itself.',
  async run(args, context) {
    parseArgs({ args, options: {}, allowPositionals: false });
    const installation = await openInstallation(readConfig(), { whenInUse: 'join', log: commandLog(context) });
    try {
      context.out.write(`The database (PostgreSQL ${installation.db.serverVersion}) is up to date.\n`);
      return 0;
    } finally {
      await installation.close();
    }
  },
};
