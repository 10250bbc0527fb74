import { unwrap } from '@likeness/sdk';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { toTrouble, type Trouble } from '../../ui/trouble/to-trouble.ts';
import type { Import, Mapping } from './recognition.ts';

/** Longer files are tried when somebody asks, not after each correction. */
const TRIED_UNASKED_ROWS = 50_000;
const SETTLED_AFTER_MS = 500;

/** One import, kept up to date by live changes. */
export function useImport(id: number): UseQueryResult<Import> {
  return useQuery({
    queryKey: keyOf('imports', id),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
  });
}

/** The mapping as it is being corrected, and the trial run of it. */
export type Draft = {
  mapping: Mapping;
  change: (mapping: Mapping) => void;
  /** Reads every row under the mapping as it stands. */
  check: () => void;
  isChecking: boolean;
  /** Whether the report is of the mapping as it stands. */
  isChecked: boolean;
  /** Why the last trial could not run; null when it did. */
  trouble: Trouble | null;
  /** Whether trials run by themselves. */
  isUnasked: boolean;
};

/**
 * Corrections of a mapping. The server keeps the mapping that was last tried, so that a reload and another tab find it; the
 * trial of a file that is not long runs by itself half a second after each correction.
 */
export function useDraft(imported: Import, proposed: Mapping, rowCount: number, mayWrite: boolean): Draft {
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Mapping | null>(null);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (mapping: Mapping) => unwrap(await likeness.POST('/api/imports/{id}/check', { params: { path: { id: imported.id } }, body: mapping })),
    onSuccess: (checked, sent) => {
      queries.setQueryData(keyOf('imports', imported.id), checked);
      // What was corrected meanwhile is tried next.
      setEdited((now) => (now === sent ? null : now));
    },
  });
  const mapping = edited ?? proposed;
  const isUnasked = mayWrite && rowCount <= TRIED_UNASKED_ROWS;
  const isOpen = imported.status === 'recognised' || edited !== null;
  const isDue = isUnasked && isOpen && !isPending && error === null;
  useEffect(() => {
    if (!isDue) return undefined;
    const timer = setTimeout(() => mutate(mapping), edited === null ? 0 : SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isDue, mapping, edited, mutate]);
  return {
    mapping,
    change: (next) => {
      reset();
      setEdited(next);
    },
    check: () => mutate(mapping),
    isChecking: isPending,
    isChecked: edited === null && imported.report !== null && imported.status !== 'recognised',
    trouble: error === null ? null : toTrouble(error),
    isUnasked,
  };
}
