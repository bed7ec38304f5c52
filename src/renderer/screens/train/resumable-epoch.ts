import type { RunDetails } from '../../../shared/contract/training.ts';

/** The epoch after which a run that ended early can go on; null: it cannot, or has nothing left to do. */
export function resumableEpoch(details: Pick<RunDetails, 'run' | 'resumableFrom'> | undefined): number | null {
  if (details === undefined || details.resumableFrom === null) return null;
  const { state, config } = details.run;
  const endedEarly = state === 'interrupted' || state === 'cancelled' || state === 'failed';
  return endedEarly && details.resumableFrom < config.epochs ? details.resumableFrom : null;
}
