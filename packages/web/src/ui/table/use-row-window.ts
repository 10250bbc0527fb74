import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/**
 * `ref` is for the table, `rowRef` for each row, which has `data-index`. Rows from `start` up to, not including, `end` are
 * drawn; `before` and `after` are the pixels that the others take.
 */
type RowWindow = { ref: RefObject<HTMLTableElement | null>; rowRef: (row: HTMLElement | null) => void; start: number; end: number; before: number; after: number };
type More = { hasMore: boolean; isLoading: boolean; onMore: () => void };

/** So many rows are drawn beyond each edge of the window: a frame that comes late shows no hole. */
const OVERSCAN = 16;
/** The next page is asked for this far before the end: somebody who scrolls does not wait for it. */
const NEAR_END_ROWS = 60;

/**
 * Which rows of a table are in sight of the window; all of them when `rowHeight` is null. Near the end, the next page is
 * asked for. Rows are measured when they are drawn, so `rowHeight` may be a guess.
 */
export function useRowWindow(count: number, rowHeight: number | null, more: More | undefined): RowWindow {
  const ref = useRef<HTMLTableElement>(null);
  const isOn = rowHeight !== null;
  const top = useTopOfRows(ref, isOn);
  const estimateSize = useCallback(() => rowHeight ?? 1, [rowHeight]);
  const virtualizer = useWindowVirtualizer({ count: isOn ? count : 0, estimateSize, overscan: OVERSCAN, scrollMargin: top, enabled: isOn });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const end = isOn ? (last?.index ?? -1) + 1 : count;
  const isNearEnd = isOn && end >= count - NEAR_END_ROWS;
  useEffect(() => {
    if (isNearEnd && more?.hasMore === true && !more.isLoading) more.onMore();
  }, [isNearEnd, more]);
  return {
    ref,
    rowRef: virtualizer.measureElement,
    start: first?.index ?? 0,
    end,
    before: first === undefined ? 0 : first.start - top,
    after: last === undefined ? 0 : virtualizer.getTotalSize() - (last.end - top),
  };
}

/** How far the first row lies below the top of the document; what stands above it may change its height. */
function useTopOfRows(ref: RefObject<HTMLTableElement | null>, isOn: boolean): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const look = (): void => {
      const body = ref.current?.tBodies[0];
      if (body !== undefined) setTop(Math.round(body.getBoundingClientRect().top + globalThis.scrollY));
    };
    look();
    // The page's height also changes with each row that is measured; then the top is found where it was.
    const watcher = new ResizeObserver(look);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, [ref, isOn]);
  return top;
}
