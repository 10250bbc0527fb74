import { type SurveyReport, attributesOf, foldText } from '@likeness/core';
import type { RecognisedField, Recognition } from '../survey-file/recognition.ts';
import { editDistance } from './edit-distance.ts';
import type { SurveyPlan, UsedAttribute } from './plan-survey.ts';

/** Longer names than this are compared by their beginning only. */
const LONGEST_COMPARED = 120;

/**
 * What looks like a mistake, or like a declaration that is missing from the personas file? Plain sentences, in the
 * order: names that no column has, answers that may mean "no answer", cells that may hold several values, rules that
 * nobody matches. Only what the personas file uses is looked at. Nothing of it was applied to the figures.
 */
export function suggest({ plan, recognition, report }: { plan: SurveyPlan; recognition: Recognition; report: SurveyReport }): string[] {
  const fields = listUsedFields(plan, recognition);
  return [
    ...recognition.warnings,
    ...plan.used.filter(({ survey }) => survey === null).map((use) => describeUnknown(use, recognition)),
    ...describeMissing(fields),
    ...fields.flatMap(describeSeveral),
    ...describeNeverMatched(plan, recognition, report),
  ];
}

/** A used field of the survey, and what the personas file already declares about it. */
type UsedField = { field: RecognisedField; declared: { missing: readonly string[]; delimiter: string | undefined; type: string | undefined } };

function listUsedFields({ used }: SurveyPlan, recognition: Recognition): UsedField[] {
  const seen = new Set<number>();
  return used.flatMap(({ survey }) =>
    (survey?.sources ?? []).flatMap((source): UsedField[] => {
      const field = recognition.fields[source];
      if (field === undefined || survey === null || seen.has(source)) return [];
      seen.add(source);
      const { missing = [], delimiter, type } = survey.definition;
      return [{ field, declared: { missing, delimiter, type } }];
    }),
  );
}

function describeUnknown({ attribute, from }: UsedAttribute, recognition: Recognition): string {
  const nearest = findNearest(attribute, recognition);
  const hint = nearest === null ? `The columns are ${listSome(recognition.columns.map(({ header }) => quote(header)), 8)}.` : `Did you mean ${quote(nearest)}?`;
  const where = from === 'fields' ? 'it is declared under "fields"' : `it is used by ${from}`;
  return `The survey has no column ${quote(attribute)}; ${where}, and counts as never answered. ${hint}`;
}

/** The name of the survey that is nearest; null when none is near: more than a third of it would have to change. */
function findNearest(attribute: string, recognition: Recognition): string | null {
  const wanted = comparable(attribute);
  let nearest: { name: string; distance: number } | null = null;
  for (const field of recognition.fields) {
    for (const name of [field.header, field.key]) {
      const other = comparable(name);
      const isPart = wanted.length >= 3 && ` ${other} `.includes(` ${wanted} `);
      const distance = isPart ? 1 : editDistance(wanted, other);
      const isNear = isPart || distance <= Math.max(wanted.length, other.length) / 3;
      if (isNear && (nearest === null || distance < nearest.distance)) nearest = { name: field.header, distance };
    }
  }
  return nearest?.name ?? null;
}

function comparable(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, ' ').trim().slice(0, LONGEST_COMPARED);
}

/** One sentence for all columns, those with most such answers first; a sentence each would drown the rest. */
function describeMissing(fields: readonly UsedField[]): string[] {
  const suspects = fields
    .map(({ field, declared }) => {
      const known = new Set(declared.missing.map(foldText));
      const tokens = field.missing.filter(({ token }) => !known.has(foldText(token)));
      return { header: field.header, missing: declared.missing, tokens, count: tokens.reduce((sum, { count }) => sum + count, 0) };
    })
    .filter(({ tokens }) => tokens.length > 0)
    .toSorted((a, b) => b.count - a.count);
  const [first] = suspects;
  if (first === undefined) return [];
  const found = suspects.map(({ header, tokens }) => `${quote(header)} has ${listSome(tokens.map(describeToken), 3)}`);
  const declaration = JSON.stringify({ [first.header]: { missing: [...first.missing, ...first.tokens.slice(0, 3).map(({ token }) => token)] } });
  return [`Some answers may mean "no answer", and only empty cells count as missing: ${listSome(found, 6)}. To count them as missing, declare them, as in "fields": ${declaration}.`];
}

function describeToken({ token, count }: { token: string; count: number }): string {
  return `${quote(token)} (${count === 1 ? 'once' : `${count.toLocaleString('en')} times`})`;
}

function describeSeveral({ field, declared }: UsedField): string[] {
  if (field.delimiter === null || field.type !== 'multi' || declared.delimiter !== undefined || declared.type !== undefined) return [];
  const declaration = JSON.stringify({ type: 'multi', delimiter: field.delimiter });
  return [`${quote(field.header)} looks as if a cell may hold several answers (${field.reason}). Each cell counts as one answer; if not, declare under "fields": ${JSON.stringify(field.header)}: ${declaration}.`];
}

/** Rules without one match among all responses, with what their first attribute's answers look like. */
function describeNeverMatched({ personas, used }: SurveyPlan, recognition: Recognition, report: SurveyReport): string[] {
  if (report.responses === 0) return [];
  return personas.flatMap(({ name, ruleSet }, index) =>
    ruleSet.rules.flatMap((rule, place): string[] => {
      const counts = report.personas[index]?.rules[place];
      if (counts === undefined || counts.matched > 0) return [];
      const [attribute] = attributesOf({ ...ruleSet, rules: [rule] });
      const survey = used.find((use) => use.attribute === attribute)?.survey;
      const field = recognition.fields[survey?.sources[0] ?? -1];
      if (field === undefined) return [];
      const samples = recognition.columns[field.columns[0] ?? -1]?.samples ?? [];
      const seen = samples.length === 0 ? 'It has no answers.' : `Its answers look like ${samples.map((sample) => quote(sample)).join(', ')}.`;
      return [`Nobody matches the rule ${quote(rule.label)} of ${quote(name)}, which looks at ${quote(field.header)}. ${seen}`];
    }),
  );
}

function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return `“${line.length > 80 ? `${line.slice(0, 79).toWellFormed()}…` : line}”`;
}

function listSome(items: readonly string[], most: number): string {
  return items.length <= most ? items.join(', ') : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
}
