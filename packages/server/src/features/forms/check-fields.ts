import type { FieldProblem, operations } from '@likeness/contract';
import { foldText } from '@likeness/core';
import type { z } from 'zod';
import { checkText } from '../../json/find-json-problem.ts';
import { isLanguageTag } from '../dictionary/language-tag.ts';

export type NewForm = z.output<(typeof operations)['createForm']['bodies'][0]['schema']>;
export type FormField = NewForm['fields'][number];

const MOST_PROBLEMS = 20;

/**
 * What is wrong with a form's fields taken together? Empty when nothing is; at most twenty problems.
 *
 * A name (key, alias or attribute) may mean one attribute only; fields that name the same attribute may share theirs.
 * Names are compared after folding. Languages are BCP 47 tags.
 *
 * @example checkFields([fieldWithKey('Age'), fieldWithKey('age ')])
 * // [{ path: 'fields[1].key', message: '"age " is the key of fields[0] already; each field needs its own' }]
 */
export function checkFields(fields: readonly FormField[]): FieldProblem[] {
  const keys = new Map<string, number>();
  const owners = new Map<string, { meaning: string; index: number }>();
  const problems: FieldProblem[] = [];
  for (const [index, field] of fields.entries()) {
    if (problems.length >= MOST_PROBLEMS) break;
    const path = `fields[${index}]`;
    const sameKey = keys.get(foldText(field.key));
    if (sameKey !== undefined) {
      problems.push({ path: `${path}.key`, message: `"${field.key}" is the key of fields[${sameKey}] already; each field needs its own` });
      continue;
    }
    keys.set(foldText(field.key), index);
    problems.push(...checkNames(field, index, path, owners), ...checkReading(field, path));
  }
  return problems.slice(0, MOST_PROBLEMS);
}

function checkNames(field: FormField, index: number, path: string, owners: Map<string, { meaning: string; index: number }>): FieldProblem[] {
  const meaning = foldText(field.attribute ?? field.key);
  const names = [
    { text: field.key, path: `${path}.key` },
    ...(field.attribute === null ? [] : [{ text: field.attribute, path: `${path}.attribute` }]),
    ...field.aliases.map((text, position) => ({ text, path: `${path}.aliases[${position}]` })),
  ];
  return names.flatMap((name) => {
    const folded = foldText(name.text);
    const owner = owners.get(folded);
    if (folded === '') return [{ path: name.path, message: 'needs more than white space' }];
    if (owner === undefined) owners.set(folded, { meaning, index });
    if (owner === undefined || owner.meaning === meaning) return [];
    return [{ path: name.path, message: `"${name.text}" already means something else in fields[${owner.index}]; a name can mean one attribute only` }];
  });
}

function checkReading(field: FormField, path: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const message = field.delimiter === null ? null : checkText(field.delimiter, 10);
  if (message !== null) problems.push({ path: `${path}.delimiter`, message });
  if (field.language !== null && !isLanguageTag(field.language)) {
    problems.push({ path: `${path}.language`, message: `"${field.language}" is no language tag; write "en" or "pt-BR"` });
  }
  return problems;
}
