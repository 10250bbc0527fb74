import type { Persona } from '../../api/use-personas.ts';
import type { Card } from './card/card.ts';
import { printCard, readCard } from './card/read-card.ts';
import { readRules } from './rules/read-rules.ts';
import { NO_RULES, type RuleDraft } from './rules/rule-draft.ts';
import { printDraft } from './rules/to-mapping-rules.ts';
import { toStableText } from './stable-text.ts';

/** What is edited on a persona's Canvas. */
export type CanvasDocument = { name: string; description: string; card: Card; rules: RuleDraft };

/** The same as it is stored on the server, with what tells one state of it from another. */
export type StoredDocument = CanvasDocument & { revision: number; edition: number };

/** What can be changed by one person while another changes something else. */
export const PARTS = ['name', 'description', 'card', 'rules'] as const;
export type Part = (typeof PARTS)[number];

/** A persona as it is edited. Rules that this page cannot read (of a newer server) are an empty draft. */
export function toDocument(persona: Persona): StoredDocument {
  const read = readRules(persona.rules);
  const { name, description, revision, edition } = persona;
  return { name, description, card: readCard(persona.card), rules: read.ok ? read.draft : NO_RULES, revision, edition };
}

/** Whether two documents say the same in one part; ids of rules do not count. */
export function isSamePart(a: CanvasDocument, b: CanvasDocument, part: Part): boolean {
  return a[part] === b[part] || textOf(a, part) === textOf(b, part);
}

/** The parts in which two documents differ. */
export function differingParts(a: CanvasDocument, b: CanvasDocument): Part[] {
  return PARTS.filter((part) => !isSamePart(a, b, part));
}

/** The document with parts of another. */
export function withParts(document: CanvasDocument, other: CanvasDocument, parts: readonly Part[]): CanvasDocument {
  return { ...document, ...Object.fromEntries(parts.map((part) => [part, other[part]])) };
}

function textOf(document: CanvasDocument, part: Part): string {
  const value = part === 'rules' ? printDraft(document.rules) : part === 'card' ? printCard(document.card) : document[part];
  return toStableText(value);
}
