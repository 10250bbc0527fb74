import { getPreferences } from '../preferences.ts';
import { keyOfEvent } from './key-of-event.ts';

/** Something a key does while its page is shown. */
export type Shortcut = {
  /** One key or two after another: `s`, `?`, `g p`, `mod+enter`. */
  keys: string;
  /** What it does, in a few words: a line of the help sheet. */
  label: string;
  action: () => void;
  /** Also while somebody types or a dialog is open; for combinations with `mod` only. */
  isForTyping?: boolean;
};

const SECOND_KEY_WITHIN_MS = 1200;
const active = new Set<Shortcut>();
let first: { key: string; atMs: number } | null = null;

/** Makes a shortcut work until the answered function is called. Of two with the same keys the later one works. */
export function addShortcut(shortcut: Shortcut): () => void {
  if (active.size === 0) globalThis.addEventListener('keydown', onKeyDown);
  active.add(shortcut);
  return () => {
    active.delete(shortcut);
    if (active.size === 0) globalThis.removeEventListener('keydown', onKeyDown);
  };
}

/** What works now, in the order it was added; of two with the same keys only the one that works. */
export function listShortcuts(): Shortcut[] {
  return [...new Map([...active].map((shortcut) => [shortcut.keys, shortcut])).values()];
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || event.isComposing) return;
  const key = keyOfEvent(event);
  if (key === null) return;
  const before = first !== null && event.timeStamp - first.atMs < SECOND_KEY_WITHIN_MS ? first.key : null;
  first = { key, atMs: event.timeStamp };
  const isBusy = isTyping(event.target) || document.querySelector('[role="dialog"], dialog[open]') !== null;
  const works = [...active].filter((shortcut) => isAllowed(shortcut, isBusy));
  const found = works.findLast(({ keys }) => before !== null && keys === `${before} ${key}`) ?? works.findLast(({ keys }) => keys === key);
  if (found === undefined) return;
  first = null;
  event.preventDefault();
  found.action();
}

function isAllowed({ keys, isForTyping = false }: Shortcut, isBusy: boolean): boolean {
  if (isBusy) return isForTyping && keys.startsWith('mod+');
  return keys.startsWith('mod+') || getPreferences().hasSingleKeys;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !isButton(target));
}

function isButton(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && /^(checkbox|radio|button|submit|file|reset)$/.test(target.type);
}
