import { constants } from 'node:os';
import type { Core } from '../core/core.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends work, trainer and project in good order before the process tells of it and ends. Returns the way to take that back. */
export function closeOnSignals(core: Core, tell: (signal: NodeJS.Signals) => void): () => void {
  const close = async (signal: NodeJS.Signals) => {
    await core.close();
    tell(signal);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.once(signal, close);
  return () => SIGNALS.forEach((signal) => process.off(signal, close));
}
