import { systemClock, type Clock } from '../clock.ts';
import { composeRunHandlers, composeServices, type Services } from '../compose.ts';
import { readConfig, type Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { createFrameService } from '../features/frames/create-frame-service.ts';
import { executeRun } from '../features/runs/run-executor.ts';
import type { Run } from '../features/runs/run.ts';
import { systemCaller } from '../access/caller.ts';
import type { Log } from '../log.ts';
import { openInstallation } from '../open-installation.ts';
import { commandLog } from './command-log.ts';
import { CommandError, type CommandContext } from './command.ts';

/** What a command on the server's database works with. */
export type CommandServices = {
  db: Database;
  clock: Clock;
  config: Config;
  log: Log;
  services: Services;
  /** Does a run in this process, or waits for the server that has it. Throws a `CommandError` when it fails. */
  finish(tenantId: number, runId: number): Promise<Run>;
};

/** Opens the database, beside a running server or alone, for the time of one command. */
export async function withCommandServices<T>(context: CommandContext, work: (parts: CommandServices) => Promise<T>): Promise<T> {
  const config = readConfig();
  const log = commandLog(context);
  const clock = systemClock;
  const { limits } = config;
  const { db, close } = await openInstallation(config, { whenInUse: 'join', log });
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const frames = createFrameService({ db, log, memoryBytes: config.frameMemoryBytes });
  const services = composeServices({ db, clock, log, frames, publicUrl, limits, dispatch: () => undefined });
  const handlers = composeRunHandlers({ clock, log, frames, limits });
  const finish = async (tenantId: number, runId: number): Promise<Run> => {
    await executeRun({ db, handlers, log }, tenantId, runId, context.signal);
    const run = await services.runs.runToEnd(systemCaller(tenantId), runId, context.signal);
    if (run.error) throw new CommandError(run.error.message);
    return run;
  };
  try {
    return await work({ db, clock, config, log, services, finish });
  } finally {
    await services.events.close();
    await frames.close();
    await close();
  }
}
