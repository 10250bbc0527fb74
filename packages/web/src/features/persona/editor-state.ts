import { type CanvasDocument, differingParts, isSamePart, type Part, PARTS, type StoredDocument, withParts } from './canvas-document.ts';

/**
 * What somebody edits, what the server has, and how to go back and forth.
 *
 * `base` is what the server had when this document was last equal to it, part by part. `sent` is on its way there.
 * `conflict` holds what somebody else stored meanwhile, and in which parts both changed something.
 */
export type EditorState = {
  past: CanvasDocument[];
  present: CanvasDocument;
  future: CanvasDocument[];
  base: StoredDocument;
  sent: CanvasDocument | null;
  conflict: { theirs: StoredDocument; parts: Part[] } | null;
  /** Which edit came last, and when: typing in one field is undone at once. */
  last: { key: string; atMs: number } | null;
};

export type EditorAction =
  /** Edits with the same `key` shortly after each other are one step to undo; without a key each is its own. */
  | { type: 'edit'; change: (document: CanvasDocument) => CanvasDocument; key?: string; atMs: number }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'sent'; document: CanvasDocument | null }
  /** The server has this now, by whomever. */
  | { type: 'arrive'; theirs: StoredDocument }
  | { type: 'resolve'; keep: 'mine' | 'theirs' };

const ONE_STEP_MS = 1200;
const LONGEST_HISTORY = 200;

/** A state in which nothing was edited, or a draft that was kept from an earlier visit. */
export function startEditing(base: StoredDocument, draft: CanvasDocument = base): EditorState {
  return { past: [], present: draft, future: [], base, sent: null, conflict: null, last: null };
}

/** The parts that were edited and are not on the server. */
export function unsavedParts({ present, base }: Pick<EditorState, 'present' | 'base'>): Part[] {
  return differingParts(present, base);
}

/** The next state. Pure: time comes with the action. */
export function reduceEditor(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case 'edit':
      return edit(state, action.change(state.present), action.key ?? null, action.atMs);
    case 'undo':
      return step(state, 'past', 'future');
    case 'redo':
      return step(state, 'future', 'past');
    case 'sent':
      return { ...state, sent: action.document };
    case 'arrive':
      return arrive(state, action.theirs);
    case 'resolve':
      return resolve(state, action.keep);
  }
}

function edit(state: EditorState, present: CanvasDocument, key: string | null, atMs: number): EditorState {
  if (present === state.present) return state;
  const isSameStep = key !== null && state.last?.key === key && atMs - state.last.atMs < ONE_STEP_MS && state.past.length > 0;
  const past = isSameStep ? state.past : [...state.past, state.present].slice(-LONGEST_HISTORY);
  return { ...state, past, present, future: [], last: key === null ? null : { key, atMs } };
}

function step(state: EditorState, from: 'past' | 'future', to: 'past' | 'future'): EditorState {
  const present = state[from].at(-1);
  if (present === undefined) return state;
  return { ...state, [from]: state[from].slice(0, -1), [to]: [...state[to], state.present], present, last: null };
}

/**
 * Takes over what the server has: parts that were not edited here become theirs, parts that only were edited here stay.
 * What both changed, and differently, is a conflict that a person decides.
 */
function arrive(state: EditorState, theirs: StoredDocument): EditorState {
  if (theirs.revision <= state.base.revision) return state;
  const { base, present, sent } = state;
  const changedThere = PARTS.filter((part) => !isSamePart(theirs, base, part) && (sent === null || !isSamePart(theirs, sent, part)));
  const parts = changedThere.filter((part) => !isSamePart(present, base, part) && !isSamePart(present, theirs, part));
  const taken = changedThere.filter((part) => !parts.includes(part));
  const adopt = (document: CanvasDocument): CanvasDocument => withParts(document, theirs, taken.filter((part) => isSamePart(document, base, part)));
  const kept = adopt(present);
  const now = parts.length === 0 ? theirs : { ...theirs, ...withParts(theirs, base, parts), revision: base.revision };
  return {
    ...state,
    past: state.past.map(adopt),
    future: state.future.map(adopt),
    present: kept,
    // What says the same becomes the very same: comparing the two then costs nothing while somebody types.
    base: { ...now, ...withParts(now, kept, PARTS.filter((part) => isSamePart(now, kept, part))) },
    conflict: parts.length === 0 ? null : { theirs, parts },
  };
}

function resolve(state: EditorState, keep: 'mine' | 'theirs'): EditorState {
  const { conflict } = state;
  if (conflict === null) return state;
  const solved = { ...state, base: conflict.theirs, conflict: null };
  if (keep === 'mine') return solved;
  // Their version is one more step, so that undo brings one's own back.
  return edit(solved, withParts(state.present, conflict.theirs, conflict.parts), null, 0);
}
