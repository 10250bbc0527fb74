import { compileDictionary, resolveField } from '@likeness/core';
import { describe, expect, it } from 'vitest';
import { describeField, planCells, toCellQuery } from './response-cells.ts';
import { toErasedIds } from './to-erased-ids.ts';

const dictionary = compileDictionary([{ name: 'age', aliases: ['years'] }, { name: 'plan' }]);

describe('planCells', () => {
  it('copies each key once, and offers the cells of a form in the order in which answers are looked for', () => {
    const formKeys = new Map([[7, ['years', 'Plan', 'city', 'age', 'AGE']], [8, ['plan']], [9, ['YEARS', 'plan']]]);
    const { keys, byForm } = planCells([{ attribute: 'age', position: 2 }, { attribute: 'plan', position: 0 }], formKeys, () => dictionary);
    const named = [...byForm].map(([form, offered]) => [form, offered.map(({ position, cells }) => [position, cells.map((cell) => keys[cell])])]);
    expect(named).toEqual([
      [7, [[2, ['AGE', 'age', 'years']], [0, ['Plan']]]],
      [8, [[0, ['plan']]]],
      [9, [[2, ['YEARS']], [0, ['plan']]]],
    ]);
    expect(keys).toHaveLength(new Set(keys).size);
  });

  it('has nothing to copy where nothing is asked for, or nobody answered', () => {
    expect(planCells([], new Map([[7, ['age']]]), () => dictionary).keys).toEqual([]);
    expect(planCells([{ attribute: 'age', position: 0 }], new Map(), () => dictionary)).toEqual({ keys: [], byForm: new Map() });
  });
});

it('toCellQuery keeps whatever a key holds inside of its quotes', () => {
  const query = toCellQuery([`it's "x" \\ ;--`], { tenantId: 3, ids: { from: 4, to: 9 } });
  expect(query).toContain(`response_data ->  E'it''s "x" \\\\ ;--' FROM form_responses WHERE tenant_id = 3 AND id BETWEEN 4 AND 9`);
});

it('describeField tells apart what is read apart, and nothing else', () => {
  const describe = (field: Parameters<typeof compileDictionary>[0][number]): string => describeField(resolveField(compileDictionary([field]), 'age'));
  const plain = describe({ name: 'age', missing: ['x', 'y'], synonyms: { a: 'b', c: 'd' } });
  expect(describe({ name: ' AGE', missing: ['Y', 'x'], synonyms: { c: 'd', A: 'b' } })).toBe(plain);
  for (const other of [{ aliases: ['z'] }, { type: 'number' as const }, { missing: ['x'] }, { synonyms: {} }, { delimiter: ';' }, { dateOrder: 'dmy' as const }, { language: 'de' }]) {
    expect(describe({ name: 'age', missing: ['x', 'y'], synonyms: { a: 'b', c: 'd' }, ...other })).not.toBe(plain);
  }
});

it.each([['{[1,4),[7,8)}', [1, 2, 3, 7]], ['{}', []], ['{[9007199254740990,9007199254740991)}', [9007199254740990]]])('toErasedIds reads %s', (text, ids) => {
  expect([...toErasedIds(text)]).toEqual(ids);
});
