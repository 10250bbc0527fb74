import { foldText } from '@likeness/core';
import { say } from '../say.ts';
import { detectExporter } from './detect-header.ts';
import type { ColumnHeader, SurveyHeader } from './survey-header.ts';
import { toUniqueHeaders } from './unique-headers.ts';

type Row = readonly string[];

/**
 * What is each column called when a person says how many rows at the top are no answers?
 *
 * As many rows as a known exporter writes are read as that exporter's. Else a column is called by all that stands above
 * its answers, from above; rows with a single cell are titles and name nothing. 0: columns are called by their places.
 *
 * @example readHeaderAs([['Export of May'], ['Age', 'City'], ['5', 'Rome']], 2).columns[1].header // 'City'
 */
export function readHeaderAs(rows: readonly Row[], rowCount: number): SurveyHeader {
  const known = detectExporter(rows);
  if (known?.rowCount === rowCount) return known;
  const { note, sentence: reason } = rowCount === 0 ? say('header_none') : say('header_told', { rows: rowCount });
  const unique = toUniqueHeaders(toColumns(rows, rowCount));
  return { rowCount, exporter: null, reason, note, confidence: 'sure', ...unique, ...(rowCount === 0 && { warnings: [] }) };
}

function toColumns(rows: readonly Row[], rowCount: number): ColumnHeader[] {
  const above = rows.slice(0, rowCount);
  const naming = above.filter((row) => row.filter((cell) => cell.trim() !== '').length > 1);
  const names = naming.length === 0 ? above.slice(-1) : naming;
  const width = Math.max(...(rowCount === 0 ? rows.slice(0, 1) : names).map((row) => row.length), 0);
  return Array.from({ length: width }, (_, index): ColumnHeader => {
    const header = distinct(names.map((row) => (row[index] ?? '').trim())).join(': ');
    return { header, shortName: null, question: header, option: null };
  });
}

function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => text !== '' && !seen.has(foldText(text)) && seen.add(foldText(text)));
}
