import { type ReactNode, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import classes from './page.module.css';

let slot: HTMLElement | null = null;
const listeners = new Set<() => void>();

/** Where a part of a page puts actions into the page's head: a tab has its own buttons there. */
export function PageActions({ children }: { children: ReactNode }) {
  const place = useSyncExternalStore(subscribe, () => slot);
  return place === null ? null : createPortal(children, place);
}

/** The place in the head that `PageActions` fills. One a page; `Page` has it. */
export function PageActionsSlot() {
  const [element, setElement] = useState<HTMLElement | null>(null);
  // Before the first paint, so that the head does not grow under somebody's eyes.
  useLayoutEffect(() => {
    setSlot(element);
    return () => setSlot(null);
  }, [element]);
  return <div ref={setElement} className={classes.slot} />;
}

function setSlot(element: HTMLElement | null): void {
  slot = element;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
