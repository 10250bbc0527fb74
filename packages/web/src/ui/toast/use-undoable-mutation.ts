import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { messages } from '../messages.ts';
import { toChangeTrouble } from '../trouble/to-trouble.ts';
import { showToast } from './show-toast.ts';

type Undoable<Input, Result> = {
  /** Does it. */
  act: (input: Input) => Promise<Result>;
  /** Takes it back, with what doing it answered. */
  undo: (input: Input, result: Result) => Promise<unknown>;
  /** What the message says when it is done, as "Maya is archived." */
  done: (input: Input) => string;
  /** Called after doing and after undoing: what has become old. */
  onSettled?: () => void;
};

/**
 * Something that is done at once and can be taken back from its message, instead of being asked about first.
 *
 * When it fails a message says why; nothing is tried twice by itself.
 *
 * @example const archive = useUndoableMutation({ act: (p: Persona) => setStatus(p, 'archived'), undo: (p) => setStatus(p, p.status), done: (p) => words.archived(p.name) });
 */
export function useUndoableMutation<Input, Result>({ act, undo, done, onSettled }: Undoable<Input, Result>): UseMutationResult<Result, Error, Input> {
  const takeBack = async (input: Input, result: Result): Promise<void> => {
    const isUndone = await undo(input, result).then(
      () => true,
      () => false,
    );
    showToast(isUndone ? { text: messages.undone } : { text: messages.undoFailed, tone: 'bad' });
    onSettled?.();
  };
  return useMutation({
    mutationFn: act,
    onSuccess: (result, input) => showToast({ text: done(input), action: { label: messages.undo, run: () => void takeBack(input, result) } }),
    onError: (error) => showTrouble(error),
    onSettled: () => onSettled?.(),
  });
}

/** Says in a message why something was not done. */
export function showTrouble(error: unknown): void {
  const { title, text } = toChangeTrouble(error);
  showToast({ text: `${title}. ${text}`, tone: 'bad' });
}
