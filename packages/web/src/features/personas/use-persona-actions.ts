import { unwrap } from '@likeness/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { showToast } from '../../ui/toast/show-toast.ts';
import { showTrouble, useUndoableMutation } from '../../ui/toast/use-undoable-mutation.ts';
import type { Persona } from './load-gallery.ts';
import { messages } from './messages.ts';

type Named = { id: number; revision: number };

/** Everything that can be done with a persona from its card. Cloning, archiving and restoring can be taken back. */
export function usePersonaActions() {
  const queries = useQueryClient();
  const words = messages.actions;
  const onSettled = (): void => {
    for (const resource of ['personas', 'figures'] as const) void queries.invalidateQueries({ queryKey: keyOf(resource) });
  };
  const clone = useUndoableMutation({
    act: async ({ id }: Persona) => unwrap(await likeness.POST('/api/cx-personas/{id}/clone', { params: { path: { id } }, body: {} })),
    undo: (_persona, copy) => remove(copy),
    done: ({ name }) => words.cloned(name),
    onSettled,
  });
  const archive = useUndoableMutation({
    act: (persona: Persona) => setStatus(persona, 'archived'),
    undo: ({ status }, archived) => setStatus(archived, status),
    done: ({ name }) => words.archived(name),
    onSettled,
  });
  const restore = useUndoableMutation({
    act: (persona: Persona) => setStatus(persona, 'active'),
    undo: ({ status }, active) => setStatus(active, status),
    done: ({ name }) => words.restored(name),
    onSettled,
  });
  const deletion = useMutation({
    mutationFn: (persona: Persona) => remove(persona),
    onSuccess: (_, { name }) => showToast({ text: words.deleted(name) }),
    onError: showTrouble,
    onSettled,
  });
  return { clone: clone.mutate, archive: archive.mutate, restore: restore.mutate, remove: deletion.mutateAsync, isRemoving: deletion.isPending };
}

/** Hands personas to the browser as a JSON file that “New persona” takes, here or in another organisation. `ids` null: all. */
export function exportAsJson(name: string, ids: readonly number[] | null): void {
  void import('../../ui/export/export-personas.ts')
    .then(({ exportPersonas }) => exportPersonas(name, ids)(new AbortController().signal, () => undefined))
    .catch(showTrouble);
}

async function setStatus({ id, revision }: Named, status: Persona['status']) {
  return unwrap(await likeness.PATCH('/api/cx-personas/{id}', { params: { path: { id }, header: { 'if-match': `"${revision}"` } }, body: { status } }));
}

async function remove({ id, revision }: Named): Promise<void> {
  unwrap(await likeness.DELETE('/api/cx-personas/{id}', { params: { path: { id }, header: { 'if-match': `"${revision}"` } } }));
}
