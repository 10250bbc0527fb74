import {
  type Dictionary,
  type Field,
  type MetricDefinition,
  type ResponseData,
  type RuleSet,
  attributesOf,
  parseRuleSet,
  resolveField,
} from '@likeness/core';
import type { Recognition } from '../survey-file/recognition.ts';
import { toQuestionPlan } from '../survey-file/to-fields.ts';
import type { PersonasFile } from './parse-personas-file.ts';
import { PersonasFileError, type PersonasFileProblem } from './personas-file-error.ts';
import { type SurveyField, toSurveyDictionary, toSurveyFields } from './survey-fields.ts';

/** A row's cells as answers by question, of some questions only. */
export type ReadAnswers = (cells: readonly string[]) => ResponseData;

/** A metric with its field and the reading of the few cells that it needs. */
export type PlannedMetric = { definition: MetricDefinition; field: Field; read: ReadAnswers };

/** A persona whose rules were read. */
export type PlannedPersona = { name: string; ruleSet: RuleSet };

/**
 * One attribute that the personas file uses. `from` says where it is first used; `survey` is its place in the survey,
 * null when no column has such a name.
 */
export type UsedAttribute = { attribute: string; from: string; survey: SurveyField | null };

/** Everything needed to read a survey through a personas file. */
export type SurveyPlan = {
  dictionary: Dictionary;
  personas: PlannedPersona[];
  metrics: PlannedMetric[];
  /** Who answered; null: a row is a respondent. */
  respondent: { attribute: string; read: ReadAnswers } | null;
  /** The answers that rules look at. */
  readAnswers: ReadAnswers;
  used: UsedAttribute[];
};

/**
 * How is this survey read through this personas file?
 *
 * An attribute that no column has is no error, since one personas file may serve several surveys: it is in `used`
 * with `survey` null. A `respondent` that no column has is one: people cannot be counted without it.
 *
 * @throws {PersonasFileError} with every mistake in the mapping rules, each with its path in the personas file.
 */
export function planSurvey(file: PersonasFile, recognition: Recognition): SurveyPlan {
  const fields = toSurveyFields(file.fields, recognition);
  const dictionary = toSurveyDictionary(fields);
  const personas = parsePersonas(file, dictionary);
  const find = toFinder(fields, dictionary);
  const used = listUsed(file, personas, find);
  const readOf = (attributes: readonly string[]): ReadAnswers => toReader(recognition, attributes.flatMap((attribute) => find(attribute)?.sources ?? []));
  if (file.respondent !== null && (find(file.respondent)?.sources ?? []).length === 0) {
    throw new PersonasFileError([{ path: 'respondent', message: `The survey has no column "${file.respondent}", so people cannot be told apart.` }]);
  }
  return {
    dictionary,
    personas,
    metrics: file.metrics.map((definition) => ({ definition, field: resolveField(dictionary, definition.field), read: readOf([definition.field]) })),
    respondent: file.respondent === null ? null : { attribute: file.respondent, read: readOf([file.respondent]) },
    readAnswers: readOf(personas.flatMap(({ ruleSet }) => attributesOf(ruleSet))),
    used,
  };
}

function parsePersonas(file: PersonasFile, dictionary: Dictionary): PlannedPersona[] {
  const problems: PersonasFileProblem[] = [];
  const personas = file.personas.flatMap(({ name, mappingRules }, index): PlannedPersona[] => {
    const parsed = parseRuleSet(mappingRules, { dictionary });
    if (parsed.ok) return [{ name, ruleSet: parsed.ruleSet }];
    const top = `personas[${index}].mapping_rules`;
    for (const { path, message } of parsed.errors) {
      problems.push({ path: `${top}${path === '' || path.startsWith('[') ? '' : '.'}${path}`, message });
    }
    return [];
  });
  if (problems.length > 0) throw new PersonasFileError(problems);
  return personas;
}

type FindField = (attribute: string) => SurveyField | null;

function toFinder(fields: readonly SurveyField[], dictionary: Dictionary): FindField {
  const byName = new Map(fields.map((field) => [resolveField(dictionary, field.definition.name).names[0], field]));
  return (attribute) => byName.get(resolveField(dictionary, attribute).names[0]) ?? null;
}

function listUsed(file: PersonasFile, personas: readonly PlannedPersona[], find: FindField): UsedAttribute[] {
  const uses = [
    ...file.fields.map(({ name }) => ({ attribute: name, from: 'fields' })),
    ...file.metrics.map(({ name, field }) => ({ attribute: field, from: `metric "${name}"` })),
    ...personas.flatMap(({ name, ruleSet }) => attributesOf(ruleSet).map((attribute) => ({ attribute, from: `persona "${name}"` }))),
  ];
  const seen = new Set<string>();
  return uses.flatMap((use) => {
    if (seen.has(use.attribute)) return [];
    seen.add(use.attribute);
    const survey = find(use.attribute);
    return [{ ...use, survey: survey !== null && survey.sources.length > 0 ? survey : null }];
  });
}

/** Reads only the questions at these positions: a wide survey costs no more than the rules that look at it. */
function toReader(recognition: Recognition, sources: readonly number[]): ReadAnswers {
  const wanted = new Set(sources);
  const fields = recognition.fields.filter((_, index) => wanted.has(index));
  return toQuestionPlan({ ...recognition, fields }).toResponseData;
}
