/** Missing bars after which what came before says little of what follows: an hour of one-minute bars. */
const LARGEST_GAP_BARS = 60;

/**
 * Where features start afresh: the first bar, and each that follows a gap of more than 60 bars (an hour of one-minute bars),
 * as between two sessions or two windows that were cut out of a series. The step is the smallest in `time` (ascending). Indices.
 */
export function freshStarts(time: ArrayLike<number>): number[] {
  let step = Infinity;
  for (let i = 1; i < time.length; i++) step = Math.min(step, time[i] - time[i - 1]);
  const starts = [0];
  for (let i = 1; i < time.length; i++) if (time[i] - time[i - 1] > (LARGEST_GAP_BARS + 1) * step) starts.push(i);
  return starts;
}
