import { useSyncExternalStore } from 'react';

/** What somebody chose about this browser; kept in it, and shared by its open pages. */
export type Preferences = {
  /** Whether shortcuts of a single key (`s`, `?`, `g p`) work. Those with Ctrl always do. */
  hasSingleKeys: boolean;
};

const KEY = 'likeness.preferences';
const DEFAULTS: Preferences = { hasSingleKeys: true };
const listeners = new Set<() => void>();
let current = read();

/** The preferences of this browser, and a way to change some of them. */
export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  return [useSyncExternalStore(subscribe, getPreferences), changePreferences];
}

/** The same, for code that is no component. */
export function getPreferences(): Preferences {
  return current;
}

function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  globalThis.localStorage.setItem(KEY, JSON.stringify(current));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  globalThis.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) globalThis.removeEventListener('storage', onStorage);
  };
}

function onStorage({ key }: StorageEvent): void {
  if (key !== KEY) return;
  current = read();
  for (const listener of listeners) listener();
}

function read(): Preferences {
  // Only a page has storage, some people forbid it, and anybody can write there.
  try {
    const stored: unknown = globalThis.document === undefined ? null : JSON.parse(globalThis.localStorage.getItem(KEY) ?? '{}');
    const hasSingleKeys = typeof stored === 'object' && stored !== null && 'hasSingleKeys' in stored ? stored.hasSingleKeys !== false : true;
    return { hasSingleKeys };
  } catch {
    return DEFAULTS;
  }
}
