import type { Test } from '@likeness/core';
import type { GroupKind } from '../../../ui/rule-text/spoken-rule.ts';

/** A test that may still want something: an attribute was chosen, its values not yet. */
export type DraftLeaf = { id: string; attribute: string; is: Test };
export type DraftGroup = { id: string; group: GroupKind; parts: DraftCondition[] };
export type DraftCondition = DraftLeaf | DraftGroup;

/**
 * One line of the rules while it is edited. Its id is its condition's.
 *
 * `weight` is plain (1, 0.5); `label` is empty when the rule is called after its attributes.
 */
export type DraftRule = { condition: DraftCondition; weight: number; required: boolean; label: string };

/** Mapping rules while somebody edits them: every part has an id, and parts may be unfinished. */
export type RuleDraft = { missing: 'unmatched' | 'ignore'; rules: DraftRule[] };

export const NO_RULES: RuleDraft = { missing: 'unmatched', rules: [] };

/** Whether a condition is a test on one attribute. */
export function isLeaf(condition: DraftCondition): condition is DraftLeaf {
  return 'attribute' in condition;
}

/** The name of the list of rules among the lists that conditions are dragged between; a group's list has the group's id. */
export const TOP = 'rules';
