import type { Condition } from '../rules/rule-set.ts';
import type { Decide } from './answer-table.ts';
import type { FactKind } from './answer-facts.ts';
import type { Column } from './column.ts';
import { compileLeaf } from './compile-leaf.ts';
import type { Frame } from './frame.ts';
import { MATCHED } from './kernel.ts';

/** A condition on answers of one column: decided once for each distinct answer, groups included. */
export type AnswerNode = { column: Column; kinds: ReadonlySet<FactKind>; decide: Decide };

/** A group over several columns: decided row by row. */
export type GroupNode = { fold: 'all' | 'any'; nodes: readonly Node[] };

export type Node = AnswerNode | GroupNode | { not: Node };

function toInverse(decide: Decide): Decide {
  return (from, to, outcomes) => {
    decide(from, to, outcomes);
    for (let code = from; code < to; code += 1) outcomes[code] = MATCHED - (outcomes[code] as number);
  };
}

/** Kleene's groups: the smallest outcome of all parts, or the largest of any. */
function toFolded(fold: 'all' | 'any', decides: readonly Decide[]): Decide {
  const [first, ...others] = decides;
  if (first === undefined) throw new RangeError('A group has at least one condition.');
  if (others.length === 0) return first;
  return (from, to, outcomes) => {
    first(from, to, outcomes);
    const inner = new Uint8Array(to);
    for (const decide of others) {
      decide(from, to, inner);
      for (let code = from; code < to; code += 1) {
        const isKept = fold === 'all' ? (outcomes[code] as number) <= (inner[code] as number) : (outcomes[code] as number) >= (inner[code] as number);
        if (!isKept) outcomes[code] = inner[code] as number;
      }
    }
  };
}

/** Parts on one column become one part: the order of the parts does not change a group's outcome. */
function compileGroup(fold: 'all' | 'any', nodes: readonly Node[]): Node {
  const byColumn = new Map<Column, AnswerNode[]>();
  const others: Node[] = [];
  for (const node of nodes) {
    if ('column' in node) byColumn.set(node.column, [...(byColumn.get(node.column) ?? []), node]);
    else others.push(node);
  }
  const merged: Node[] = [...byColumn].map(([column, parts]) => ({
    column,
    kinds: new Set(parts.flatMap(({ kinds }) => [...kinds])),
    decide: toFolded(fold, parts.map(({ decide }) => decide)),
  }));
  const [only, ...more] = [...merged, ...others];
  if (only === undefined) throw new RangeError('A group has at least one condition.');
  return more.length === 0 ? only : { fold, nodes: [only, ...more] };
}

/**
 * Prepares a condition for the columns of a frame. Whatever looks at one column alone becomes one node.
 *
 * Throws a RangeError when the frame has no column for an attribute.
 */
export function compileNode(condition: Condition, frame: Frame): Node {
  if ('attribute' in condition) {
    const column = frame.getColumn(condition.attribute);
    const { kind, decide } = compileLeaf(condition.is, column.answers);
    return { column, kinds: new Set([kind]), decide };
  }
  if ('not' in condition) {
    const inner = compileNode(condition.not, frame);
    return 'column' in inner ? { ...inner, decide: toInverse(inner.decide) } : { not: inner };
  }
  const compileInner = (inner: Condition): Node => compileNode(inner, frame);
  return 'all' in condition ? compileGroup('all', condition.all.map(compileInner)) : compileGroup('any', condition.any.map(compileInner));
}
