import type { Toast } from './toast.ts';

const SHOWN_MS = 5000;
const listeners = new Set<() => void>();
let isWanted = false;

/**
 * Shows a short message at the edge of the page; screen readers say it. For what happened, not for what has to be read:
 * errors that need an answer belong where they arose.
 *
 * @example showToast({ text: messages.archived(name), action: { label: messages.undo, run: restore } });
 */
export function showToast(toast: Toast): void {
  // Most pages never show one, so it is no part of the first page.
  isWanted = true;
  for (const listener of listeners) listener();
  void import('./show-notification.tsx').then(({ showNotification }) => showNotification(toast, SHOWN_MS * (toast.action === undefined ? 1 : 2)));
}

/** Whether a message was ever shown, and so the place for messages is needed; for `useSyncExternalStore`. */
export function areToastsWanted(): boolean {
  return isWanted;
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
