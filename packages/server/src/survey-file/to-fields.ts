import { foldText } from '@likeness/core';
import type { DateOrder, FieldDefinition, FieldType } from '@likeness/core';
import type { RecognisedField, Recognition } from './recognition.ts';
import { SurveyFileError } from './survey-file-error.ts';

/** What a person changes about a proposed field. Whatever is absent stays as proposed. */
export type FieldCorrection = {
  key?: string;
  type?: FieldType;
  /** null: the cell is one value. */
  delimiter?: string | null;
  dateOrder?: DateOrder | null;
  /** Answers that mean "no answer". Suggestions are not applied: only what is written here is. */
  missing?: readonly string[];
  /** True leaves the field out of the responses. */
  isLeftOut?: boolean;
};

/** Fields of a file and how its rows become responses. */
export type FieldPlan = {
  fields: FieldDefinition[];
  /**
   * The answers of one row by field name: text as written, or the chosen options of a
   * column-per-option question. Empty cells have no key. The object has no prototype, so a column
   * may be called anything.
   */
  toResponseData: (cells: readonly string[]) => Record<string, string | string[]>;
};

type PlannedField = { definition: FieldDefinition; columns: readonly number[] };

/**
 * The fields as proposed, with a person's corrections by proposed key. The whole question and an
 * exporter's short name become aliases, so that rules may use them too.
 * @throws {SurveyFileError} `bad-correction` for a key that was not proposed, an empty key, or two fields of one key.
 *
 * @example toFieldPlan(recognition, { year_born: { key: 'birth_year', missing: ['99'] } }).fields
 */
export function toFieldPlan(recognition: Recognition, corrections: Readonly<Record<string, FieldCorrection>> = {}): FieldPlan {
  for (const key of Object.keys(corrections)) {
    if (!recognition.fields.some((field) => field.key === key)) throw new SurveyFileError('bad-correction', `There is no proposed field "${key}" to correct.`);
  }
  const correctionOf = (field: RecognisedField): FieldCorrection => (Object.hasOwn(corrections, field.key) ? (corrections[field.key] ?? {}) : {});
  const kept = recognition.fields.filter((field) => correctionOf(field).isLeftOut !== true);
  const taken = new Set<string>();
  for (const field of kept) {
    const name = foldText(correctionOf(field).key ?? field.key);
    if (name === '' || taken.has(name)) throw new SurveyFileError('bad-correction', name === '' ? 'A field needs a key.' : `Two fields have the key "${name}".`);
    taken.add(name);
  }
  return toPlan(kept.map((field): PlannedField => ({ definition: toDefinition(recognition, field, correctionOf(field), taken), columns: field.columns })));
}

/**
 * The fields under their questions as written, with nothing guessed: every answer is its text,
 * only empty cells are missing, nothing is split. What the file itself proves is kept: the columns
 * of a column-per-option question are one multi field, and a proved order of day and month is declared.
 * A reader of personas files lays its own `fields` over these.
 *
 * @example toQuestionPlan(recognition).fields[0] // { name: 'What year were you born?' }
 */
export function toQuestionPlan(recognition: Recognition): FieldPlan {
  const taken = new Set(recognition.fields.map((field) => foldText(field.header)));
  return toPlan(
    recognition.fields.map((field): PlannedField => {
      const definition: FieldDefinition = { name: field.header };
      if (field.columns.length > 1) definition.type = 'multi';
      if (field.type === 'date' && field.confidence === 'sure' && field.dateOrder !== null) {
        definition.type = 'date';
        definition.dateOrder = field.dateOrder;
      }
      const aliases = aliasesOf(recognition, field, taken).filter((alias) => foldText(alias) !== foldText(field.header));
      return { definition: aliases.length > 0 ? { ...definition, aliases } : definition, columns: field.columns };
    }),
  );
}

function toDefinition(recognition: Recognition, field: RecognisedField, correction: FieldCorrection, taken: Set<string>): FieldDefinition {
  const type = correction.type ?? field.type;
  const delimiter = correction.delimiter === undefined ? field.delimiter : correction.delimiter;
  const dateOrder = correction.dateOrder === undefined ? field.dateOrder : correction.dateOrder;
  const definition: FieldDefinition = { name: correction.key ?? field.key, type };
  const aliases = aliasesOf(recognition, field, taken);
  if (aliases.length > 0) definition.aliases = aliases;
  if (type === 'multi' && delimiter !== null) definition.delimiter = delimiter;
  if (type === 'date' && dateOrder !== null) definition.dateOrder = dateOrder;
  if (correction.missing !== undefined && correction.missing.length > 0) definition.missing = [...correction.missing];
  return definition;
}

/** The other spellings of a field that no field has claimed yet; claims them. */
function aliasesOf(recognition: Recognition, field: RecognisedField, taken: Set<string>): string[] {
  const shortName = field.columns.length === 1 ? (recognition.columns[field.columns[0] ?? 0]?.shortName ?? null) : null;
  return [field.header, ...(shortName === null ? [] : [shortName])].filter((alias) => {
    const folded = foldText(alias);
    if (folded === '' || taken.has(folded)) return false;
    taken.add(folded);
    return true;
  });
}

function toPlan(planned: readonly PlannedField[]): FieldPlan {
  return {
    fields: planned.map(({ definition }) => definition),
    toResponseData: (cells) => {
      const data = Object.create(null) as Record<string, string | string[]>;
      for (const { definition, columns } of planned) {
        const given = columns.map((index) => cells[index] ?? '').filter((cell) => cell.trim() !== '');
        const only = given[0];
        if (only !== undefined) data[definition.name] = columns.length > 1 ? given : only;
      }
      return data;
    },
  };
}
