import { describe, expect, it } from 'vitest';
import { readHeaderAs } from './read-header-as.ts';

const names = (rows: readonly (readonly string[])[], count: number): string[] => readHeaderAs(rows, count).columns.map(({ header }) => header);

describe('readHeaderAs', () => {
  const rows = [['Export of May', ''], ['Age', 'City'], ['in years', 'where you live'], ['5', 'Rome']];

  it('calls columns by all that stands above them, and leaves titles out', () => {
    expect(names(rows, 1)).toEqual(['Export of May', 'Column 2']);
    expect(names(rows, 2)).toEqual(['Age', 'City']);
    expect(names(rows, 3)).toEqual(['Age: in years', 'City: where you live']);
  });

  it('says a text that is repeated below itself once', () => expect(names([['Age', 'City'], ['age ', 'Town'], ['5', 'Rome']], 2)).toEqual(['Age', 'City: Town']));

  it('calls columns by their places where there is no header, and does not complain of it', () => {
    expect(readHeaderAs([['5', 'Rome'], ['6', 'Oslo']], 0)).toMatchObject({ rowCount: 0, confidence: 'sure', warnings: [], note: { code: 'header_none' }, columns: [{ header: 'Column 1' }, { header: 'Column 2' }] });
  });

  it('reads as many rows as an exporter writes as that exporter’s', () => {
    const qualtrics = [['Q1', 'Q2'], ['How old are you?', 'Where?'], ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}'], ['5', 'Rome']];
    expect(readHeaderAs(qualtrics, 3)).toMatchObject({ exporter: 'qualtrics', columns: [{ header: 'How old are you?', shortName: 'Q1' }, { header: 'Where?' }] });
    expect(readHeaderAs(qualtrics, 1)).toMatchObject({ exporter: null, note: { code: 'header_told', params: { rows: 1 } }, columns: [{ header: 'Q1' }, { header: 'Q2' }] });
  });

  it('reads a table without rows as one without columns', () => expect(readHeaderAs([], 2).columns).toEqual([]));
});
