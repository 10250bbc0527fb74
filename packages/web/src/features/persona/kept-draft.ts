import type { CanvasDocument, StoredDocument } from './canvas-document.ts';

/** An edited document, and what the server had when it was edited. */
export type KeptDraft = { base: StoredDocument; draft: CanvasDocument };

const keyOf = (personaId: number): string => `likeness.draft.${personaId}`;

/** Keeps a draft in this browser until it is stored on the server; null forgets it. Without storage nothing is kept. */
export function keepDraft(personaId: number, kept: KeptDraft | null): void {
  try {
    if (kept === null) globalThis.localStorage.removeItem(keyOf(personaId));
    else globalThis.localStorage.setItem(keyOf(personaId), JSON.stringify(kept));
  } catch {
    // Full or forbidden storage: the page itself still holds the draft.
  }
}

/** The draft that was kept; null when there is none or it is none that this version can read. */
export function readKeptDraft(personaId: number): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage.getItem(keyOf(personaId)) ?? 'null');
    return isKeptDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKeptDraft(value: unknown): value is KeptDraft {
  return isObject(value) && isDocument(value.base) && isDocument(value.draft) && 'revision' in value.base;
}

function isDocument(value: unknown): value is CanvasDocument {
  return isObject(value) && typeof value.name === 'string' && isObject(value.card) && Array.isArray(value.card.sections) && isObject(value.rules) && Array.isArray(value.rules.rules);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
