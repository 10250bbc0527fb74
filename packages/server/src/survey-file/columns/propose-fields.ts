import { foldText } from '@likeness/core';
import type { FieldType } from '@likeness/core';
import { toAttributeKey, toOptionKey, toTailKey, toUniqueKeys } from '../header/attribute-keys.ts';
import type { ColumnHeader } from '../header/survey-header.ts';
import type { RecognisedColumn, RecognisedField } from '../recognition.ts';
import { say } from '../say.ts';
import type { ColumnProfile } from './column-profile.ts';
import { suggestMissingTokens } from './missing-tokens.ts';
import { recognisePersonalData } from './personal-data.ts';
import { proposeRole } from './propose-role.ts';
import type { FieldRole } from './propose-role.ts';
import { proposeType } from './propose-type.ts';
import type { ValueFacts } from './value-facts.ts';

/** A column with its name and what was gathered from its answers. */
export type ProfiledColumn = { column: RecognisedColumn; profile: ColumnProfile; facts: ValueFacts };

type Draft = { field: RecognisedField; rank: number };

/** What was seen in one column, for showing beside the proposal. */
export function toRecognisedColumn(header: ColumnHeader, index: number, profile: ColumnProfile, facts: ValueFacts): RecognisedColumn {
  return {
    ...header,
    index,
    samples: profile.samples,
    answeredShareRatio: profile.rows === 0 ? 0 : profile.answered / profile.rows,
    distinctCount: profile.counts.size,
    isDistinctCapped: profile.uncountedAnswers > 0,
    min: facts.min,
    max: facts.max,
    isEmpty: profile.answered === 0,
  };
}

/**
 * Which attributes would this file give? One for each column, except that the columns of a
 * check-all-that-apply question (every answer is the column's own option) become one multi field.
 * Of several possible submission dates, respondents and ids one is proposed for the file.
 */
export function proposeFields(columns: readonly ProfiledColumn[]): RecognisedField[] {
  const groups = findOptionGroups(columns);
  const grouped = new Set([...groups.values()].flat().map(({ column }) => column.index));
  const drafts = columns.flatMap((profiled): Draft[] => {
    const group = groups.get(profiled.column.index);
    if (group !== undefined) return [{ field: draftGroup(group, columns), rank: 0 }];
    return grouped.has(profiled.column.index) ? [] : [draftColumn(profiled)];
  });
  for (const role of ['submitted_at', 'respondent', 'external_id'] as const) keepOneRole(drafts, role);
  tellApart(drafts, columns);
  const keys = toUniqueKeys(drafts.map(({ field }) => field.key));
  return drafts.map(({ field }, index) => ({ ...field, key: keys[index] ?? field.key }));
}

/** Groups of at least two columns of one question, more than half of which hold only their own option, by first column. */
function findOptionGroups(columns: readonly ProfiledColumn[]): Map<number, ProfiledColumn[]> {
  const groups = new Map<number, ProfiledColumn[]>();
  let start = 0;
  while (start < columns.length) {
    const question = columns[start]?.column.question;
    let end = start + 1;
    while (end < columns.length && columns[end]?.column.question === question) end += 1;
    const members = columns.slice(start, end).filter(holdsOnlyItsOption);
    const isGroup = members.length >= 2 && members.length > (end - start) / 2 && members.some(({ column }) => !column.isEmpty);
    const first = members[0];
    if (isGroup && first !== undefined) groups.set(first.column.index, members);
    start = end;
  }
  return groups;
}

function holdsOnlyItsOption({ column, profile }: ProfiledColumn): boolean {
  if (column.option === null || profile.uncountedAnswers > 0) return false;
  const option = foldText(column.option);
  return [...profile.counts.keys()].every((value) => foldText(value) === option);
}

function draftGroup(members: readonly ProfiledColumn[], columns: readonly ProfiledColumn[]): RecognisedField {
  const first = members[0]?.column;
  const question = first?.question ?? '';
  const said = say('option_columns', { count: members.length });
  const isTaken = columns.some(({ column }) => foldText(column.header) === foldText(question));
  return {
    key: toAttributeKey(question, `column_${(first?.index ?? 0) + 1}`),
    header: isTaken ? (first?.header ?? question) : question,
    columns: members.map(({ column }) => column.index),
    type: 'multi',
    confidence: 'sure',
    reason: said.sentence,
    note: said.note,
    delimiter: null,
    dateOrder: null,
    role: null,
    metric: null,
    personalData: null,
    missing: [],
  };
}

function draftColumn({ column, profile, facts }: ProfiledColumn): Draft {
  const proposal = proposeType(profile, facts);
  const names = [column.header, ...(column.shortName === null ? [] : [column.shortName])];
  const { role, rank, metric } = proposeRole({ names, type: proposal.type, facts, answered: profile.answered, distinct: profile.counts.size + profile.uncountedAnswers });
  const fallback = `column_${column.index + 1}`;
  const key = column.option === null ? toAttributeKey(column.shortName ?? column.question, fallback) : toOptionKey(column.question, column.option, fallback);
  const field: RecognisedField = {
    key,
    header: column.header,
    columns: [column.index],
    ...proposal,
    role,
    metric,
    personalData: recognisePersonalData(names, [...profile.counts.keys()]),
    missing: suggestMissingTokens(profile.counts),
  };
  if (!mayBeDayNumbers(field.type, column)) return { field, rank };
  const doubted = say('numbers', { ...proposal.note.params, may_be_days: 1 });
  return { field: { ...field, reason: doubted.sentence, note: doubted.note, confidence: 'check' }, rank };
}

/** Spreadsheet programs number days from 1900; 20,000 to 60,000 is 1954 to 2064. */
function mayBeDayNumbers(type: FieldType, column: RecognisedColumn): boolean {
  return type === 'number' && column.min !== null && column.max !== null && column.min >= 20_000 && column.max <= 60_000 && /\bdate\b|time|datum|fecha/i.test(column.header);
}

/** Questions that begin alike would get one key with numbers; the ends of the questions say more. */
function tellApart(drafts: readonly Draft[], columns: readonly ProfiledColumn[]): void {
  const uses = new Map<string, number>();
  for (const { field } of drafts) uses.set(field.key, (uses.get(field.key) ?? 0) + 1);
  for (const { field } of drafts) {
    const column = columns[field.columns[0] ?? 0]?.column;
    if ((uses.get(field.key) ?? 0) > 1 && column !== undefined && column.option === null && column.shortName === null) field.key = toTailKey(column.question, field.key);
  }
}

function keepOneRole(drafts: readonly Draft[], role: FieldRole): void {
  const candidates = drafts.filter(({ field }) => field.role === role).toSorted((a, b) => a.rank - b.rank);
  for (const { field } of candidates.slice(1)) field.role = null;
}
