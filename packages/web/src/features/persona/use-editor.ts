import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { useMay } from '../../api/use-session.ts';
import type { Persona } from '../../api/use-personas.ts';
import { toDocument } from './canvas-document.ts';
import type { EditDocument } from './edit-context.ts';
import { type EditorState, reduceEditor, startEditing, unsavedParts } from './editor-state.ts';
import { keepDraft, readKeptDraft } from './kept-draft.ts';
import { type Autosave, useAutosave } from './use-autosave.ts';

export type Editor = {
  state: EditorState;
  edit: EditDocument;
  undo: () => void;
  redo: () => void;
  resolve: (keep: 'mine' | 'theirs') => void;
  isReadOnly: boolean;
  saving: Autosave;
};

const KEEP_AFTER_MS = 300;

/**
 * Edits a persona: with undo, with a draft that this browser keeps through reloads and breaks of the line, and saved to the
 * server by itself (all but the rules, which are published). What others store meanwhile arrives in it.
 */
export function useEditor(persona: Persona): Editor {
  const [state, dispatch] = useReducer(reduceEditor, persona, toInitialState);
  const isReadOnly = !useMay('write');
  const saving = useAutosave(state, dispatch, persona.id, isReadOnly);
  useEffect(() => dispatch({ type: 'arrive', theirs: toDocument(persona) }), [persona]);
  useKeptDraft(persona.id, state);
  const edit: EditDocument = useCallback(
    (change, key) => {
      if (!isReadOnly) dispatch({ type: 'edit', change, atMs: performance.now(), ...(key !== undefined && { key }) });
    },
    [isReadOnly],
  );
  return useMemo(
    () => ({
      state,
      isReadOnly,
      saving,
      edit,
      undo: () => dispatch({ type: 'undo' }),
      redo: () => dispatch({ type: 'redo' }),
      resolve: (keep) => dispatch({ type: 'resolve', keep }),
    }),
    [state, isReadOnly, saving, edit],
  );
}

function toInitialState(persona: Persona): EditorState {
  const stored = toDocument(persona);
  const kept = readKeptDraft(persona.id);
  if (kept === null) return startEditing(stored);
  // What was stored since the draft was kept arrives as if the page had been open.
  return reduceEditor(startEditing(kept.base, kept.draft), { type: 'arrive', theirs: stored });
}

function useKeptDraft(personaId: number, state: EditorState): void {
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
    const timer = setTimeout(() => keep(personaId, state), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [personaId, state]);
  useEffect(() => {
    const keepNow = (): void => keep(personaId, latest.current);
    globalThis.addEventListener('pagehide', keepNow);
    return () => {
      globalThis.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [personaId]);
}

function keep(personaId: number, { base, present }: EditorState): void {
  keepDraft(personaId, unsavedParts({ base, present }).length === 0 ? null : { base, draft: present });
}
