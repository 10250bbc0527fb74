import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { keyOf, type Resource } from '../../api/query-keys.ts';
import { showToast } from '../../ui/toast/show-toast.ts';
import { showTrouble } from '../../ui/toast/use-undoable-mutation.ts';

/**
 * A change of the settings: says when it is made, or why it was not, and has what became old asked for again.
 *
 * @example const revoke = useChange(revokeKey, messages.keys.revoked, ['members']);
 */
export function useChange<Input, Result>(act: (input: Input) => Promise<Result>, done: string, old: readonly Resource[]): UseMutationResult<Result, Error, Input> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => showToast({ text: done }),
    onError: (error) => showTrouble(error),
    onSettled: () => Promise.all(old.map((resource) => queries.invalidateQueries({ queryKey: keyOf(resource) }))),
  });
}
