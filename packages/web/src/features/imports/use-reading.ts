import { unwrap } from '@likeness/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import type { Import, Told } from './recognition.ts';
import { toRefusal } from './to-refusal.ts';

/** A file being read anew. `problem`: why it could not be read that way; it then stays as it was. */
export type Reading = { isPending: boolean; problem: string | null; onTell: (told: Told) => void };

/** Has the uploaded file of an import read anew under what is said about it. */
export function useReading({ id }: Import): Reading {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (told: Told) => unwrap(await likeness.POST('/api/imports/{id}/recognise', { params: { path: { id } }, body: told })),
    onSuccess: (imported) => queries.setQueryData(keyOf('imports', id), imported),
  });
  return { isPending, problem: error === null ? null : toRefusal(error), onTell: mutate };
}
