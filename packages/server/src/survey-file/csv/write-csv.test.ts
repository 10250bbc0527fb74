import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits.ts';
import { CsvRecords } from './csv-records.ts';
import { toCsvLine } from './write-csv.ts';

describe('toCsvLine', () => {
  it('quotes by RFC 4180', () => {
    expect(toCsvLine(['a', 'b "c"', 'd,e', 'f\ng', ' h', null, undefined, 5, true])).toBe('a,"b ""c""","d,e","f\ng"," h",,,5,true\r\n');
    expect(toCsvLine([''])).toBe('""\r\n');
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', "=HYPERLINK(\"x\")"])('disarms %j', (value) => {
    const line = toCsvLine([value]);
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it.each(['-5', '+3.25', '-1e5', '0', '-.5'])('leaves the number %s', (value) => {
    expect(toCsvLine([value])).toBe(`${value}\r\n`);
  });

  it('is read again as the same cells, apart from the apostrophe', () => {
    const value = fc.string({ unit: fc.constantFrom('a', '=', '-', '"', ',', '\n', '\r', ' ', '\t', 'é'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
        const reader = new CsvRecords({ delimiter: ',', quote: '"', lineEnd: 'crlf', hasSeparatorLine: false }, DEFAULT_LIMITS);
        const [record] = [...reader.push(toCsvLine(values)), ...reader.end()];
        const read = record?.cells.map((cell, index) => (cell === `'${values[index]}` ? values[index] : cell));
        expect(read).toEqual(values);
      }),
    );
  });
});
