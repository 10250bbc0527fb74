import { type FieldDefinition, compileDictionary, foldText } from '@likeness/core';
import type { Recognition } from '../survey-file/recognition.ts';
import { toQuestionPlan } from '../survey-file/to-fields.ts';

/**
 * One field that rules and metrics may name, and where its answers are. `sources` are positions in
 * `Recognition.fields`; empty: the personas file declares it, and no column of the survey has it.
 */
export type SurveyField = { definition: FieldDefinition; sources: number[] };

/**
 * The survey's questions with the personas file's declarations laid over them.
 *
 * A declaration takes over the question whose header or short name is its name or one of its aliases (else the one
 * whose proposed key is), and with it that question's names, so that rules may use any of them. Questions nobody
 * declared keep their names, and their proposed key where it is free. The definitions never contradict each other,
 * provided those of the personas file do not.
 */
export function toSurveyFields(declared: readonly FieldDefinition[], recognition: Recognition): SurveyField[] {
  const questions = toQuestionPlan(recognition).fields;
  const keys = recognition.fields.map(({ key }) => foldText(key));
  const claimed = new Set(declared.flatMap(namesOf));
  const free = new Set(questions.keys());
  const take = (isSource: (index: number) => boolean): number[] => {
    const sources = [...free].filter(isSource);
    for (const index of sources) free.delete(index);
    return sources;
  };
  const byName = declared.map((definition) => {
    const names = new Set(namesOf(definition));
    return take((index) => namesOf(questions[index]).some((name) => names.has(name)));
  });
  const fields = declared.map((definition, position): SurveyField => {
    const names = new Set(namesOf(definition));
    const found = byName[position] ?? [];
    const sources = found.length > 0 ? found : take((index) => names.has(keys[index] ?? ''));
    return { definition: withQuestions(definition, sources.flatMap((index) => questions[index] ?? []), claimed), sources };
  });
  const rest = [...free].flatMap((index) => {
    const question = questions[index];
    return question === undefined ? [] : [{ definition: withoutClaimed(question, claimed), sources: [index] }];
  });
  const taken = new Set([...fields, ...rest].flatMap(({ definition }) => namesOf(definition)));
  return [...fields, ...rest.map(({ definition, sources }) => ({ definition: withKey(definition, keys[sources[0] ?? 0] ?? '', taken), sources }))];
}

/** The dictionary of these fields. */
export function toSurveyDictionary(fields: readonly SurveyField[]) {
  return compileDictionary(fields.map(({ definition }) => definition));
}

function namesOf(definition: FieldDefinition | undefined): string[] {
  return definition === undefined ? [] : [definition.name, ...(definition.aliases ?? [])].map(foldText);
}

/** A declaration with the names of its questions, and what the file itself proves about them. */
function withQuestions(definition: FieldDefinition, questions: readonly FieldDefinition[], claimed: Set<string>): FieldDefinition {
  const aliases = [...(definition.aliases ?? [])];
  for (const name of questions.flatMap((question) => [question.name, ...(question.aliases ?? [])])) {
    if (claimed.has(foldText(name))) continue;
    claimed.add(foldText(name));
    aliases.push(name);
  }
  const proved = questions.find(({ type }) => type !== undefined);
  const order = definition.dateOrder ?? (definition.type === undefined || definition.type === 'date' ? proved?.dateOrder : undefined);
  const type = definition.type ?? proved?.type;
  return { ...definition, aliases, ...(type !== undefined && { type }), ...(order !== undefined && { dateOrder: order }) };
}

function withoutClaimed(question: FieldDefinition, claimed: ReadonlySet<string>): FieldDefinition {
  return { ...question, aliases: (question.aliases ?? []).filter((alias) => !claimed.has(foldText(alias))) };
}

function withKey(definition: FieldDefinition, key: string, taken: Set<string>): FieldDefinition {
  if (key === '' || taken.has(key)) return definition;
  taken.add(key);
  return { ...definition, aliases: [...(definition.aliases ?? []), key] };
}
