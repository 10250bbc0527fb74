import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits.ts';
import { detectDialect } from './detect-dialect.ts';

const detect = (sample: string): ReturnType<typeof detectDialect> => detectDialect(sample, true, DEFAULT_LIMITS);

describe('detectDialect', () => {
  it.each([
    [',', 'a,b\n1;2,3\n4,5\n'],
    [';', 'a;b\n1,5;2\n3,5;4,5\n'],
    ['\t', 'a\tb, c\n1\t2\n'],
    ['|', 'a|b|c\n1|2,3|4\n'],
    [',', 'comment\nwell, yes\nno; really\n'],
  ])('finds %j', (delimiter, sample) => {
    expect(detect(sample).delimiter).toBe(delimiter);
  });

  it.each([
    ['lf', 'a,b\n1,2\n'],
    ['crlf', 'a,b\r\n1,"x\ny"\r\n'],
    ['cr', 'a,b\r1,2\r'],
    ['lf', 'a,b\n1,x\ry\n2,3\n'],
  ])('finds line ends %s', (lineEnd, sample) => {
    expect(detect(sample).lineEnd).toBe(lineEnd);
  });

  it('leaves quotation marks alone where quoting would tear the table', () => {
    const rows = Array.from({ length: 20 }, (_, row) => `${row}\t"so-called\tyes`).join('\n');
    expect(detect(`id\tword\tb\n${rows}\n`)).toMatchObject({ delimiter: '\t', quote: null });
    expect(detect('id,word\n1,"a,b"\n2,"c"\n').quote).toBe('"');
  });

  it('believes the line that spreadsheet programs write', () => {
    expect(detect('sep=;\na;b\n1;2\n')).toMatchObject({ delimiter: ';', hasSeparatorLine: true });
  });
});
