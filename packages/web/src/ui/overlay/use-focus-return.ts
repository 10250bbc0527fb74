import { useLayoutEffect } from 'react';

/**
 * Gives the focus back to what had it before, when something that lay over the page is gone: also when it is taken away
 * together with the component that drew it, as an address or a parent does. Does nothing when the focus is elsewhere by then.
 */
export function useFocusReturn(isOpen = true): void {
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement;
    return () => {
      // What is taken away has the focus until it is gone.
      setTimeout(() => {
        const isNowhere = document.activeElement === null || document.activeElement === document.body;
        if (isNowhere && before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    };
  }, [isOpen]);
}
