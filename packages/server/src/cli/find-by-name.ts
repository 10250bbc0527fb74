import { foldText } from '@likeness/core';
import { CommandError } from './command.ts';

type Named = { id: number; name: string };

/** Reads one page of a list, as the services answer it. */
export type ReadPage<T> = (page: { limit: number; cursor?: string }) => Promise<{ items: T[]; next_cursor: string | null }>;

/** The first item of this name, compared after folding; null when no page has one. */
export async function findByName<T extends Named>(read: ReadPage<T>, name: string): Promise<T | null> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<ReadPage<T>>> = await read({ limit: 100, ...(cursor !== null && { cursor }) });
    const found = page.items.find((item) => foldText(item.name) === foldText(name));
    if (found !== undefined) return found;
    cursor = page.next_cursor;
  } while (cursor !== null);
  return null;
}

/**
 * The item of this name.
 * @param thing what it is in words, as "form"
 * @throws {CommandError} when there is none
 */
export async function getByName<T extends Named>(read: ReadPage<T>, name: string, thing: string): Promise<T> {
  const found = await findByName(read, name);
  if (found === null) throw new CommandError(`There is no ${thing} "${name}".`);
  return found;
}
