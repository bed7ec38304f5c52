import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ActionsProvider } from '../actions/actions-context.tsx';
import type { Connection } from '../rpc/connection.ts';
import { ConnectionProvider } from '../rpc/core-context.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { followCore } from './core-events.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';

interface AppProps {
  readonly connection: Connection;
  readonly queries: QueryClient;
}

export function App({ connection, queries }: AppProps) {
  useEffect(() => followCore(connection, queries), [connection, queries]);
  return (
    <ErrorBoundary>
      {/* The page's content security policy allows no style elements; base.css has what they would hold. */}
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queries}>
          <ConnectionProvider value={connection}>
            <ActionsProvider>
              <Tooltip.Provider delay={450}>
                <Shell />
                <Toasts />
              </Tooltip.Provider>
            </ActionsProvider>
          </ConnectionProvider>
        </QueryClientProvider>
      </CSPProvider>
    </ErrorBoundary>
  );
}
