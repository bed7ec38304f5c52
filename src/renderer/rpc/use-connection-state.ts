import { useSyncExternalStore } from 'react';
import type { ConnectionState } from './connection.ts';
import { useCore } from './core-context.tsx';

export function useConnectionState(): ConnectionState {
  const connection = useCore();
  return useSyncExternalStore(connection.onState, connection.state);
}
