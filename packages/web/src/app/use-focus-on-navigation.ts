import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After going to another page, puts the focus on its heading, so that screen readers say where one is and Tab goes on
 * from there. Not on the first page, and not when only the part behind `?` changed.
 */
export function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        const heading = document.querySelector<HTMLElement>('#content h1') ?? document.querySelector<HTMLElement>('#content');
        heading?.focus({ preventScroll: true });
      }),
    [router],
  );
}
