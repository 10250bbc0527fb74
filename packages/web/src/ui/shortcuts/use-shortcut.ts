import { useEffect, useRef } from 'react';
import { addShortcut } from './shortcuts.ts';

/**
 * Binds a key to an action while this component is shown, and lists it on the help sheet (`?`).
 *
 * Never fires while somebody types or a dialog is open, unless `isForTyping` and with `mod`. `action` null: not now, and
 * not on the help sheet.
 *
 * @example useShortcut('s', messages.syncNow, isSyncing ? null : sync);
 */
export function useShortcut(keys: string, label: string, action: (() => void) | null, { isForTyping = false } = {}): void {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  const isOn = action !== null;
  useEffect(() => (isOn ? addShortcut({ keys, label, isForTyping, action: () => latest.current?.() }) : undefined), [keys, label, isForTyping, isOn]);
}
