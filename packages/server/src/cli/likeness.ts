import process from 'node:process';
import { CommandError, type Command, type CommandContext } from './command.ts';

/** Loaded when asked for, so that `analyze` never loads a database driver. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.command.ts')).serveCommand,
  migrate: async () => (await import('./migrate.command.ts')).migrateCommand,
  import: async () => (await import('./import.command.ts')).importCommand,
  analyze: async () => (await import('./analyze.command.ts')).analyzeCommand,
  sync: async () => (await import('./sync.command.ts')).syncCommand,
  export: async () => (await import('./export.command.ts')).exportCommand,
  doctor: async () => (await import('./doctor.command.ts')).doctorCommand,
};

/** Runs `likeness` with these words and answers the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runLikeness(words: string[], context: CommandContext): Promise<number> {
  const [name, ...args] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    context.out.write(await helpText());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    context.err.write(`likeness: there is no command "${name}". The commands are ${Object.keys(COMMANDS).join(', ')}.\n`);
    return 2;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    context.out.write(`${command.usage}\n\n${command.summary}\n`);
    return 0;
  }
  try {
    return await command.run(args, context);
  } catch (error) {
    if (isUsageError(error)) {
      context.err.write(`likeness ${name}: ${error.message}\n${command.usage}\n`);
      return 2;
    }
    if (!(error instanceof Error)) throw error;
    context.err.write(`likeness ${name}: ${error.message}\n`);
    return error instanceof CommandError ? error.exitCode : 1;
  }
}

/** What `util.parseArgs` throws for an unknown or incomplete option. */
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

async function helpText(): Promise<string> {
  const lines = ['Likeness: are your personas a good likeness of your customers?', '', 'Usage: likeness COMMAND [OPTIONS]', ''];
  for (const load of Object.values(COMMANDS)) {
    const command = await load();
    lines.push(`  ${command.usage}`, `      ${command.summary.split('\n')[0]}`, '');
  }
  return `${lines.join('\n')}\n`;
}

if (import.meta.main) {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(name));
  // Whoever reads us may have had enough, as in `likeness analyze … | head`: end in order, and write no more.
  process.stdout.on('error', () => stop.abort('SIGPIPE'));
  process.exitCode = await runLikeness(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    in: process.stdin,
    cwd: process.cwd(),
    signal: stop.signal,
  });
}
