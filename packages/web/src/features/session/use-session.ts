import { type Schemas, unwrap } from '@likeness/sdk';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';

export type Session = Schemas['Session'];

/** Who is signed in and for which tenant; both are null when nobody is. */
export function useSession(): UseQueryResult<Session> {
  return useQuery({
    queryKey: ['session'],
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/session', { signal })),
  });
}
