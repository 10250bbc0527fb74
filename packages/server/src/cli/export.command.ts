import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { type Caller, systemCaller } from '../access/caller.ts';
import { chooseTenant } from './choose-tenant.ts';
import { type CommandServices, withCommandServices } from './command-services.ts';
import { type Command, type CommandContext, CommandError } from './command.ts';
import { getByName } from './find-by-name.ts';
import { openOutputFile } from './output-file.ts';
import { withPlainFailures } from './with-plain-failures.ts';

type Wanted = {
  what: string | undefined;
  form: string | undefined;
  persona: string | undefined;
  from: string | undefined;
  to: string | undefined;
  out: string | undefined;
  tenant: string | undefined;
  isPersonal: boolean;
};

/** Writes a tenant's data as files that other programs read, on standard output unless told otherwise. */
export const exportCommand: Command = {
  usage: 'likeness export personas | responses --form NAME | evolution --persona NAME [--out FILE] [--tenant ID]',
  summary: [
    'Export personas as JSON, or responses with their scores or a persona\'s evolution as CSV.',
    '',
    '  personas        all personas with their mapping rules; `likeness analyze --personas` reads the file',
    '  responses       those of --form NAME, [--from DAY] [--to DAY] by the day of submission, both included;',
    '                  personal fields only with --personal',
    '  evolution       the snapshots of --persona NAME, one line a day',
    '  --out FILE      into a file in place of standard output',
    '  --tenant ID     needed when there is more than one tenant',
  ].join('\n'),
  async run(args, context) {
    const wanted = readArguments(args);
    return withCommandServices(context, (parts) => withPlainFailures(() => exportData(parts, wanted, context)));
  },
};

function readArguments(args: string[]): Wanted {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    options: { form: text, persona: text, from: text, to: text, out: text, tenant: text, personal: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [what, ...others] = positionals;
  if (what === undefined || others.length > 0) throw new CommandError('Say what to export: personas, responses or evolution.', 2);
  const { form, persona, from, to, out, tenant, personal: isPersonal } = values;
  return { what, form, persona, from, to, out, tenant, isPersonal };
}

async function exportData(parts: CommandServices, wanted: Wanted, context: CommandContext): Promise<number> {
  const caller = systemCaller(await chooseTenant(parts.db, wanted.tenant));
  const chunks = await openExport(parts, caller, wanted);
  if (wanted.out === undefined) {
    for await (const chunk of chunks) if (!context.out.write(chunk)) await once(context.out, 'drain');
    return 0;
  }
  const file = await openOutputFile(context.cwd, wanted.out);
  try {
    for await (const chunk of chunks) await file.write(chunk);
    await file.keep();
  } finally {
    await file.discard();
  }
  return 0;
}

const CSV = { format: 'csv' } as const;

async function openExport({ services }: CommandServices, caller: Caller, wanted: Wanted): Promise<AsyncIterable<string>> {
  const { exports, forms, personas } = services;
  switch (wanted.what) {
    case 'personas':
      return only(`${JSON.stringify(await exports.personas(caller), null, 2)}\n`);
    case 'responses': {
      if (wanted.form === undefined) throw new CommandError('Responses of which form? Name it with --form NAME.', 2);
      const { id: formId } = await getByName((page) => forms.list(caller, page), wanted.form, 'form');
      const csv = await exports.responses(caller, CSV, { formId, includePersonal: wanted.isPersonal, startDate: wanted.from, endDate: wanted.to });
      return csv.body.setEncoding('utf8') as AsyncIterable<string>;
    }
    case 'evolution': {
      if (wanted.persona === undefined) throw new CommandError('The evolution of which persona? Name it with --persona NAME.', 2);
      const { id } = await getByName((page) => personas.list(caller, page), wanted.persona, 'persona');
      return (await exports.evolution(caller, CSV, id, {})).body.setEncoding('utf8') as AsyncIterable<string>;
    }
    default:
      throw new CommandError(`"${wanted.what ?? ''}" is none of personas, responses and evolution.`, 2);
  }
}

async function* only(text: string): AsyncGenerator<string> {
  yield text;
}
