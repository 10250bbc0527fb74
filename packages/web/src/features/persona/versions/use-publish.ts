import { useMutation, useQueryClient } from '@tanstack/react-query';
import { personaQuery } from '../../../api/use-personas.ts';
import { showToast } from '../../../ui/toast/show-toast.ts';
import { toChangeTrouble, type Trouble } from '../../../ui/trouble/to-trouble.ts';
import { unsavedParts, type EditorState } from '../editor-state.ts';
import { messages } from '../messages.ts';
import { savePersona } from '../save-persona.ts';

export type Publishing = { publish: (note: string) => void; isBusy: boolean; trouble: Trouble | null; /** The calculation that it started; null: none. */ runId: number | null; reset: () => void };

/** Makes the draft's rules the newest edition, together with whatever else is not stored yet. */
export function usePublish(personaId: number, state: EditorState, onDone: () => void): Publishing {
  const queries = useQueryClient();
  const { mutate, isPending, error, data, reset } = useMutation({
    mutationFn: async (note: string) => savePersona(personaId, state.base.revision, state.present, unsavedParts(state), note),
    onSuccess: ({ edition }, _note) => {
      onDone();
      showToast({ text: messages.publish.done(edition) });
    },
    onSettled: async (persona) => {
      if (persona !== undefined) queries.setQueryData(personaQuery(personaId).queryKey, persona);
      // Somebody was quicker: what they stored has to be seen first.
      else await queries.invalidateQueries({ queryKey: personaQuery(personaId).queryKey });
    },
  });
  return { publish: mutate, isBusy: isPending, trouble: error === null ? null : toChangeTrouble(error), runId: data?.run?.id ?? null, reset };
}
