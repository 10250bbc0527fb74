import { describe, expect, it } from 'vitest';
import { compileDictionary, type FieldDefinition } from '../answers/dictionary.ts';
import { appendResponses } from '../frame/append-responses.ts';
import { createFrame } from '../frame/create-frame.ts';
import { type ColumnAnswers, readColumnAnswers } from './column-answers.ts';
import { countAnswerCodes, countGroups, NOBODY, OTHERS, PEOPLE } from './group-rows.ts';

const never = (): boolean => false;

/** What is read when these answers are given, each by one of the people, and the first again by one of the others. */
function readAnswers(answers: unknown[], field: Partial<FieldDefinition> = {}): ColumnAnswers {
  const frame = createFrame(['a']);
  const given = [...answers, answers[0], answers[1]];
  appendResponses(frame, compileDictionary([{ name: 'a', ...field }]), given.map((a, index) => ({
    id: index + 1, respondent: null, day: '2026-01-01', submittedAtMs: 0, responseData: a === undefined ? {} : { a },
  })));
  const groups = Uint8Array.from(given, (_, row) => (row < answers.length ? PEOPLE : row === answers.length ? OTHERS : NOBODY));
  const read = readColumnAnswers(frame.getColumn('a'), countAnswerCodes(frame.getColumn('a'), groups), never);
  if (read === null) throw new Error('nobody cancelled it');
  return read;
}

describe('readColumnAnswers', () => {
  it('reads choices as rules compare them, most frequent spelling first', () => {
    const read = readAnswers(['London', 'london ', 'London', 'Leeds', '', null, undefined]);
    expect(read).toMatchObject({ type: 'choice', answered: { people: 4, others: 1 }, missing: { people: 3, others: 0 } });
    expect(read.values).toEqual([{ value: 'london', label: 'London', people: 3, others: 1 }, { value: 'leeds', label: 'Leeds', people: 1, others: 0 }]);
  });

  it('counts a person once for each of several values', () => {
    const read = readAnswers(['a; b; A', 'b', 'c'], { type: 'multi', delimiter: ';', synonyms: { c: 'b' } });
    expect(read).toMatchObject({ type: 'multi', answered: { people: 3, others: 1 } });
    expect(read.values).toEqual([{ value: 'b', label: 'b', people: 3, others: 1 }, { value: 'a', label: 'A', people: 1, others: 1 }]);
  });

  it('tells numbers and dates from text, and sets aside what cannot be read', () => {
    const numbers = ['1,200', 3, ' 3 ', ...Array.from({ length: 40 }, () => 7), 'many'];
    expect(readAnswers(numbers)).toMatchObject({ type: 'number', unreadable: { people: 1, others: 0 }, numbers: [{ number: 3, people: 2 }, { number: 7, people: 40 }, { number: 1200, people: 1, others: 1 }] });
    expect(readAnswers(['2026-01-31', '2026-01-30', 'never'], { type: 'date' })).toMatchObject({
      type: 'date', answered: { people: 2, others: 1 }, unreadable: { people: 1 }, numbers: [{ number: Date.parse('2026-01-30') }, { number: Date.parse('2026-01-31') }],
    });
  });

  it('declares what no form does, and believes what one does', () => {
    expect(readAnswers([true, false]).type).toBe('boolean');
    expect(readAnswers(['31/12/2025', '30/12/2025'], { dateOrder: 'dmy' }).type).toBe('date');
    expect(readAnswers([['x', 'y'], ['x']]).type).toBe('multi');
    expect(readAnswers(Array.from({ length: 201 }, (_, index) => `word ${index}`)).type).toBe('text');
    expect(readAnswers(['1', '2'], { type: 'choice' }).type).toBe('choice');
    expect(readAnswers([]).type).toBe('choice');
  });

  it('takes the first key that is answered, as rules do', () => {
    const frame = createFrame(['a']);
    const dictionary = compileDictionary([{ name: 'a', aliases: ['b'], missing: ['n/a'] }]);
    appendResponses(frame, dictionary, [{ id: 1, respondent: null, day: '2026-01-01', submittedAtMs: 0, responseData: { a: 'n/a', b: 'yes' } }]);
    const counts = countAnswerCodes(frame.getColumn('a'), Uint8Array.of(PEOPLE));
    expect(readColumnAnswers(frame.getColumn('a'), counts, never)?.values).toMatchObject([{ value: 'yes', people: 1 }]);
  });

  it('counts groups', () => expect(countGroups(Uint8Array.of(PEOPLE, NOBODY, OTHERS, PEOPLE))).toEqual({ people: 2, others: 1 }));
});
