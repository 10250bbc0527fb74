import { describe, expect, it } from 'vitest';
import type { ColumnChoice, ImportMapping } from './import.ts';
import { createRowReader, type RowReading } from './row-reader.ts';

const now = new Date('2026-02-01T09:00:00Z');
const DATE: ColumnChoice = { index: 0, use: 'submitted_at', date_order: 'dmy' };

function read(cells: string[], mapping: Partial<ImportMapping> = {}, timeZone = 'UTC'): RowReading {
  const columns: ColumnChoice[] = [DATE, { index: 1, use: 'respondent_key' }, { index: 2, use: 'external_id' }];
  return createRowReader({ form_name: 'x', columns, ...mapping }, { headers: ['When', 'Who', 'Id', 'Age'], timeZone, now })({ rowNumber: 1, line: 2, cells });
}

describe('createRowReader', () => {
  it.each([
    ['31/12/2025 23:30', 'America/New_York', '2026-01-01T04:30:00.000Z'],
    ['31/12/2025', 'Asia/Tokyo', '2025-12-30T15:00:00.000Z'],
    ['2025-12-31T23:30:00Z', 'Asia/Tokyo', '2025-12-31T23:30:00.000Z'],
    ['2025-12-31 23:30:00.25 +0100', 'Asia/Tokyo', '2025-12-31T22:30:00.250Z'],
    ['31/12/2025 11:30 PM', 'UTC', '2025-12-31T23:30:00.000Z'],
    ['2026-02-02T08:59:59Z', 'UTC', '2026-02-02T08:59:59.000Z'],
  ])('reads %s on the clocks of %s', (text, timeZone, instant) => {
    expect(read([text, 'c-1', 'r-1'], {}, timeZone).ready?.submittedAt.toISOString()).toBe(instant);
  });

  it.each([
    ['', 'no_date'], [' ', 'no_date'], ['12/31/2025', 'not_a_date'], ['soon', 'not_a_date'], ['29/02/2025', 'not_a_date'],
    ['31/12/1899', 'date_out_of_range'], ['0000-01-01', 'date_out_of_range'], ['2026-02-02T09:00:01Z', 'date_out_of_range'], ['1/1/9999', 'date_out_of_range'],
  ])('refuses the date "%s" as %s', (text, code) => {
    expect(read([text, 'c-1', 'r-1']).refused).toMatchObject({ rowNumber: 1, field: 'When', code });
  });

  it('takes the date given for rows without one, and only for those', () => {
    const submitted_at = '2026-01-05T00:00:00Z';
    expect(read(['', 'c', 'r'], { submitted_at }).ready?.submittedAt).toEqual(new Date(submitted_at));
    expect(read(['soon', 'c', 'r'], { submitted_at }).refused?.code).toBe('not_a_date');
  });

  it('trims ids, and takes an empty one for none', () => {
    expect(read(['1/1/2026', ' c-1 ', ' ']).ready).toMatchObject({ respondentKey: 'c-1', externalId: null });
    expect(read(['1/1/2026', 'c'.repeat(501), 'r']).refused).toMatchObject({ field: 'Who', code: 'too_long' });
  });

  it('passes on why a row could not be read, with cells that can be kept', () => {
    const reader = createRowReader({ form_name: 'x', columns: [DATE] }, { headers: ['When'], timeZone: 'UTC', now });
    expect(reader({ rowNumber: 7, line: 9, cells: ['a\0b', '\uFDD0', '\uD800'], problem: { code: 'nul-byte', message: 'A cell holds a NUL byte, which is no text.', note: { code: 'nul_byte', params: {} } } })).toEqual({
      refused: { rowNumber: 7, field: null, code: 'nul_byte', reason: 'A cell holds a NUL byte, which is no text.', note: { code: 'nul_byte', params: {} }, cells: ['a\uFFFDb', '\uFFFD', '\uFFFD'] },
    });
  });

  it('cuts a wild cell short in its reason', () => {
    expect(read(['x'.repeat(90_000), 'c', 'r']).refused?.reason.length).toBeLessThan(120);
  });
});
