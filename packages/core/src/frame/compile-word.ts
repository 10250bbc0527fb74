import type { Rule } from '../rules/rule-set.ts';
import { addTables } from './add-tables.ts';
import { AnswerTable, type TableSource } from './answer-table.ts';
import type { Column } from './column.ts';
import { compileNode } from './compile-node.ts';
import type { Frame } from './frame.ts';
import { type RowGroup, type RowSpan, compileRowGroup } from './row-group.ts';

/** Some rules of a rule set; the outcome of rule j is digit j, to base 3, of a row's number. */
export type CompiledWord = {
  prepare: (isCancelled: () => boolean) => boolean;
  /** Adds the digits of the rows to `digits`, which has one place for each. */
  addDigits: (span: RowSpan, digits: Uint32Array) => void;
};

function addWeighted(digits: Uint32Array, outcomes: Uint32Array, weight: number): void {
  for (let row = 0; row < digits.length; row += 1) digits[row] = (digits[row] as number) + weight * (outcomes[row] as number);
}

/** Prepares rules for blocks of up to `blockRows` rows. Rules that look at the same single column share a table. */
export function compileWord(rules: readonly Rule[], frame: Frame, blockRows: number): CompiledWord {
  const byColumn = new Map<Column, TableSource[]>();
  const groups: { group: RowGroup; weight: number }[] = [];
  rules.forEach((rule, index) => {
    const weight = 3 ** index;
    const node = compileNode(rule.condition, frame);
    if ('column' in node) byColumn.set(node.column, [...(byColumn.get(node.column) ?? []), { ...node, weight }]);
    else groups.push({ group: compileRowGroup(node, blockRows), weight });
  });
  const tables = [...byColumn].map(([column, sources]) => new AnswerTable(column, sources));
  const allTables = [...tables, ...groups.flatMap(({ group }) => group.tables)];
  const scratch = new Uint32Array(groups.length === 0 ? 0 : blockRows);
  return {
    prepare: (isCancelled) => allTables.every((table) => table.prepare(isCancelled)),
    addDigits: (span, digits) => {
      addTables(digits, tables.map((table) => table.toOperand(span.from, span.to)));
      for (const { group, weight } of groups) {
        const outcomes = scratch.subarray(0, digits.length);
        group.decide(span, outcomes);
        addWeighted(digits, outcomes, weight);
      }
    },
  };
}
