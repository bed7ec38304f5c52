/** Estimates how long an experiment still takes from how long its epochs took so far. */
export interface TimeLeft {
  /** An epoch has ended; `left`: epochs of all members that are still to come, at most. -> seconds */
  afterEpoch(left: number): number;
}

/** now: in milliseconds. What lies between epochs (starting a trainer, judging a run) counts as a part of them. */
export function makeTimeLeft(now: () => number = () => performance.now()): TimeLeft {
  const began = now();
  let epochs = 0;
  return {
    afterEpoch: (left) => {
      epochs++;
      return ((now() - began) / 1000 / epochs) * left;
    },
  };
}
