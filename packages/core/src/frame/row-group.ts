import { addTables } from './add-tables.ts';
import { AnswerTable } from './answer-table.ts';
import type { Node } from './compile-node.ts';
import { MATCHED } from './kernel.ts';

/** Rows `from` to `to` (excluded) of one segment. */
export type RowSpan = { from: number; to: number };

/** A condition over several columns, decided row by row from the tables of its parts. */
export type RowGroup = { tables: readonly AnswerTable[]; decide: (span: RowSpan, outcomes: Uint32Array) => void };

function foldSmallest(outcomes: Uint32Array, inner: Uint32Array): void {
  for (let row = 0; row < outcomes.length; row += 1) {
    if ((inner[row] as number) < (outcomes[row] as number)) outcomes[row] = inner[row] as number;
  }
}

function foldLargest(outcomes: Uint32Array, inner: Uint32Array): void {
  for (let row = 0; row < outcomes.length; row += 1) {
    if ((inner[row] as number) > (outcomes[row] as number)) outcomes[row] = inner[row] as number;
  }
}

/** Prepares a node of several columns for blocks of up to `blockRows` rows. */
export function compileRowGroup(node: Node, blockRows: number): RowGroup {
  if ('column' in node) {
    const table = new AnswerTable(node.column, [{ ...node, weight: 1 }]);
    const decide: RowGroup['decide'] = ({ from, to }, outcomes) => {
      outcomes.fill(0);
      addTables(outcomes, [table.toOperand(from, to)]);
    };
    return { tables: [table], decide };
  }
  if ('not' in node) {
    const { tables, decide } = compileRowGroup(node.not, blockRows);
    const decideInverse: RowGroup['decide'] = (span, outcomes) => {
      decide(span, outcomes);
      for (let row = 0; row < outcomes.length; row += 1) outcomes[row] = MATCHED - (outcomes[row] as number);
    };
    return { tables, decide: decideInverse };
  }
  const groups = node.nodes.map((inner) => compileRowGroup(inner, blockRows));
  const fold = node.fold === 'all' ? foldSmallest : foldLargest;
  const scratch = new Uint32Array(blockRows);
  return {
    tables: groups.flatMap(({ tables }) => tables),
    decide: (span, outcomes) => {
      const inner = scratch.subarray(0, outcomes.length);
      groups.forEach(({ decide }, index) => {
        decide(span, index === 0 ? outcomes : inner);
        if (index > 0) fold(outcomes, inner);
      });
    },
  };
}
