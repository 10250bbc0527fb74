import { type Schemas, unwrap } from '@likeness/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { keyOf, type Resource } from '../../api/query-keys.ts';
import { showTrouble } from '../../ui/toast/use-undoable-mutation.ts';
import { type Pace, type Progress, toPace } from './to-pace.ts';

export type Run = Schemas['Run'];

/** A run as it was at a moment by the browser's clock; null: the import has none. */
type SeenRun = { run: Run | null; atMs: number };

const ASK_EVERY_MS = 1000;

/**
 * The newest run of an import, found by the import, so that a reload and another tab follow it too, and how fast it goes
 * since this page looks. `run` is undefined while it is not known, null when there is none.
 */
export function useImportRun(importId: number, isUnderWay: boolean): { run: Run | null | undefined; pace: Pace } {
  const { data } = useQuery({
    queryKey: keyOf('runs', 'of-import', importId),
    queryFn: async ({ signal }): Promise<SeenRun> => ({ run: await findRun(importId, signal), atMs: performance.now() }),
    refetchInterval: isUnderWay ? ASK_EVERY_MS : false,
  });
  const [first, setFirst] = useState<(Progress & { id: number }) | null>(null);
  const run = data?.run;
  if (data !== undefined && run?.status === 'running' && first?.id !== run.id) setFirst({ id: run.id, done: run.done, atMs: data.atMs });
  const isMeasured = data !== undefined && run !== undefined && run !== null && first?.id === run.id;
  return { run, pace: isMeasured ? toPace(first, { done: run.done, atMs: data.atMs }, run.total) : null };
}

async function findRun(importId: number, signal: AbortSignal): Promise<Run | null> {
  const { items } = unwrap(await likeness.GET('/api/runs', { params: { query: { limit: 1, import_id: importId } }, signal }));
  return items[0] ?? null;
}

const MADE_OLD: readonly Resource[] = ['imports', 'runs', 'forms'];

/** Starts storing a checked import, or taking a stored one back. */
export function useStart(importId: number, what: 'start' | 'undo') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const params = { path: { id: importId } };
      return what === 'start'
        ? unwrap(await likeness.POST('/api/imports/{id}/start', { params }))
        : unwrap(await likeness.POST('/api/imports/{id}/undo', { params }));
    },
    onSuccess: (run) => queries.setQueryData<SeenRun>(keyOf('runs', 'of-import', importId), { run, atMs: performance.now() }),
    onError: showTrouble,
    onSettled: () => Promise.all(MADE_OLD.map((resource) => queries.invalidateQueries({ queryKey: keyOf(resource) }))),
  });
}

/** Throws away an upload that stored nothing. */
export function useDiscard(importId: number, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => unwrap(await likeness.DELETE('/api/imports/{id}', { params: { path: { id: importId } } })),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: keyOf('imports', 'list') });
    },
    onError: showTrouble,
  });
}
