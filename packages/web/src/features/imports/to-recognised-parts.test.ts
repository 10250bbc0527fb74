import { describe, expect, it } from 'vitest';
import { recognition } from './recognition.testing.ts';
import { toRecognisedParts, toTold } from './to-recognised-parts.ts';

describe('what was recognised', () => {
  it('of a text: header rows, encoding and delimiter, each with how sure and why', () => {
    const parts = toRecognisedParts({ ...recognition, told: { delimiter: ',' } });
    expect(parts.map(({ name, value, isTold, confidence }) => [name, value, isTold, confidence])).toEqual([
      ['header_rows', '1', false, 'likely'], ['encoding', 'utf-8', false, 'sure'], ['delimiter', ',', true, 'sure'],
    ]);
  });

  it('of a workbook: header rows and, where there are several, the sheet', () => {
    const workbook = { ...recognition, format: 'xlsx' as const, encoding: null, delimiter: null, sheet: 'A' };
    expect(toRecognisedParts(workbook).map(({ name }) => name)).toEqual(['header_rows']);
    expect(toRecognisedParts({ ...workbook, other_sheets: ['B'] }).at(-1)).toMatchObject({ name: 'sheet', value: 'A', choices: ['A', 'B'] });
  });

  it('keeps a number of header rows that is no usual one among the choices', () => {
    expect(toRecognisedParts({ ...recognition, header_rows: 9 })[0]?.choices).toContain('9');
  });
});

describe('what is said', () => {
  it('adds to what was said before, but for another sheet', () => {
    expect(toTold({ encoding: 'macintosh' }, 'header_rows', '0')).toEqual({ encoding: 'macintosh', header_rows: 0 });
    expect(toTold({}, 'delimiter', '\t')).toEqual({ delimiter: '\t' });
    expect(toTold({ header_rows: 3 }, 'encoding', 'utf-8')).toEqual({ header_rows: 3, encoding: 'utf-8' });
    expect(toTold({ header_rows: 3, sheet: 'A' }, 'sheet', 'B')).toEqual({ sheet: 'B' });
  });
});
