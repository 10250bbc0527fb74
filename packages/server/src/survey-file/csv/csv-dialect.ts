export type Delimiter = ',' | ';' | '\t' | '|';

export type LineEnd = 'lf' | 'crlf' | 'cr' | 'mixed';

/** How a delimited text file is written. */
export type CsvDialect = {
  delimiter: Delimiter;
  /** null: quotation marks are ordinary characters, as in tab-separated files that never quote. */
  quote: '"' | null;
  lineEnd: LineEnd;
  /** True when the file opens with a line such as `sep=;`, which spreadsheet programs write and which is no header. */
  hasSeparatorLine: boolean;
};
