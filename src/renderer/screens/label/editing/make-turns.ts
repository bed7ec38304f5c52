/** Works that are done one after the other, in the order in which they were asked for. */
export interface Turns {
  isBusy(): boolean;
  /** Settles as the work does; what comes after it waits for that, and is done whether it failed or not. */
  take(work: () => Promise<void>): Promise<void>;
}

/** onBusy: told when the first of them begins, and when none is left. */
export function makeTurns(onBusy: (isBusy: boolean) => void): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let left = 0;

  function begin(): void {
    left += 1;
    if (left === 1) onBusy(true);
  }
  function end(): void {
    left -= 1;
    if (left === 0) onBusy(false);
  }

  return {
    isBusy: () => left > 0,
    take: (work) => {
      begin();
      const mine = last.then(work).finally(end);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
