import { parseArgs } from 'node:util';
import { CommandError } from './command.ts';

/** What `likeness analyze` was asked. `json`: null not at all, `-` on standard output. `file` may be `-` for standard input. */
export type AnalyzeArguments = { file: string; personas: string; json: string | null; html: string | null; rows: string | null };

/**
 * Reads the words after `likeness analyze`. The file after `--json` may be left out: a second word without a dash is
 * taken for it only where it follows `--json` directly, so that `--json survey.csv` alone still names the survey.
 *
 * Throws what `parseArgs` throws for unknown options, and a `CommandError` with exit code 2 for what is missing.
 *
 * @example readAnalyzeArguments(['survey.csv', '--personas', 'p.json', '--json']).json // '-'
 */
export function readAnalyzeArguments(args: string[]): AnalyzeArguments {
  const { values, positionals, tokens } = parseArgs({
    args: args.flatMap((arg) => (arg.startsWith('--json=') ? ['--json', arg.slice('--json='.length)] : [arg])),
    options: { personas: { type: 'string' }, json: { type: 'boolean' }, html: { type: 'string' }, rows: { type: 'string' } },
    allowPositionals: true,
    tokens: true,
  });
  const after = tokens.findIndex((token) => token.kind === 'option' && token.name === 'json') + 1;
  const next = after > 0 ? tokens[after] : undefined;
  const isOutput = next?.kind === 'positional' && positionals.length === 2;
  const [file, ...others] = isOutput ? positionals.filter((word) => word !== next.value) : positionals;
  if (file === undefined) throw new CommandError('Which survey? Name a CSV, TSV or XLSX file, or - for standard input.', 2);
  if (others.length > 0) throw new CommandError(`One survey at a time, not also ${others.map((word) => `"${word}"`).join(', ')}.`, 2);
  if (values.personas === undefined) throw new CommandError('Which personas? Name a personas file with --personas FILE.', 2);
  const json = values.json === true ? (isOutput ? next.value : '-') : null;
  return { file, personas: values.personas, json, html: values.html ?? null, rows: values.rows ?? null };
}
