import { createContext, use } from 'react';
import type { Connection } from './connection.ts';

const ConnectionContext = createContext<Connection | null>(null);

export const ConnectionProvider = ConnectionContext;

export function useCore(): Connection {
  const connection = use(ConnectionContext);
  if (connection === null) throw new Error('useCore needs a ConnectionProvider around it.');
  return connection;
}
