import { useQueryClient } from '@tanstack/react-query';
import { type Dispatch, useEffect, useMemo, useState } from 'react';
import { personaQuery } from '../../api/use-personas.ts';
import { toChangeTrouble, type Trouble } from '../../ui/trouble/to-trouble.ts';
import { type CanvasDocument, type Part, toDocument } from './canvas-document.ts';
import { type EditorAction, type EditorState, unsavedParts } from './editor-state.ts';
import { savePersona } from './save-persona.ts';

/** `waiting`: something was edited and is not stored yet. `trouble`: why the last try did not store it. */
export type Autosave = { status: 'saved' | 'waiting' | 'saving'; trouble: Trouble | null; savedAt: Date | null; tryNow: () => void };

const SAVE_AFTER_MS = 800;
const FIRST_RETRY_MS = 3000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Stores the card, the name and the description a moment after the last edit. Rules wait for being published.
 *
 * What failed is tried again later and when the line is back; a refusal is not, until something is edited. While two people
 * changed the same part nothing is stored: a person decides first.
 */
export function useAutosave(state: EditorState, dispatch: Dispatch<EditorAction>, personaId: number, isReadOnly: boolean): Autosave {
  const queries = useQueryClient();
  const [failure, setFailure] = useState<{ trouble: Trouble; of: CanvasDocument; count: number } | null>(null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  // Asked for by a person, or by the line being back: tried at once, and only for what is there then.
  const [asked, setAsked] = useState<CanvasDocument | null>(null);
  const parts = savedParts(state);
  const isWanted = parts.length > 0 && !isReadOnly && state.sent === null && state.conflict === null;
  const isRefused = failure !== null && failure.of === state.present && !failure.trouble.isRetryable && asked !== state.present;
  const waitMs = failure === null ? SAVE_AFTER_MS : Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failure.count);
  const { present, base } = state;

  useEffect(() => {
    if (!isWanted || isRefused) return undefined;
    const save = async (): Promise<void> => {
      dispatch({ type: 'sent', document: present });
      try {
        const persona = await savePersona(personaId, base.revision, present, savedParts({ present, base }));
        dispatch({ type: 'arrive', theirs: toDocument(persona) });
        queries.setQueryData(personaQuery(personaId).queryKey, persona);
        setFailure(null);
        setSavedAt(new Date());
      } catch (error) {
        const trouble = toChangeTrouble(error);
        // Somebody was quicker: what they stored arrives, and then it is tried again or decided.
        if (trouble.kind === 'conflict') await queries.invalidateQueries({ queryKey: personaQuery(personaId).queryKey });
        else {
          setAsked(null);
          setFailure((before) => ({ trouble, of: present, count: before === null ? 0 : before.count + 1 }));
        }
      } finally {
        dispatch({ type: 'sent', document: null });
      }
    };
    const timer = setTimeout(() => void save(), asked === present && failure !== null ? 0 : waitMs);
    const now = (): void => setAsked(present);
    globalThis.addEventListener('online', now);
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener('online', now);
    };
  }, [isWanted, isRefused, present, base, personaId, waitMs, asked, failure, dispatch, queries]);

  const status = state.sent !== null ? 'saving' : parts.length > 0 ? 'waiting' : 'saved';
  return useMemo(
    () => ({ status, trouble: parts.length === 0 ? null : (failure?.trouble ?? null), savedAt, tryNow: () => setAsked(present) }),
    [status, parts.length, failure, savedAt, present],
  );
}

/** What is stored by itself of what was edited. A persona needs a name, so an empty one waits. */
function savedParts(state: Pick<EditorState, 'present' | 'base'>): Part[] {
  return unsavedParts(state).filter((part) => part !== 'rules' && (part !== 'name' || state.present.name.trim() !== ''));
}
