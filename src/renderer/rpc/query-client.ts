import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { toAppError } from '../../shared/contract/errors.ts';
import { showError } from '../ui/toast-manager.ts';
import { ConnectionLost } from './connection-lost.ts';

/** What the core said stays true until an event says otherwise, so nothing is fetched again by itself. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => query.meta?.quiet !== true && showError(toAppError(error)) }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => mutation.meta?.quiet !== true && showError(toAppError(error)),
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (_count, error) => error instanceof ConnectionLost,
        retryDelay: 0,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
