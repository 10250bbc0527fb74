import { buffer, text } from 'node:stream/consumers';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { toCsvChunks } from './csv-chunks.ts';
import type { ExportCell, ExportColumn, ExportTable } from './export-table.ts';
import { createTurns } from './turns.ts';
import { LONGEST_TEXT, toWorkbookCell } from './workbook-cells.ts';
import { writeWorkbook } from './write-workbook.ts';

const COLUMNS: ExportColumn[] = [
  { name: 'text', kind: 'value' }, { name: 'number', kind: 'number' }, { name: 'score', kind: 'score' }, { name: 'at', kind: 'moment' }, { name: 'day', kind: 'day' },
];

function tableOf(columns: readonly ExportColumn[], batches: readonly (readonly ExportCell[][])[]): ExportTable {
  return {
    columns,
    batches: (async function* () {
      yield* batches;
    })(),
  };
}

async function readBack(table: ExportTable): Promise<unknown[][]> {
  const bytes = await writeWorkbook(table, { sheetName: 'Likeness' });
  const [sheet] = await readXlsxFile(Buffer.from(bytes));
  return sheet?.data ?? [];
}

describe('a table as a workbook', () => {
  it('has numbers as numbers, moments and days as dates, and everything else as text', async () => {
    const rows = await readBack(tableOf(COLUMNS, [[['=1+1', '1,200', 66.6, '2026-01-30T10:12:00.000Z', '2026-01-30']], [['-5', 'about 30', null, '', null], [true, 7, 100, '1850-01-01T00:00:00.000Z', 'never']]]));
    expect(rows).toEqual([
      ['text', 'number', 'score', 'at', 'day'],
      ['=1+1', 1200, 66.6, new Date('2026-01-30T10:12:00Z'), new Date('2026-01-30T00:00:00Z')],
      ['-5', 'about 30', null, null, null],
      [true, 7, 100, '1850-01-01T00:00:00.000Z', 'never'],
    ]);
  });

  it('runs no text, and opens with texts that its format cannot hold', async () => {
    const hostile = ['=cmd|\' /C calc\'!A0', '+x', '@SUM(A1)', '\u0000\u0001\u001Fx', '\uD800 half', '\uFFFE', '</t><f>1</f>', ']]>&amp;', '😀'];
    const rows = await readBack(tableOf([{ name: '<head>', kind: 'value' }], [hostile.map((cell) => [cell])]));
    expect(rows.flat()).toEqual(['<head>', '=cmd|\' /C calc\'!A0', '+x', '@SUM(A1)', 'x', 'half', null, '</t><f>1</f>', ']]>&amp;', '😀']);
    expect(toWorkbookCell('x'.repeat(LONGEST_TEXT + 1), 'value')).toEqual({ value: `${'x'.repeat(LONGEST_TEXT - 1)}…`, type: String });
  });

  it('is refused in words when it has too many cells, and for whoever has gone', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [index, index]);
    const columns: ExportColumn[] = [{ name: 'a', kind: 'number' }, { name: 'b', kind: 'number' }];
    await expect(writeWorkbook(tableOf(columns, [rows, rows]), { sheetName: 'x', mostCells: 100 })).rejects.toMatchObject({ code: 'too_large', detail: expect.stringContaining('50 rows of these 2 columns') });
    await expect(writeWorkbook(tableOf(Array.from({ length: 16_385 }, () => ({ name: 'x', kind: 'value' as const })), []), { sheetName: 'x' })).rejects.toMatchObject({ code: 'too_large', detail: expect.stringContaining('16384 columns') });
    await expect(writeWorkbook(tableOf(columns, [rows]), { sheetName: 'x', signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
  });
});

describe('a table as CSV', () => {
  it('writes scores with two decimals, and makes formulas harmless', async () => {
    const csv = await text(toCsvChunks(tableOf(COLUMNS, [[['=1+1', 7, 66.6, '2026-01-30T10:12:00.000Z', '2026-01-30'], [null, null, null, null, null]]])));
    expect(csv).toBe("text,number,score,at,day\r\n'=1+1,7,66.60,2026-01-30T10:12:00.000Z,2026-01-30\r\n,,,,\r\n");
    expect((await buffer(toCsvChunks(tableOf([], [])))).length).toBe(2);
  });
});

it('lets so many work at once, in the order in which they came', async () => {
  const inTurn = createTurns(2);
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await Promise.allSettled([0, 1, 2, 3, 4].map((index) => inTurn(async () => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    done.push(index);
    if (index === 1) throw new Error('one that fails leaves its place');
  })));
  expect([most, done]).toEqual([2, [0, 1, 2, 3, 4]]);
});
