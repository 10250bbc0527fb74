import { type Schemas, unwrap } from '@likeness/sdk';
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from './likeness.ts';
import { keyOf } from './query-keys.ts';
import { rememberTenant } from './remembered-tenant.ts';

export type Session = Schemas['Session'];
type Scope = NonNullable<Session['tenant']>['scopes'][number];

/** How the session is asked for. A browser in which nobody is signed in forgets the tenant. */
export const sessionQuery = queryOptions({
  queryKey: keyOf('session'),
  queryFn: async ({ signal }) => {
    const session = unwrap(await likeness.GET('/api/session', { signal }));
    if (session.tenant === null) rememberTenant(null);
    return session;
  },
});

/** Who is signed in and for which tenant; both are null when nobody is. */
export function useSession(): UseQueryResult<Session> {
  return useQuery(sessionQuery);
}

/** Whether the role of whoever is signed in allows something. False while the session is not known yet. */
export function useMay(scope: Scope): boolean {
  return useSession().data?.tenant?.scopes.includes(scope) ?? false;
}
