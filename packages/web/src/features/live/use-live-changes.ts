import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Events after which figures, personas or settings may be others than those shown. */
const FIGURE_EVENTS = [
  'persona.changed', 'persona.scored', 'response.stored', 'responses.stored', 'responses.erased', 'import.changed', 'settings.changed',
];

/** Responses come in bursts: the first is shown at once, then figures are asked for at most this often. */
const REFRESH_EVERY_MS = 2000;

/**
 * Keeps what is shown up to date while the page is open: every change on the server marks the gallery as old.
 *
 * The browser reconnects by itself and is told what it missed. When the server refuses the stream for good, the session
 * is asked for, which shows whether it has ended.
 */
export function useLiveChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const events = new EventSource('/api/events');
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isAskedAgain = false;
    const refresh = (): void => {
      if (timer !== null) {
        isAskedAgain = true;
        return;
      }
      void queries.invalidateQueries({ queryKey: ['gallery'] });
      timer = setTimeout(() => {
        timer = null;
        if (isAskedAgain) refresh();
        isAskedAgain = false;
      }, REFRESH_EVERY_MS);
    };
    const onError = (): void => {
      if (events.readyState === EventSource.CLOSED) void queries.invalidateQueries({ queryKey: ['session'] });
    };
    for (const type of FIGURE_EVENTS) events.addEventListener(type, refresh);
    events.addEventListener('error', onError);
    return () => {
      events.close();
      if (timer !== null) clearTimeout(timer);
    };
  }, [queries]);
}
