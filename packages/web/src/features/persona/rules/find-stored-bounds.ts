import { type DraftCondition, isLeaf, type RuleDraft } from './rule-draft.ts';
import { type Bounds, boundsOf } from '../../../ui/rule-text/test-values.ts';
import { kindOf } from './test-kinds.ts';

/** The range that the published rules ask for of an attribute; null when they ask for none. */
export function findStoredBounds(stored: RuleDraft, attribute: string): Bounds | null {
  const find = (condition: DraftCondition): Bounds | null => {
    if (!isLeaf(condition)) return condition.parts.map(find).find((bounds) => bounds !== null) ?? null;
    return condition.attribute === attribute && kindOf(condition.is) === 'range' ? boundsOf(condition.is) : null;
  };
  return stored.rules.map(({ condition }) => find(condition)).find((bounds) => bounds !== null) ?? null;
}
