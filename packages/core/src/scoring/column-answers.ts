import { type AnswerPart, toAnswerParts } from '../answers/answer-parts.ts';
import type { Field, FieldType } from '../answers/dictionary.ts';
import { readDate } from '../answers/read-date.ts';
import { readNumber } from '../answers/read-number.ts';
import { toValue } from '../answers/to-value.ts';
import type { AnswerList } from '../frame/answer-list.ts';
import type { Column } from '../frame/column.ts';
import type { CancelCheck } from './count-scores.ts';

/** Respondents in two groups. */
export type GroupCounts = { people: number; others: number };

/** One value that respondents gave: how rules compare it, how most of them wrote it (of equals the first by text), and how many gave it. */
export type ValueCount = GroupCounts & { value: string; label: string };

/** One number, or moment in milliseconds, and how many gave it. */
export type NumberCount = GroupCounts & { number: number };

/**
 * What respondents answer to one attribute.
 *
 * `type` is never null: where no form declares one (or only "text", which is the default), it is told from the answers.
 * `numbers` (ascending) is there for the types number and date, `values` for the others; an answer with several numbers
 * counts by its first. answered + unreadable + missing are all respondents, in each group.
 */
export type ColumnAnswers = {
  type: FieldType;
  answered: GroupCounts;
  missing: GroupCounts;
  unreadable: GroupCounts;
  values: ValueCount[];
  numbers: NumberCount[];
};

/** More different answers than this are no choice, but text. */
export const MOST_CHOICES = 200;
/** From this share of readable answers on, an undeclared attribute is taken for numbers or dates. */
const TYPE_FROM_SHARE = 0.95;
const CODES_AT_ONCE = 4096;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

type ReadAnswer = GroupCounts & { field: Field; parts: AnswerPart[] };

/**
 * Reads what respondents answer, from the counts of a column's codes (`countAnswerCodes`).
 *
 * Values of several codes that rules take for one (spellings, synonyms) are one; a respondent counts once for each
 * different value. Values come most frequent first, then by text.
 *
 * @returns null when `isCancelled` ended it
 *
 * Cost: each distinct answer that somebody gave is read once.
 */
export function readColumnAnswers(
  column: Column,
  counts: { people: Uint32Array; others: Uint32Array },
  isCancelled: CancelCheck,
): ColumnAnswers | null {
  const missing = { people: counts.people[0] ?? 0, others: counts.others[0] ?? 0 };
  const answers: ReadAnswer[] = [];
  for (let code = 1; code < column.answers.count; code += 1) {
    if (code % CODES_AT_ONCE === 0 && isCancelled()) return null;
    const group = { people: counts.people[code] ?? 0, others: counts.others[code] ?? 0 };
    if (group.people + group.others === 0) continue;
    const read = readAnswer(column.answers, code);
    if (read.parts === null) addCounts(missing, group);
    else answers.push({ ...group, field: read.field, parts: read.parts });
  }
  const type = toType(answers);
  const read = type === 'number' ? toNumber : type === 'date' ? toMoment : null;
  if (read === null) {
    const answered = sumOf(answers);
    return { type, answered, missing, unreadable: { people: 0, others: 0 }, values: toValues(answers), numbers: [] };
  }
  const readable = answers.filter((answer) => read(answer) !== null);
  const unreadable = sumOf(answers.filter((answer) => read(answer) === null));
  return { type, answered: sumOf(readable), missing, unreadable, values: [], numbers: toNumbers(readable, read) };
}

/** What one code of a column says: the first of its cells that is not missing, as `findAnswer` chooses. */
function readAnswer(answers: AnswerList, code: number): { field: Field; parts: AnswerPart[] | null } {
  const field = answers.variants[answers.variantOf(code)];
  if (field === undefined) throw new Error(`Code ${code} belongs to no field.`);
  for (const cell of answers.splitCells(code)) {
    const parts = toAnswerParts(field, JSON.parse(decoder.decode(cell)) as unknown);
    if (parts !== null) return { field, parts };
  }
  return { field, parts: null };
}

function addCounts(sum: GroupCounts, { people, others }: GroupCounts): void {
  sum.people += people;
  sum.others += others;
}

function sumOf(answers: readonly GroupCounts[]): GroupCounts {
  const sum = { people: 0, others: 0 };
  for (const answer of answers) addCounts(sum, answer);
  return sum;
}

function toNumber({ parts }: ReadAnswer): number | null {
  for (const { given, text } of parts) {
    const number = typeof given === 'boolean' ? null : readNumber(typeof given === 'string' ? text : given);
    if (number !== null) return number;
  }
  return null;
}

function toMoment({ parts, field }: ReadAnswer): number | null {
  for (const { given, text } of parts) {
    const moment = typeof given === 'string' ? readDate(text, field.dateOrder) : null;
    if (moment !== null) return moment.milliseconds;
  }
  return null;
}

/** What a form declares, the type of most respondents first; else what the answers look like. */
function toType(answers: readonly ReadAnswer[]): FieldType {
  const declared = new Map<FieldType, number>();
  let total = 0;
  for (const { field, people, others } of answers) {
    total += people + others;
    if (field.type !== null && field.type !== 'text') declared.set(field.type, (declared.get(field.type) ?? 0) + people + others);
  }
  const [mostDeclared] = [...declared].toSorted(([, a], [, b]) => b - a);
  if (mostDeclared) return mostDeclared[0];
  const share = (isOne: (answer: ReadAnswer) => boolean): boolean => {
    const { people, others } = sumOf(answers.filter(isOne));
    return total > 0 && people + others >= TYPE_FROM_SHARE * total;
  };
  if (share(({ parts }) => parts.length > 0 && parts.every(({ given }) => typeof given === 'boolean'))) return 'boolean';
  if (share((answer) => answer.parts.length === 1 && toNumber(answer) !== null)) return 'number';
  if (share((answer) => answer.parts.length === 1 && toMoment(answer) !== null)) return 'date';
  if (answers.some(({ parts }) => parts.length > 1)) return 'multi';
  return answers.length <= MOST_CHOICES || toValues(answers).length <= MOST_CHOICES ? 'choice' : 'text';
}

function toValues(answers: readonly ReadAnswer[]): ValueCount[] {
  const found = new Map<string, ValueCount & { mostWritten: number }>();
  for (const { field, parts, people, others } of answers) {
    const values = new Map(parts.map(({ given, text }) => [toValue(field, text), String(given)]));
    for (const [value, written] of values) {
      const known = found.get(value) ?? { value, label: written, people: 0, others: 0, mostWritten: 0 };
      addCounts(known, { people, others });
      const isUsual = people + others > known.mostWritten || (people + others === known.mostWritten && written < known.label);
      if (isUsual) Object.assign(known, { label: written, mostWritten: people + others });
      found.set(value, known);
    }
  }
  return [...found.values()]
    .map(({ mostWritten: _mostWritten, ...value }) => value)
    .toSorted((a, b) => b.people + b.others - a.people - a.others || (a.value < b.value ? -1 : 1));
}

function toNumbers(answers: readonly ReadAnswer[], read: (answer: ReadAnswer) => number | null): NumberCount[] {
  const found = new Map<number, NumberCount>();
  for (const answer of answers) {
    const number = read(answer) ?? 0;
    const known = found.get(number) ?? { number, people: 0, others: 0 };
    addCounts(known, answer);
    found.set(number, known);
  }
  return [...found.values()].toSorted((a, b) => a.number - b.number);
}
