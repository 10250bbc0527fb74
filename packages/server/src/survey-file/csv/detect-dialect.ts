import type { SurveyFileLimits } from '../limits.ts';
import type { CsvDialect, Delimiter, LineEnd } from './csv-dialect.ts';
import { CsvRecords } from './csv-records.ts';
import type { CsvRecord } from './csv-records.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
const RECORDS_COMPARED = 300;

/**
 * How is this file written? Reads the sample once for each delimiter, with and without quotation
 * marks, and takes the reading in which most records are as wide as the first one.
 * Quotation marks lose only when ignoring them makes the table more even. A sample in which no
 * delimiter divides the first record is read as one column with commas. `isWholeFile` says that
 * the sample's last record is complete.
 *
 * @example detectDialect('a;b\n1,5;2\n', true).delimiter // ';'
 */
export function detectDialect(sample: string, isWholeFile: boolean, limits: SurveyFileLimits): CsvDialect {
  const lineEnd = detectLineEnd(sample);
  const declared = /^sep=([,;\t|])(?:\r\n|\r|\n)/i.exec(sample)?.[1] as Delimiter | undefined;
  if (declared !== undefined) return { delimiter: declared, quote: '"', lineEnd, hasSeparatorLine: true };
  let best: CsvDialect = { delimiter: ',', quote: '"', lineEnd, hasSeparatorLine: false };
  let bestMark = 0;
  for (const quote of sample.includes('"') ? (['"', null] as const) : (['"'] as const)) {
    for (const delimiter of DELIMITERS) {
      if (!sample.includes(delimiter)) continue;
      const dialect: CsvDialect = { delimiter, quote, lineEnd, hasSeparatorLine: false };
      const mark = evennessOf(sample, dialect, isWholeFile, limits) - (quote === null ? 0.05 : 0);
      if (mark > bestMark) {
        best = dialect;
        bestMark = mark;
      }
    }
  }
  return best;
}

/** Share of records as wide as the first, times a mild preference for more columns; 0 for one column. */
function evennessOf(sample: string, dialect: CsvDialect, isWholeFile: boolean, limits: SurveyFileLimits): number {
  const reader = new CsvRecords(dialect, limits);
  const records: CsvRecord[] = reader.push(sample);
  if (isWholeFile) records.push(...reader.end());
  const compared = records.slice(0, RECORDS_COMPARED);
  const first = compared[0];
  if (first === undefined || first.width < 2) return 0;
  const even = compared.filter((record) => record.width === first.width && !isTorn(record)).length / compared.length;
  return even * (1 + Math.log2(Math.min(first.width, 64)) / 6);
}

/** Did a quotation mark that quotes nothing join lines? Then its cell begins with it and holds a line end. */
function isTorn(record: CsvRecord): boolean {
  return record.endLine > record.line && record.cells.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell));
}

function detectLineEnd(sample: string): LineEnd {
  const counts = { lf: 0, crlf: 0, cr: 0 };
  let isQuoted = false;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code === 34) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (code === 10) counts.lf += 1;
    else if (code === 13) {
      // A carriage return that ends the sample may be the first half of a pair.
      if (at + 1 === sample.length && counts.cr === 0) continue;
      if (sample.charCodeAt(at + 1) === 10) {
        counts.crlf += 1;
        at += 1;
      } else counts.cr += 1;
    }
  }
  const kinds = (['lf', 'crlf', 'cr'] as const).filter((kind) => counts[kind] > 0);
  if (kinds.length === 0) return 'lf';
  if (kinds.length === 1) return kinds[0] ?? 'lf';
  // Stray carriage returns inside a file of line feeds are content, not line ends.
  if (counts.cr > 0 && counts.cr < counts.lf + counts.crlf) return counts.lf > counts.crlf ? 'lf' : 'crlf';
  return 'mixed';
}
