import type { Schemas } from '@likeness/sdk';
import { createContext, useContext } from 'react';
import type { RuleDraft } from './rule-draft.ts';

type Rules = {
  rules: RuleDraft;
  /** The rules that are published. */
  stored: RuleDraft;
  openIds: ReadonlySet<string>;
  /** What the preview says about the rule at a position of the draft; null while it is unfinished or unknown. */
  figures: (index: number) => Schemas['RuleFigures'] | null;
  /** Percent of responses that pass a test inside of a group, by its id. */
  innerRates: ReadonlyMap<string, number | null>;
  toggle: (id: string) => void;
  open: (id: string) => void;
};

/** What the rows of a rule panel share. */
export const RuleContext = createContext<Rules | null>(null);

/** The rules around this row. Throws outside of a rule panel. */
export function useRules(): Rules {
  const rules = useContext(RuleContext);
  if (rules === null) throw new Error('There is no rule panel around this component');
  return rules;
}
