import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { operations } from '@likeness/contract';
import { type Caller, systemCaller } from '../access/caller.ts';
import { toSafeLine } from '../analysis/terminal-text.ts';
import type { Import, ImportMapping } from '../features/imports/import.ts';
import type { ArrivingFile } from '../features/imports/upload-import.ts';
import { chooseTenant } from './choose-tenant.ts';
import { type CommandServices, withCommandServices } from './command-services.ts';
import { type Command, type CommandContext, CommandError } from './command.ts';
import { findByName } from './find-by-name.ts';
import { withPlainFailures } from './with-plain-failures.ts';

type Wanted = { file: string; form: string | undefined; mapping: string | undefined; tenant: string | undefined; isCheck: boolean };

const MappingSchema = operations.checkImport.bodies[0].schema;

/** Brings a survey file into the server's database, in one step; the same as uploading, checking and starting. */
export const importCommand: Command = {
  usage: 'likeness import FILE [--form NAME] [--mapping FILE] [--check] [--tenant ID]',
  summary: [
    'Import a survey file into the database, scored and with its history.',
    '',
    '  FILE            CSV, TSV or XLSX, one row for each response',
    '  --form NAME     the form that the responses belong to, made if there is none; else named after the file',
    '  --mapping FILE  what each column becomes, as JSON like the API takes it; else as recognised',
    '  --check         say what would happen, and store nothing',
    '  --tenant ID     needed when there is more than one tenant',
  ].join('\n'),
  async run(args, context) {
    const wanted = readArguments(args);
    return withCommandServices(context, (parts) => withPlainFailures(() => importFile(parts, wanted, context)));
  },
};

function readArguments(args: string[]): Wanted {
  const { values, positionals } = parseArgs({
    args,
    options: { form: { type: 'string' }, mapping: { type: 'string' }, check: { type: 'boolean', default: false }, tenant: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new CommandError('Name one CSV, TSV or XLSX file to import.', 2);
  return { file, form: values.form, mapping: values.mapping, tenant: values.tenant, isCheck: values.check };
}

async function importFile({ db, services, finish }: CommandServices, wanted: Wanted, context: CommandContext): Promise<number> {
  const { imports } = services;
  const caller = systemCaller(await chooseTenant(db, wanted.tenant));
  const written = wanted.mapping === undefined ? null : await readMapping(wanted.mapping, context);
  const uploaded = await imports.upload(caller, await openFile(wanted.file, context));
  let isStarted = false;
  try {
    const mapping = await settleForm(services, caller, written ?? proposedOf(uploaded), wanted.form);
    const checked = await imports.check(caller, uploaded.id, mapping);
    report(checked, wanted.isCheck ? 'would be imported' : 'are ready', context);
    if (wanted.isCheck) return 0;
    if (checked.report?.ready === 0) throw new CommandError('No row is left to import; nothing was stored.');
    const run = await imports.start(caller, uploaded.id);
    isStarted = true;
    await finish(caller.tenantId, run.id);
    context.out.write(`Imported as import ${uploaded.id}. It can be taken back as a whole in the web application or over the API.\n`);
    return 0;
  } finally {
    if (!isStarted) await imports.delete(caller, uploaded.id);
  }
}

async function openFile(name: string, context: CommandContext): Promise<ArrivingFile> {
  const path = resolve(context.cwd, name);
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new CommandError(`There is no file "${name}".`);
  return { name: basename(path), bytes: createReadStream(path), isCut: () => false };
}

async function readMapping(name: string, context: CommandContext): Promise<ImportMapping> {
  let input: unknown;
  try {
    input = JSON.parse(await readFile(resolve(context.cwd, name), 'utf8'));
  } catch (error) {
    throw new CommandError(`The mapping "${name}" cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const result = MappingSchema.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `\n  ${path.join('.')}: ${message}`);
  throw new CommandError(`The mapping "${name}" is not right:${problems.join('')}`);
}

function proposedOf({ mapping }: Import): ImportMapping {
  if (mapping === null) throw new Error('a recognised import has a proposed mapping');
  return mapping;
}

/** Into the form of that name if there is one, else into a new one; without a name, as the mapping says. */
async function settleForm({ forms }: CommandServices['services'], caller: Caller, mapping: ImportMapping, given: string | undefined): Promise<ImportMapping> {
  const { form_id: formId, form_name: proposed, ...rest } = mapping;
  const name = given ?? proposed;
  if (name === undefined) return mapping;
  if (given === undefined && formId !== undefined) return mapping;
  const form = await findByName((page) => forms.list(caller, page), name);
  return form === null ? { ...rest, form_name: name } : { ...rest, form_id: form.id };
}

/** What the check found, on standard output; the first refused rows with their reasons on standard error. */
function report({ report: found, mapping }: Import, verb: string, { out, err }: CommandContext): void {
  if (found === null) return;
  const count = (value: number): string => value.toLocaleString('en');
  const days = found.days.first === null ? '' : `, submitted ${found.days.first} to ${found.days.last ?? ''}`;
  const columns = mapping?.columns.filter(({ use }) => use !== 'ignore').length ?? 0;
  out.write(`${count(found.ready)} of ${count(found.rows)} rows ${verb} (${columns} columns${days}); ${count(found.already_there)} are there already, ${count(found.refused)} are refused.\n`);
  if (mapping?.submitted_at !== undefined) err.write(`No column says when a row was submitted: ${mapping.submitted_at} is taken for each.\n`);
  for (const { row_number: row, field, reason } of found.refused_sample) {
    err.write(`Row ${count(row)}${field === null ? '' : ` (${toSafeLine(field)})`}: ${toSafeLine(reason)}\n`);
  }
}
