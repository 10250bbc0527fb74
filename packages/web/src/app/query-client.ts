import { LikenessError } from '@likeness/sdk';
import { QueryCache, QueryClient } from '@tanstack/react-query';

/**
 * What the server said, kept while the page is open.
 *
 * A refusal is final, anything else is tried once more. When a session ends meanwhile, the session is asked for again,
 * so that the page can say so; figures that were shown stay until then.
 */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isRefusal(error, 'not_signed_in')) void client.invalidateQueries({ queryKey: ['session'] });
      },
    }),
    defaultOptions: {
      queries: {
        // Live events say when figures change; time alone does not make them stale.
        staleTime: 60_000,
        networkMode: 'always',
        retryDelay: 500,
        retry: (failures, error) => failures < 1 && !(error instanceof LikenessError && error.status < 500),
      },
    },
  });
  return client;
}

function isRefusal(error: unknown, code: LikenessError['code']): boolean {
  return error instanceof LikenessError && error.code === code;
}
