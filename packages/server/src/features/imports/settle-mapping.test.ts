import { describe, expect, it } from 'vitest';
import type { ColumnChoice, ImportField, ImportMapping } from './import.ts';
import { fieldsOf, settleMapping } from './settle-mapping.ts';

const field = (key: string, more: Partial<ImportField> = {}): ImportField => ({
  key, label: '', attribute: null, type: 'text', aliases: [], delimiter: null, missing: [], date_order: null, language: null, role: null, is_personal: false, ...more,
});
const asField = (index: number, key: string, more: Partial<ImportField> = {}): ColumnChoice => ({ index, use: 'field', field: field(key, more) });
const proposed: ImportMapping = { form_name: 'x', columns: [{ index: 0, use: 'submitted_at', date_order: 'mdy' }, asField(1, 'age', { type: 'number' }), { index: 2, use: 'ignore' }] };
const settle = (columns: ColumnChoice[], known: ImportField[] = []): ImportMapping => settleMapping({ form_name: 'x', columns }, proposed, known);

describe('settleMapping', () => {
  it('fills in what was proposed for columns that were not mentioned', () => {
    expect(settle([asField(2, 'notes')]).columns).toEqual([proposed.columns[0], proposed.columns[1], asField(2, 'notes')]);
  });

  it('keeps a column as a field when its proposed use was given to another', () => {
    const { columns } = settle([{ index: 2, use: 'submitted_at' }]);
    expect(columns[0]).toEqual(asField(0, 'submitted_at_1'));
  });

  it('makes one multi-value field of columns that share a key, as the first of them says', () => {
    const settled = settle([asField(1, 'Owns', { label: 'What do you own?' }), asField(2, 'owns ')]);
    expect(fieldsOf(settled)).toEqual([field('Owns', { label: 'What do you own?', type: 'multi' })]);
  });

  it('reads a field that the form has as the form says', () => {
    const known = [field('AGE', { type: 'choice', missing: ['99'] })];
    expect(settle([], known).columns[1]?.field).toBe(known[0]);
  });

  it.each<[string, Partial<ImportMapping>, string]>([
    ['both a form and a name', { form_id: 1, form_name: 'x', columns: [] }, 'form_name'],
    ['neither form nor name', { columns: [] }, 'form_name'],
    ['a column the file does not have', { form_name: 'x', columns: [{ index: 3, use: 'ignore' }] }, 'columns[0].index'],
    ['a field that is not described', { form_name: 'x', columns: [{ index: 1, use: 'field' }] }, 'columns[0].field'],
    ['a key that objects treat specially', { form_name: 'x', columns: [asField(1, '__proto__')] }, 'columns[0].field.key'],
    ['an alias that means another field', { form_name: 'x', columns: [asField(2, 'notes', { aliases: ['Age'] })] }, 'columns[2].field.aliases[0]'],
  ])('refuses %s', (_, given, path) => {
    const full: ImportMapping = { columns: [], ...given };
    expect(() => settleMapping(full, proposed, [])).toThrow(expect.objectContaining({ code: 'invalid_input', problems: [expect.objectContaining({ path })] }));
  });
});
