import { foldText } from '@likeness/core';
import type { DateOrder, FieldType } from '@likeness/core';
import type { Confidence } from '../encoding/detect-encoding.ts';
import type { ColumnProfile } from './column-profile.ts';
import { say, type Note, type Said } from '../say.ts';
import { detectMulti } from './detect-multi.ts';
import { isMissingWord } from './missing-tokens.ts';
import type { ValueFacts } from './value-facts.ts';

/** What kind of field a column is, how far that can be trusted, and why in plain words. */
export type TypeProposal = {
  type: FieldType;
  confidence: Confidence;
  reason: string;
  note: Note;
  /** Of a multi-select kept in one cell; null otherwise. */
  delimiter: string | null;
  /** Of a date; null otherwise, and null for ISO dates. */
  dateOrder: DateOrder | null;
};

const YES_AND_NO = new Set(['yes', 'no', 'y', 'n', 'true', 'false']);

/**
 * What type is this column? Tries date, number, yes or no, multi-select and choice, in this order,
 * and falls back to text. Words such as "N/A" do not count against numbers and dates.
 * A column without answers is text to be checked. `facts` are the profile's own.
 */
export function proposeType(profile: ColumnProfile, facts: ValueFacts): TypeProposal {
  if (profile.answered === 0) return plain('text', 'check', say('no_answers'));
  return proposeDate(facts) ?? proposeNumber(facts, profile.answered) ?? proposeBoolean(profile) ?? proposeMulti(profile) ?? proposeChoice(profile);
}

function proposeDate(facts: ValueFacts): TypeProposal | null {
  const orders = (['mdy', 'dmy', 'ymd'] as const).filter((order) => facts.answers > 0 && facts.dates[order] >= facts.answers * 0.95);
  const best = orders.toSorted((a, b) => facts.dates[b] - facts.dates[a])[0];
  if (best === undefined) return null;
  if (facts.dates.mdy === facts.dates.dmy && facts.dates.dmy === facts.dates.ymd) return plain('date', 'sure', say('iso_dates'));
  const proof = facts.proof[best];
  if (proof !== null) return { ...plain('date', 'sure', say('dates_proved', { order: best, proof })), dateOrder: best };
  return { ...plain('date', 'check', say('dates_assumed', { order: best })), dateOrder: best };
}

function proposeNumber(facts: ValueFacts, answered: number): TypeProposal | null {
  if (facts.numbers === 0 || facts.numbers < facts.answers * 0.9) return null;
  const range = { is_whole: facts.wholeNumbers === facts.numbers ? 1 : 0, min: facts.min ?? 0, max: facts.max ?? 0 };
  const missing = answered - facts.answers;
  if (facts.numbers === facts.answers) return plain('number', 'sure', say('numbers', { ...range, missing }));
  const others = facts.answers - facts.numbers;
  return plain('number', facts.numbers >= facts.answers * 0.98 ? 'likely' : 'check', say('numbers', { ...range, others, example: `"${(facts.notNumber ?? '').slice(0, 40).toWellFormed()}"` }));
}

function proposeBoolean(profile: ColumnProfile): TypeProposal | null {
  const values = new Set([...profile.counts.keys()].map(foldText).filter((value) => !isMissingWord(value)));
  if (profile.uncountedAnswers > 0 || values.size === 0 || [...values].some((value) => !YES_AND_NO.has(value))) return null;
  return plain('boolean', values.size > 1 ? 'sure' : 'likely', say('only_values', { values: [...values].map((value) => `"${value}"`).join(' and ') }));
}

function proposeMulti(profile: ColumnProfile): TypeProposal | null {
  const reading = detectMulti(profile.counts);
  if (reading === null) return null;
  const split = reading.delimiter.trim() === '' ? 'line' : reading.delimiter.includes(',') ? 'comma' : reading.delimiter.includes(';') ? 'semicolon' : 'bar';
  const said = say('several_values', { split, spares_parentheses: reading.sparesParentheses ? 1 : 0, percent: Math.round(reading.shareRatio * 100), options: reading.options.length });
  return { ...plain('multi', reading.shareRatio >= 0.2 ? 'likely' : 'check', said), delimiter: reading.delimiter };
}

/** Few values that come back make a choice; many that are mostly the same few make one with an open "other". */
function proposeChoice(profile: ColumnProfile): TypeProposal {
  const values = profile.counts.size;
  const counted = profile.answered - profile.uncountedAnswers;
  const hasMore = profile.uncountedAnswers > 0;
  const top = [...profile.counts.values()].toSorted((a, b) => b - a).slice(0, 20).reduce((sum, count) => sum + count, 0);
  const longest = [...profile.counts.keys()].reduce((max, value) => Math.max(max, value.length), 0);
  const said = { values, has_more: hasMore ? 1 : 0 };
  if (!hasMore && values <= 20 && profile.answered >= values * 3 && longest <= 200) return plain('choice', 'sure', say('values', said));
  if (!hasMore && values <= Math.max(12, counted * 0.2) && top >= profile.answered * 0.6 && profile.answered >= values * 1.5 && longest <= 300) {
    return plain('choice', top >= profile.answered * 0.8 ? 'likely' : 'check', say('values_with_common', { ...said, percent: Math.round((100 * top) / profile.answered) }));
  }
  return plain('text', values === profile.answered && profile.answered > 20 ? 'sure' : 'likely', say('values_in_answers', { ...said, answers: profile.answered }));
}

function plain(type: FieldType, confidence: Confidence, { note, sentence }: Said): TypeProposal {
  return { type, confidence, reason: sentence, note, delimiter: null, dateOrder: null };
}
