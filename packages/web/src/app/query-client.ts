import { LikenessError } from '@likeness/sdk';
import { QueryClient } from '@tanstack/react-query';

/**
 * What the server said, kept while the page is open.
 *
 * A refusal is final, anything else is tried once more. Figures that were shown stay when newer ones do not load. Live
 * events say when something changed; time alone does not make it old. Changes are never sent twice by themselves.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retryDelay: 500,
      retry: (failures, error) => failures < 1 && !(error instanceof LikenessError && error.status < 500),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
