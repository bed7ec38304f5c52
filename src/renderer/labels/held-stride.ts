/** Repeats of a held key from which on it goes so many bars at a time: half a second of single bars, and then ever faster. */
const STRIDES = [
  { from: 64, bars: 25 },
  { from: 40, bars: 10 },
  { from: 26, bars: 5 },
  { from: 15, bars: 2 },
] as const;

/** Bars that the cursor goes at the next repeat of a held arrow, so that any bar is reached in seconds and the next one still exactly. */
export function heldStride(repeats: number): number {
  return STRIDES.find(({ from }) => repeats >= from)?.bars ?? 1;
}
