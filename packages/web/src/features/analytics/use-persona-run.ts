import { LikenessError, type Schemas, unwrap } from '@likeness/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';

type Run = Schemas['Run'];
type Kind = 'sync' | 'batch-calculate';

const ASK_EVERY_MS = 400;
const ASYNC = { prefer: 'respond-async' };

/** How far a run is; null while none is under way. */
export type RunProgress = { done: number; total: number | null } | null;

/**
 * Starts a sync or a calculation of one persona and follows it to its end; one that somebody started already is followed
 * instead. Everything shown is asked for again when it has succeeded.
 *
 * The promise resolves with the run that succeeded, and rejects with why it did not.
 */
export function usePersonaRun(personaId: number, kind: Kind) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<RunProgress>(null);
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async () => {
      setProgress({ done: 0, total: null });
      return follow(await begin(personaId, kind), setProgress);
    },
    onSuccess: async () => {
      const resources = ['personas', 'figures', 'runs'] as const;
      await Promise.all(resources.map((resource) => queries.invalidateQueries({ queryKey: keyOf(resource) })));
    },
    onSettled: () => setProgress(null),
  });
  return { start: () => mutateAsync(), isRunning: isPending, progress };
}

async function begin(personaId: number, kind: Kind): Promise<number> {
  const params = { path: { id: personaId }, header: ASYNC };
  try {
    const answer = kind === 'sync'
      ? unwrap(await likeness.POST('/api/cx-personas/{id}/sync', { params }))
      : unwrap(await likeness.POST('/api/cx-personas/{id}/batch-calculate', { params }));
    if ('id' in answer) return answer.id;
  } catch (error) {
    if (!(error instanceof LikenessError) || error.code !== 'already_running') throw error;
  }
  const { items } = unwrap(await likeness.GET('/api/runs', { params: { query: { kind, limit: 25 } } }));
  const running = items.find((run) => (run.persona_id === personaId || run.persona_id === null) && isUnderWay(run)) ?? items[0];
  if (running === undefined) throw new Error('No run to follow');
  return running.id;
}

async function follow(id: number, onProgress: (progress: RunProgress) => void): Promise<Run> {
  for (;;) {
    const run = unwrap(await likeness.GET('/api/runs/{id}', { params: { path: { id } } }));
    if (run.status === 'succeeded') return run;
    if (run.status === 'failed') throw new RunFailed(run.error?.message ?? '');
    onProgress({ done: run.done, total: run.total });
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** A run that ended without success; the message is the server's reason. */
export class RunFailed extends Error {}

function isUnderWay({ status }: Run): boolean {
  return status === 'queued' || status === 'running';
}
