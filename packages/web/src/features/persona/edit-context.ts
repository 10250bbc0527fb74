import { createContext, useContext } from 'react';
import type { CanvasDocument } from './canvas-document.ts';
import type { Card } from './card/card.ts';
import type { RuleDraft } from './rules/rule-draft.ts';

/** Edits the document; edits with the same key shortly after each other are one step to undo. */
export type EditDocument = (change: (document: CanvasDocument) => CanvasDocument, key?: string) => void;

/** What the parts of a Canvas need to change it. */
export type Editing = {
  personaId: number;
  /** The edition whose people are asked about claims; null without rules. */
  scoredEdition: number | null;
  /** What the stored rules ask about: a claim about one of these holds by definition. */
  ruleAttributes: ReadonlySet<string>;
  /** Whether nothing can be changed: the role does not allow it. */
  isReadOnly: boolean;
  editCard: (change: (card: Card) => Card, key?: string) => void;
  editRules: (change: (rules: RuleDraft) => RuleDraft, key?: string) => void;
};

/** Gives the parts of a Canvas the means to change it. The value stays the same while somebody types. */
export const EditContext = createContext<Editing | null>(null);

/** The means to change the Canvas around this component. Throws outside of one. */
export function useEditing(): Editing {
  const editing = useContext(EditContext);
  if (editing === null) throw new Error('There is no Canvas around this component');
  return editing;
}
