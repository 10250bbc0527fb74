import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readSurveyRows } from './read-survey-rows.ts';
import type { SurveyRow } from './read-survey-rows.ts';
import { recogniseSurveyFile } from './recognise-survey-file.ts';
import { collect, textSource } from './survey-fixtures.testing.ts';
import { sourceFromBytes, spoolSource } from './survey-source.ts';
import type { SurveySource } from './survey-source.ts';

async function rowsOf(content: string | Buffer, limits = {}): Promise<SurveyRow[]> {
  const source = typeof content === 'string' ? textSource(content) : sourceFromBytes('f.csv', content);
  return collect(readSurveyRows(source, await recogniseSurveyFile(source, { limits }), { limits }));
}

const problemsOf = (rows: readonly SurveyRow[]): (string | undefined)[] => rows.map((row) => row.problem?.code);

describe('readSurveyRows', () => {
  it('numbers rows of answers and lines of the file', async () => {
    expect(await rowsOf('a,b\n"1\n2",3\n\n4,5\n,\n')).toEqual([
      { rowNumber: 1, line: 2, cells: ['1\n2', '3'] },
      { rowNumber: 2, line: 5, cells: ['4', '5'] },
      { rowNumber: 3, line: 6, cells: ['', ''] },
    ]);
  });

  it('lets go of empty fields past the last column', async () => {
    expect(await rowsOf('a,b\n1,2,,\n')).toEqual([{ rowNumber: 1, line: 2, cells: ['1', '2'] }]);
  });

  it('gives problem rows their number, cells and reason', async () => {
    const rows = await rowsOf('a,b,c\n1,2\n1,2,3,4\n1,\0,3\n1,2,3\n');
    expect(problemsOf(rows)).toEqual(['too-few-fields', 'too-many-fields', 'nul-byte', undefined]);
    expect(rows[0]).toEqual({ rowNumber: 1, line: 2, cells: ['1', '2'], problem: { code: 'too-few-fields', message: '2 of 3 fields. A line break inside quotes may be cut off.', note: { code: 'too_few_fields', params: { width: 2, columns: 3 } } } });
  });

  it('finds bytes that are no text', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\nété,crème\nélève,à\n'), Buffer.of(0xff), Buffer.from(',x\nok,y\n')]);
    expect(problemsOf(await rowsOf(bytes))).toEqual([undefined, undefined, 'invalid-bytes', undefined]);
  });

  it('says how far an unclosed quote reached', async () => {
    const rows = await rowsOf('a,b\n1,2\n3,"x\n4,5\n6,7\n');
    expect(rows[1]?.problem).toEqual({ code: 'unclosed-quote', message: 'A quotation mark opened in the row of line 3 is never closed, so everything up to line 6 was taken for one row.', note: { code: 'unclosed_quote', params: { from_line: 3, to_line: 6 } } });
  });

  it('cuts a cell at the limit', async () => {
    const [row] = await rowsOf(`a,b\n${'x'.repeat(200)},y\n`, { cellCharacters: 100 });
    expect(row).toMatchObject({ problem: { code: 'cell-too-long' }, cells: ['x'.repeat(100), 'y'] });
  });

  it('stops at the limit of rows', async () => {
    await expect(rowsOf('a,b\n1,2\n3,4\n5,6\n', { rows: 2 })).rejects.toMatchObject({ code: 'too-many-rows' });
  });

  it('reads no further ahead than it is asked, and closes the file', async () => {
    let chunks = 0;
    let isClosed = false;
    const source: SurveySource = {
      name: 'long.csv',
      sizeBytes: 1_000,
      open: () =>
        Readable.from(
          (function* endless(): Generator<Buffer> {
            try {
              yield Buffer.from('a,b\n');
              for (;;) {
                chunks += 1;
                yield Buffer.from('1,2\n3,4\n');
              }
            } finally {
              isClosed = true;
            }
          })(),
          { objectMode: false, highWaterMark: 16 },
        ),
    };
    const known = await recogniseSurveyFile(textSource('a,b\n1,2\n'));
    let rows = 0;
    for await (const row of readSurveyRows(source, known)) {
      rows = row.rowNumber;
      if (rows === 10) break;
    }
    expect(rows).toBe(10);
    expect(chunks).toBeLessThan(30);
    expect(isClosed).toBe(true);
  });
});

describe('spoolSource', () => {
  it('keeps an upload so that it can be read twice, and removes it', async () => {
    const spooled = await spoolSource('../up.csv', Readable.from([Buffer.from('a,b\n'), Buffer.from('1,2\n')]));
    expect(spooled.name).toBe('up.csv');
    const recognition = await recogniseSurveyFile(spooled);
    expect(await collect(readSurveyRows(spooled, recognition))).toHaveLength(1);
    await spooled.dispose();
    await expect(collect(spooled.open())).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuses an upload as soon as it is too large', async () => {
    const endless = Readable.from((function* grow(): Generator<Buffer> { for (;;) yield Buffer.alloc(1024); })());
    await expect(spoolSource('up.csv', endless, { limits: { fileBytes: 10_000 } })).rejects.toMatchObject({ code: 'file-too-large' });
  });
});
