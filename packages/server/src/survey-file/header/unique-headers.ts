import { foldText } from '@likeness/core';
import { say, type NoteParams, type Said } from '../say.ts';
import type { ColumnHeader } from './survey-header.ts';

/**
 * Gives every column a name that no other has: a blank one becomes "Column 28" by its place, a
 * repeated one gets " (2)", " (3)" in order. What was done is said in `warnings`, five names at most.
 *
 * @example toUniqueHeaders([why, why]).columns.map((column) => column.header) // ['Why?', 'Why? (2)']
 */
export function toUniqueHeaders(columns: readonly ColumnHeader[]): { columns: ColumnHeader[]; warnings: Said[] } {
  const taken = new Set(columns.map((column) => foldText(column.header)));
  const seen = new Set<string>();
  const nextNumber = new Map<string, number>();
  const blank: string[] = [];
  const repeated: string[] = [];
  const unique = columns.map((column, index) => {
    let header = column.header;
    if (header === '') {
      header = `Column ${index + 1}`;
      blank.push(header);
    }
    const written = foldText(header);
    if (seen.has(written)) {
      repeated.push(`"${header.slice(0, 60)}"`);
      let number = nextNumber.get(written) ?? 2;
      while (seen.has(foldText(`${header} (${number})`)) || taken.has(foldText(`${header} (${number})`))) number += 1;
      nextNumber.set(written, number + 1);
      header = `${header} (${number})`;
    }
    seen.add(foldText(header));
    return { ...column, header, question: column.question === '' ? header : column.question };
  });
  const warnings: Said[] = [];
  if (blank.length > 0) warnings.push(say('unnamed_columns', { count: blank.length, ...listed(blank) }));
  if (repeated.length > 0) warnings.push(say('repeated_names', listed(repeated)));
  return { columns: unique, warnings };
}

function listed(names: readonly string[]): NoteParams {
  const shown = [...new Set(names)];
  return { names: shown.slice(0, 5).join(', '), more: Math.max(0, shown.length - 5) };
}
