import { describe, expect, it } from 'vitest';
import { changeField, changeKind, changeSubmittedAt, changeTarget, kindOf, toggleMissing } from './change-mapping.ts';
import type { Field, Mapping } from './recognition.ts';

const field = (key: string): Field => ({
  key, label: '', attribute: null, type: 'text', aliases: [], delimiter: null, missing: [], date_order: null, language: null, role: null, is_personal: false,
});
const mapping: Mapping = {
  form_name: 'Survey',
  columns: [
    { index: 0, use: 'submitted_at', date_order: 'mdy' },
    { index: 1, use: 'field', field: field('tools') },
    { index: 2, use: 'field', field: field('tools') },
    { index: 3, use: 'field', field: field('age') },
  ],
};
const kinds = (changed: Mapping) => changed.columns.map(kindOf);

describe('changing what a column becomes', () => {
  it('changes the type of all columns of one question', () => {
    expect(kinds(changeKind(mapping, 2, 'multi'))).toEqual(['submitted_at', 'multi', 'multi', 'text']);
    expect(changeKind(mapping, 2, 'multi').columns[1]?.field?.delimiter).toBe(',');
  });

  it('leaves out a single column of a question', () => {
    expect(kinds(changeKind(mapping, 1, 'ignore'))).toEqual(['submitted_at', 'ignore', 'text', 'text']);
  });

  it('takes a use that only one column can have from the column that had it', () => {
    const changed = changeKind(mapping, 3, 'submitted_at');
    expect(kinds(changed)).toEqual(['text', 'text', 'text', 'submitted_at']);
    expect(changed.columns[0]?.field?.key).toBe('column_1');
  });

  it('brings a column back with the field it had', () => {
    const back = changeKind(changeKind(mapping, 3, 'ignore'), 3, 'number');
    expect(back.columns[3]).toEqual({ index: 3, use: 'field', field: { ...field('age'), type: 'number' } });
  });
});

describe('changing a field', () => {
  it('goes for all columns that share its key, but a new key for one', () => {
    expect(changeField(mapping, 1, { role: 'metric' }).columns.map((column) => column.field?.role)).toEqual([undefined, 'metric', 'metric', null]);
    expect(changeField(mapping, 1, { key: 'editor' }).columns.map((column) => column.field?.key)).toEqual([undefined, 'editor', 'tools', 'age']);
  });

  it('turns an answer that means "no answer" on and off', () => {
    const on = toggleMissing(mapping, 3, 'NA');
    expect(on.columns[3]?.field?.missing).toEqual(['NA']);
    expect(toggleMissing(on, 3, 'NA')).toEqual(mapping);
  });
});

it('goes into one form or the other, never both', () => {
  expect(changeTarget({ ...mapping, submitted_at: '2026-01-01T00:00:00Z' }, { form_id: 7 })).toEqual({ form_id: 7, columns: mapping.columns, submitted_at: '2026-01-01T00:00:00Z' });
  expect(changeSubmittedAt({ ...mapping, submitted_at: '2026-01-01T00:00:00Z' }, null)).toEqual(mapping);
});
