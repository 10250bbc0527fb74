import { describe, expect, it } from 'vitest';
import type { FormFieldRow } from '../dictionary/to-field-definitions.ts';
import { toAnswerColumns, toCell } from './response-columns.ts';

function field(key: string, more: Partial<FormFieldRow> = {}): FormFieldRow {
  return {
    key, label: '', attribute: null, type: 'text', aliases: [], delimiter: null, missing: [], date_order: null,
    language: null, role: null, is_personal: false, ...more,
  };
}

describe('toAnswerColumns', () => {
  const fields = [field('zip'), field('email', { label: 'Your e-mail', is_personal: true, aliases: ['mail'] }), field('age', { delimiter: ';' })];
  const keys = (answered: string[], includePersonal = false) => toAnswerColumns(fields, answered, includePersonal).map(({ key }) => key);

  it('keeps the form’s order, then the keys that no field knows', () => {
    expect(keys(['shoe', 'Age', 'age', 'Other'])).toEqual(['zip', 'age', 'Age', 'shoe', 'Other']);
    expect(keys([])).toEqual(['zip', 'age']);
  });

  it('leaves personal fields out under all their names, unless asked', () => {
    const answered = ['EMAIL', 'Mail', 'Your e-mail', 'mailbox'];
    expect(keys(answered)).toEqual(['zip', 'age', 'mailbox']);
    expect(keys(answered, true)).toEqual(['zip', 'email', 'EMAIL', 'Mail', 'Your e-mail', 'age', 'mailbox']);
  });

  it('copes with keys that every object seems to have', () => {
    expect(keys(['constructor', 'toString'])).toEqual(['zip', 'age', 'constructor', 'toString']);
  });
});

describe('toCell', () => {
  it.each([
    [null, null], [undefined, null], ['a', 'a'], [0, 0], [false, false], [[], ''], [['a', 2, true], 'a; 2; true'],
    [['a; b', 'c'], '["a; b","c"]'], [['a', null], '["a",null]'], [{ a: 1 }, '{"a":1}'], [[['a']], '[["a"]]'],
  ])('writes %j as %j', (answer, cell) => {
    expect(toCell(answer, '; ')).toBe(cell);
  });
});
