import { expect, it } from 'vitest';
import type { Mapping } from './recognition.ts';
import { recognition } from './recognition.testing.ts';
import { problemsOfAll, toColumnsView } from './to-columns-view.ts';

const field = (key: string, missing: string[] = []) => ({
  key, label: '', attribute: null, type: 'text' as const, aliases: [], delimiter: null, missing, date_order: null, language: null, role: null, is_personal: false,
});
const mapping: Mapping = {
  form_name: 'x',
  columns: [
    { index: 0, use: 'submitted_at' }, { index: 1, use: 'field', field: field('email') }, { index: 2, use: 'field', field: field('age', ['NA']) },
    { index: 3, use: 'ignore', field: field('column_4') },
  ],
};

it('asks to look at what is not sure and at personal data, not at what is left out', () => {
  const view = toColumnsView(recognition, mapping);
  expect(view.columns.map(({ isToCheck }) => isToCheck)).toEqual([false, true, true, false]);
  expect(view).toMatchObject({ used: 3, empty: 1, toCheck: 2, hasDate: true, hasRespondent: false });
  expect(view.columns[1]?.answeredPercent).toBe(50);
});

it('tells which suggested answers count as missing', () => {
  expect(toColumnsView(recognition, mapping).missing).toEqual([{ index: 2, token: 'NA', fieldKey: 'age', count: 4, isOn: true }]);
});

it('puts what the check did not accept beside its column, and the rest apart', () => {
  const problems = [{ path: 'columns[0].use', message: 'twice' }, { path: 'form_name', message: 'name it' }];
  const view = toColumnsView(recognition, mapping, problems);
  expect(view.columns[0]).toMatchObject({ isToCheck: true, problems: ['twice'] });
  expect(view.columns[2]?.problems).toEqual([]);
  expect(problemsOfAll(problems)).toEqual(['name it']);
});
