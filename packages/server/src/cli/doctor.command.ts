import fs from 'node:fs';
import net from 'node:net';
import { parseArgs } from 'node:util';
import { readConfig, type Config } from '../config.ts';
import { openInstallation } from '../open-installation.ts';
import { VERSION } from '../version.ts';
import { commandLog } from './command-log.ts';
import type { Command, CommandContext } from './command.ts';

type Check = { name: string; run(config: Config): Promise<string> };

export const doctorCommand: Command = {
  usage: 'likeness doctor',
  summary: 'Look at everything the server needs and say what is wrong, one line each.',
  async run(args, context) {
    parseArgs({ args, options: {}, allowPositionals: false });
    context.out.write(`Likeness ${VERSION}, Node ${process.versions.node}, ${process.platform} ${process.arch}\n`);
    const config = readConfig();
    let failures = 0;
    for (const check of [dataFolder, port, database(context)]) {
      try {
        context.out.write(`ok      ${check.name}: ${await check.run(config)}\n`);
      } catch (error) {
        failures += 1;
        context.out.write(`failed  ${check.name}: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
    return failures > 0 ? 1 : 0;
  },
};

const dataFolder: Check = {
  name: 'data folder',
  async run({ dataFolder: folder, databaseUrl }) {
    if (databaseUrl !== null) return 'not used for data; DATABASE_URL names a server';
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
    const { bavail, bsize } = fs.statfsSync(folder);
    const freeGb = (bavail * bsize) / 1e9;
    if (freeGb < 1) throw new Error(`${folder} has ${freeGb.toFixed(1)} GB left; PostgreSQL needs at least 1 GB`);
    return `${folder} can be written and has ${freeGb.toFixed(0)} GB left`;
  },
};

const port: Check = {
  name: 'port',
  run: ({ port: number, host }) =>
    new Promise((resolve) => {
      const probe = net.connect(number, host, () => {
        probe.destroy();
        resolve(`${number} answers: a server is running there`);
      });
      probe.once('error', () => resolve(`${number} is free`));
    }),
};

function database(context: CommandContext): Check {
  return {
    name: 'database',
    async run(config) {
      const { db, close } = await openInstallation(config, { whenInUse: 'join', log: commandLog(context) });
      try {
        const role = db.appRole.isStepDown ? `works as ${db.appRole.name}, bound by row-level security` : `works as ${db.appRole.name}, bound by forced row-level security`;
        return `PostgreSQL ${db.serverVersion}, up to date, ${role}`;
      } finally {
        await close();
      }
    },
  };
}
