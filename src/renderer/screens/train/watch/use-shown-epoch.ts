import { useState } from 'react';
import type { EpochRecord } from '../../../../shared/domain/run.ts';

export interface ShownEpoch {
  /** undefined: none is done yet. */
  readonly record: EpochRecord | undefined;
  /** The newest epoch is shown, and those to come will be. */
  readonly isFollowing: boolean;
  /** Shows the epoch at an index, clamped; the last one is followed. */
  show(index: number): void;
  readonly index: number;
}

/** Which of the epochs is shown: the newest as it comes, or an earlier one that the person went back to. */
export function useShownEpoch(epochs: readonly EpochRecord[]): ShownEpoch {
  const [chosen, setChosen] = useState<number | null>(null);
  const last = epochs.length - 1;
  const index = chosen === null ? last : Math.min(chosen, last);
  return {
    record: epochs[index],
    isFollowing: chosen === null,
    index,
    show: (wanted) => setChosen(wanted >= last ? null : Math.max(0, wanted)),
  };
}
