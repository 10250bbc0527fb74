import { type Schemas, unwrap } from '@likeness/sdk';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from './likeness.ts';
import { keyOf } from './query-keys.ts';

export type Session = Schemas['Session'];
type Scope = NonNullable<Session['tenant']>['scopes'][number];

/** Who is signed in and for which tenant; both are null when nobody is. */
export function useSession(): UseQueryResult<Session> {
  return useQuery({
    queryKey: keyOf('session'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/session', { signal })),
  });
}

/** Whether the role of whoever is signed in allows something. False while the session is not known yet. */
export function useMay(scope: Scope): boolean {
  return useSession().data?.tenant?.scopes.includes(scope) ?? false;
}
