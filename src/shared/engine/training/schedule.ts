import { assertNever } from '../../domain/assert-never.ts';
import type { LearningRateSchedule } from '../../domain/train-config.ts';

// As PyTorch's OneCycleLR: it starts at a 25th of the highest rate and ends at a 10,000th of where it started.
const ONE_CYCLE_START = 1 / 25;
const ONE_CYCLE_END = ONE_CYCLE_START / 1e4;

/** Factor of the learning rate in step 0 ... steps - 1. */
export function scheduleFactor(schedule: LearningRateSchedule, step: number, steps: number): number {
  switch (schedule.kind) {
    case 'constant':
      return 1;
    case 'cosine':
      return cosineWithWarmUp(schedule.warmUpSteps, schedule.floor, step, steps);
    case 'one-cycle':
      return oneCycle(schedule.peakAt, step, steps);
    default:
      return assertNever(schedule);
  }
}

/** Rises in a straight line to 1, then falls to `floor`. */
function cosineWithWarmUp(warmUpSteps: number, floor: number, step: number, steps: number): number {
  if (step < warmUpSteps) return (step + 1) / warmUpSteps;
  return halfCosine(1, floor, share(step - warmUpSteps, steps - 1 - warmUpSteps));
}

/** Rises until `peakAt` (a share of all steps), then falls to nearly nothing (Smith and Topin 2018). */
function oneCycle(peakAt: number, step: number, steps: number): number {
  // PyTorch counts steps from 1 here: the peak of 100 steps at 0.3 is the 30th.
  const peak = peakAt * steps - 1;
  return step <= peak
    ? halfCosine(ONE_CYCLE_START, 1, share(step, peak))
    : halfCosine(1, ONE_CYCLE_END, share(step - peak, steps - 1 - peak));
}

function halfCosine(from: number, to: number, progress: number): number {
  return to + (from - to) * (1 + Math.cos(Math.PI * progress)) / 2;
}

const share = (part: number, whole: number): number => (whole <= 0 ? 1 : Math.min(1, part / whole));
