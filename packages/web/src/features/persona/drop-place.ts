import { isSortable } from '@dnd-kit/react/sortable';
import type { DragDropProvider } from '@dnd-kit/react';
import type { ComponentProps } from 'react';

type Provider = ComponentProps<typeof DragDropProvider>;
export type DragOver = Parameters<NonNullable<Provider['onDragOver']>>[0];
export type DragEnd = Parameters<NonNullable<Provider['onDragEnd']>>[0];

/** Between lists nothing is moved before it is dropped: the library would take elements out of React's hands. */
export function keepInItsList(event: DragOver): void {
  const { source, target } = event.operation;
  if (isSortable(source) && (!isSortable(target) || target.group !== source.group)) event.preventDefault();
}

/**
 * Where something was dropped: in which list, and at which position there. Over an empty part of a list, whose id ends in
 * `-<list>`, it is that list's end. Null when it was put back.
 */
export function toDropPlace({ operation: { source, target }, canceled }: DragEnd): { id: string; list: string; index: number } | null {
  if (canceled || !isSortable(source)) return null;
  const id = String(source.id);
  const own = { id, list: String(source.group), index: source.index };
  if (target === null) return own;
  if (isSortable(target)) return target.group === source.group ? own : { id, list: String(target.group), index: target.index };
  const list = String(target.id).replace(/^(list|column)-/, '');
  return list === own.list ? own : { id, list, index: Number.MAX_SAFE_INTEGER };
}
