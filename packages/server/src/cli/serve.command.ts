import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig, type Config } from '../config.ts';
import { toLoggedError } from '../log.ts';
import { startServer, type RunningServer } from '../start-server.ts';
import { CommandError, type Command } from './command.ts';

const STOP_WITHOUT_DATABASE_MS = 3000;

export const serveCommand: Command = {
  usage: 'likeness serve',
  summary: 'Start the server: its own PostgreSQL unless DATABASE_URL names one, the API, the web application, the jobs.',
  async run(args, context) {
    parseArgs({ args, options: {}, allowPositionals: false });
    const startedMs = performance.now();
    const config = readConfig();
    const { buildWeb } = await import('../../../web/build.ts');
    const lost = new AbortController();
    const log = pino({ level: config.logLevel ?? (context.out.isTTY ? 'warn' : 'info'), serializers: { err: toLoggedError } }, context.out);
    // A fault of ours or of a library: what is stored is safe, the next start goes on with it.
    process.once('uncaughtException', (error) => {
      log.fatal({ err: error }, 'an error that nobody expected');
      lost.abort(new CommandError(`An error that nobody expected: ${error.message}. The log has it; what was stored is safe.`));
    });
    const server = await startServer({
      config,
      log,
      webFolder: (await buildWeb()).folder,
      onDatabaseLost: (message) => lost.abort(new CommandError(message)),
    }).catch((error: unknown) => {
      throw explain(error, config);
    });
    context.out.write(greeting(server.url, server.signInLink, (performance.now() - startedMs) / 1000));
    const end = AbortSignal.any([context.signal, lost.signal]);
    if (!end.aborted) await once(end, 'abort');
    if (lost.signal.aborted) return endWithoutDatabase(server, lost.signal.reason);
    await server.stop();
    context.out.write('Likeness has stopped; everything is stored.\n');
    return 0;
  },
};

/**
 * Nothing can be stored and nobody is served any more: ends soon, so that a service manager starts us again. Stopping in
 * order would wait for a database that does not answer.
 */
async function endWithoutDatabase(server: RunningServer, reason: unknown): Promise<never> {
  await Promise.race([server.stop().catch(() => undefined), setTimeout(STOP_WITHOUT_DATABASE_MS)]);
  // Sessions that wait for an answer would keep the process.
  globalThis.setTimeout(() => process.exit(1), 100).unref();
  throw reason;
}

function greeting(url: string, link: string, seconds: number): string {
  return [
    '',
    `  Likeness is ready after ${seconds.toFixed(1)} s at ${url}`,
    '',
    '  Sign in with this link (once, within 15 minutes; the next start prints another):',
    `  ${link}`,
    '',
    `  API documentation: ${url}/api/docs`,
    '  Stop with Ctrl-C.',
    '',
    '',
  ].join('\n');
}

function explain(error: unknown, config: Config): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'EADDRINUSE') {
    return new CommandError(`Port ${config.port} is taken by another program. Stop it, or choose another port: PORT=${config.port + 1} npm start`);
  }
  if (error.code === 'EACCES') return new CommandError(`Port ${config.port} may not be opened by this user. Choose one above 1023 with PORT.`);
  return error;
}

