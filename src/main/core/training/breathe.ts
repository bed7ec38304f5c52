import { setImmediate } from 'node:timers/promises';

const SLICE_MS = 12;

/** Long work calls it between its steps: lets the core answer others whenever a slice of time is used up. */
export function makeBreather(): () => Promise<void> {
  let sliceStart = performance.now();
  return async () => {
    if (performance.now() - sliceStart < SLICE_MS) return;
    await setImmediate();
    sliceStart = performance.now();
  };
}
