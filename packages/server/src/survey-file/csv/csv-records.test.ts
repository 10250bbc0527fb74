import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, toLimits } from '../limits.ts';
import type { CsvDialect } from './csv-dialect.ts';
import { CsvRecords } from './csv-records.ts';
import type { CsvRecord } from './csv-records.ts';

const COMMAS: CsvDialect = { delimiter: ',', quote: '"', lineEnd: 'lf', hasSeparatorLine: false };

function read(pieces: readonly string[], dialect = COMMAS, limits = DEFAULT_LIMITS): CsvRecord[] {
  const reader = new CsvRecords(dialect, limits);
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

function cells(text: string, dialect = COMMAS): string[][] {
  return read([text], dialect).map((record) => record.cells);
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '|', '\n', '\r', '𝒳'), maxLength: 8 });

describe('CsvRecords', () => {
  it('reads quotes, doubled quotes and line breaks inside them', () => {
    expect(cells('a,"b ""c""","d\r\ne"\r\n"",f,\n')).toEqual([['a', 'b "c"', 'd\r\ne'], ['', 'f', '']]);
  });

  it('keeps the marks of an answer that only begins with a quotation', () => {
    expect(cells('"Native" graphics,x\n"a" ,"b"\n5" nail,y')).toEqual([['"Native" graphics', 'x'], ['a', 'b'], ['5" nail', 'y']]);
  });

  it('ends records at CR alone only where the dialect says so', () => {
    expect(cells('a,b\rc,d\r', { ...COMMAS, lineEnd: 'cr' })).toEqual([['a', 'b'], ['c', 'd']]);
    expect(cells('a,b\rc\nd,e')).toEqual([['a', 'b\rc'], ['d', 'e']]);
  });

  it('leaves blank lines out, but not an empty cell in quotes', () => {
    expect(cells('a\n\n \n""\r\n\r\nb\n')).toEqual([['a'], [''], ['b']]);
  });

  it('treats quotation marks as text where the dialect has none', () => {
    expect(cells('"a\t"b"\nc\td', { ...COMMAS, delimiter: '\t', quote: null })).toEqual([['"a', '"b"'], ['c', 'd']]);
  });

  it('numbers the lines of the file, also inside quotes', () => {
    const records = read(['a,b\n"1\n2",3\nx,"\n\n"\nlast,row']);
    expect(records.map(({ line, endLine }) => [line, endLine])).toEqual([[1, 1], [2, 3], [4, 6], [7, 7]]);
  });

  it('says when the file ends inside quotes', () => {
    expect(read(['a,b\n1,"x\n2,y\n']).map((record) => record.damage)).toEqual([null, 'unclosed-quote']);
  });

  it('keeps no more of a cell and of a row than the limits', () => {
    const limits = toLimits({ cellCharacters: 10, columns: 3 });
    const [long, wide] = read(['x'.repeat(50), 'y'.repeat(50), `\n${',a'.repeat(100_000)}\n`], COMMAS, limits);
    expect(long).toMatchObject({ cells: ['xxxxxxxxxx'], damage: 'cell-too-long' });
    expect(wide).toMatchObject({ cells: ['', 'a', 'a'], width: 100_001 });
  });

  it('takes forty megabytes of one character in bounded memory', () => {
    // Quadratic work in the size of a piece would make this test run for minutes.
    for (const character of ['z', '"', ',', '\n']) {
      const reader = new CsvRecords(COMMAS, DEFAULT_LIMITS);
      const piece = character.repeat(1024 * 1024);
      let held = reader.push('"').length;
      for (let megabyte = 0; megabyte < 40; megabyte += 1) held += reader.push(piece).length;
      expect(held).toBe(0);
      expect(reader.end()[0]?.cells[0]?.length).toBe(DEFAULT_LIMITS.cellCharacters);
    }
  });

  it('does not depend on where the pieces are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 40 }), fc.constantFrom('lf' as const, 'cr' as const), fc.infiniteStream(fc.integer({ min: 1, max: 5 })), (text, lineEnd, sizes) => {
        const pieces: string[] = [];
        for (let at = 0; at < text.length; ) {
          const size = sizes.next().value ?? 1;
          pieces.push(text.slice(at, at + size));
          at += size;
        }
        const dialect: CsvDialect = { ...COMMAS, lineEnd };
        expect(read(pieces, dialect)).toEqual(read([text], dialect));
      }),
    );
  });

  it('reads well-formed files as an independent parser does', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const), fc.constantFrom('\n', '\r\n'), (rows, delimiter, newline) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
        const dialect: CsvDialect = { ...COMMAS, delimiter, lineEnd: newline === '\n' ? 'lf' : 'crlf' };
        expect(cells(text, dialect)).toEqual(Papa.parse(text, { delimiter, newline }).data);
      }),
    );
  });
});
