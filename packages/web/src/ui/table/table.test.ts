import { describe, expect, it } from 'vitest';
import type { Column } from './column.ts';
import { sortRows } from './sort-rows.ts';
import { toCsv } from './to-csv.ts';

type Row = { name: string; share: number | null };
const columns: Column<Row>[] = [
  { key: 'name', header: 'Name', cell: (row) => row.name, value: (row) => row.name },
  { key: 'share', header: 'Share, %', cell: (row) => row.share, value: (row) => row.share },
  { key: 'open', header: 'Open', cell: () => '›' },
];
const rows: Row[] = [{ name: 'b10', share: 2 }, { name: 'b9', share: null }, { name: 'a', share: 11 }];
const names = (key: string, direction: 'ascending' | 'descending') => sortRows(rows, columns, { key, direction }).map(({ name }) => name);

describe('sortRows', () => {
  it('sorts text with its numbers, numbers by value, and nothing last', () => {
    expect(names('name', 'ascending')).toEqual(['a', 'b9', 'b10']);
    expect(names('share', 'ascending')).toEqual(['b10', 'a', 'b9']);
    expect(names('share', 'descending')).toEqual(['a', 'b10', 'b9']);
  });

  it('keeps the order without a column that can sort', () => {
    expect(names('open', 'ascending')).toEqual(['b10', 'b9', 'a']);
  });
});

describe('toCsv', () => {
  it('quotes what needs it, leaves cells without a value empty, and disarms formulas', () => {
    const csv = toCsv(columns, [{ name: 'Says "yes", twice', share: null }, { name: '=HYPERLINK()', share: 59.99 }]);
    expect(csv).toBe('\uFEFFName,"Share, %"\r\n"Says ""yes"", twice",\r\n\'=HYPERLINK(),59.99\r\n');
  });
});
