import { type RefObject, useEffect, useRef, useState } from 'react';
import { toRowWindow } from './to-row-window.ts';

type RowWindow = { ref: RefObject<HTMLTableElement | null>; start: number; end: number; before: number; after: number };
type More = { hasMore: boolean; isLoading: boolean; onMore: () => void };

const NEAR_END_ROWS = 24;

/**
 * Which rows of a table are in sight of the window; all of them when `rowHeight` is null. Near the end, the next page is
 * asked for. Rows are measured as they are drawn, so `rowHeight` may be a guess.
 */
export function useRowWindow(count: number, rowHeight: number | null, more: More | undefined): RowWindow {
  const ref = useRef<HTMLTableElement>(null);
  const [sight, setSight] = useState({ scrolled: 0, viewHeight: 0, rowHeight: rowHeight ?? 1 });
  const isOn = rowHeight !== null;
  useEffect(() => (isOn ? watchSight(ref, setSight) : undefined), [isOn]);
  const window = isOn ? toRowWindow({ ...sight, count }) : { start: 0, end: count, before: 0, after: 0 };
  const isNearEnd = isOn && window.end >= count - NEAR_END_ROWS;
  useEffect(() => {
    if (isNearEnd && more?.hasMore === true && !more.isLoading) more.onMore();
  }, [isNearEnd, more]);
  return { ref, ...window };
}

function watchSight(ref: RefObject<HTMLTableElement | null>, tell: (sight: { scrolled: number; viewHeight: number; rowHeight: number }) => void): () => void {
  let frame = 0;
  const look = (): void => {
    frame = 0;
    const body = ref.current?.tBodies[0];
    const rows = body?.querySelectorAll<HTMLElement>('tr[data-index]');
    const [first, last] = [rows?.[0], rows?.[rows.length - 1]];
    if (body === undefined || first === undefined || last === undefined || rows === undefined) return;
    const rowHeight = (last.getBoundingClientRect().bottom - first.getBoundingClientRect().top) / rows.length;
    tell({ scrolled: -body.getBoundingClientRect().top, viewHeight: globalThis.innerHeight, rowHeight });
  };
  const onMove = (): void => {
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  look();
  globalThis.addEventListener('scroll', onMove, { passive: true });
  globalThis.addEventListener('resize', onMove);
  return () => {
    cancelAnimationFrame(frame);
    globalThis.removeEventListener('scroll', onMove);
    globalThis.removeEventListener('resize', onMove);
  };
}
