import { type FieldDefinition, type MetricDefinition, compileDictionary, foldText } from '@likeness/core';
import type { z } from 'zod';
import { PersonasFileError, type PersonasFileProblem } from './personas-file-error.ts';
import { type FieldInput, type MetricInput, PersonasFileSchema } from './personas-file-schema.ts';

/** A personas file whose shape is right. The mapping rules are still as written: reading them needs the survey's columns. */
export type PersonasFile = {
  fields: FieldDefinition[];
  /** The field that tells people apart; null: a row is a respondent. */
  respondent: string | null;
  metrics: MetricDefinition[];
  personas: { name: string; mappingRules: unknown }[];
};

/**
 * Reads a personas file: `{"fields"?, "respondent"?, "metrics"?, "personas"}`.
 *
 * Nothing is guessed: an unknown key, a wrong type or a name that occurs twice is an error with its place. Names of
 * personas have to differ (after folding), because overlaps name them. The file that `likeness export personas` writes
 * is one: a persona's description, status, tags, card and sync_config may stand in it and are not looked at.
 *
 * @throws {PersonasFileError} with every problem found, in the order of the file.
 *
 * @example parsePersonasFile('{"personas": [{"name": "Maya", "mapping_rules": {"age": {"min": 25}}}]}').personas[0]?.name // 'Maya'
 */
export function parsePersonasFile(text: string): PersonasFile {
  const result = PersonasFileSchema.safeParse(parseJson(text));
  if (!result.success) throw new PersonasFileError(result.error.issues.flatMap(toProblems));
  const input = result.data;
  const file: PersonasFile = {
    fields: Object.entries(input.fields ?? {}).map(toFieldDefinition),
    respondent: input.respondent ?? null,
    metrics: Object.entries(input.metrics ?? {}).map(toMetricDefinition),
    personas: input.personas.map(({ name, mapping_rules }) => ({ name: name.trim(), mappingRules: mapping_rules ?? {} })),
  };
  const problems = [...listFieldProblems(file.fields), ...listNameProblems(file.personas)];
  if (problems.length > 0) throw new PersonasFileError(problems);
  return file;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PersonasFileError([{ path: '', message: `The personas file is no JSON: ${reason}.` }]);
  }
}

function toProblems(issue: z.core.$ZodIssue): PersonasFileProblem[] {
  return [{ path: toPath(issue.path), message: issue.message }];
}

/** `personas[2].name`; keys that are no plain words in brackets and quotation marks, as core's rule errors have them. */
function toPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    const name = String(key);
    if (!/^[A-Za-z_]\w{0,39}$/u.test(name)) return `${path}[${JSON.stringify(name)}]`;
    return path === '' ? name : `${path}.${name}`;
  }, '');
}

function toFieldDefinition([name, field]: [string, FieldInput]): FieldDefinition {
  const definition: FieldDefinition = { name };
  if (field.type !== undefined) definition.type = field.type;
  if (field.delimiter !== undefined) definition.delimiter = field.delimiter;
  if (field.missing !== undefined) definition.missing = field.missing.map(String);
  if (field.aliases !== undefined) definition.aliases = field.aliases;
  if (field.synonyms !== undefined) definition.synonyms = field.synonyms;
  if (field.language !== undefined) definition.language = field.language;
  if (field.date_order !== undefined) definition.dateOrder = field.date_order;
  return definition;
}

function toMetricDefinition([name, metric]: [string, MetricInput]): MetricDefinition {
  if (metric.kind === 'share') return { name, field: metric.field, kind: 'share', value: metric.value };
  if (metric.kind === 'nps') return { name, field: metric.field, kind: 'nps' };
  const { min, max } = metric;
  return { name, field: metric.field, kind: 'mean', ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function listFieldProblems(fields: readonly FieldDefinition[]): PersonasFileProblem[] {
  return compileDictionary(fields).errors.map(({ path, message }) => {
    const place = /^fields\[(\d+)\](.*)$/u.exec(path);
    const name = fields[Number(place?.[1])]?.name ?? '';
    return { path: `${toPath(['fields', name])}${(place?.[2] ?? '').replace(/^\.name$/u, '')}`, message };
  });
}

function listNameProblems(personas: PersonasFile['personas']): PersonasFileProblem[] {
  const first = new Map<string, number>();
  return personas.flatMap(({ name }, index) => {
    const folded = foldText(name);
    const owner = first.get(folded);
    if (owner === undefined) {
      first.set(folded, index);
      return [];
    }
    const message = `"${name}" is already the name of personas[${owner}]. Overlaps are told by name, so each persona needs its own.`;
    return [{ path: `personas[${index}].name`, message }];
  });
}
