import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keyOf } from '../../api/query-keys.ts';
import type { Import } from './recognition.ts';
import type { Run } from './use-import-run.ts';

/** Asks for the import again when its run has ended, should the live event of it not have arrived. */
export function useFollow({ id }: Import, run: Run | null | undefined): void {
  const queries = useQueryClient();
  const status = run?.status;
  useEffect(() => {
    if (status === 'succeeded' || status === 'failed') void queries.invalidateQueries({ queryKey: keyOf('imports', id) });
  }, [queries, id, status]);
}
