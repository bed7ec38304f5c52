import type { HeldOutSeries } from '../../../domain/train-config.ts';
import type { SplitPart } from '../../../domain/window.ts';
import { randomOrder, streamKey } from '../../model/counter-random.ts';
import type { SplitWindow } from './split-window.ts';

// The same series are held out whatever the training's seed, so that seeds are judged on the same windows.
const SERIES_STREAM = 0x5e21;

/**
 * Whole series validate and test; all others train. By name or id exactly those; by share as many symbols as come nearest to
 * that share of the windows, drawn at random but always the same ones, and never the last symbol that is left to train on.
 */
export function splitBySeries(windows: readonly SplitWindow[], validation: HeldOutSeries, test: HeldOutSeries): SplitPart[] {
  const testing = holdOut(windows, test);
  const others = windows.filter((window) => !testing(window));
  const validating = holdOut(others, validation);
  return windows.map((window) => (testing(window) ? 'test' : validating(window) ? 'val' : 'train'));
}

/** Whether a window is of a series that the list names. */
export const isNamed = ({ series, symbol }: SplitWindow, names: readonly (number | string)[]): boolean => names.includes(series) || names.includes(symbol);

function holdOut(windows: readonly SplitWindow[], held: HeldOutSeries): (window: SplitWindow) => boolean {
  if (typeof held !== 'number') return (window) => isNamed(window, held);
  const symbols = drawSymbols(windows, held);
  return ({ symbol }) => symbols.has(symbol);
}

/** Series of one symbol, at several timeframes or from several sources, are one instrument and stay together. */
function drawSymbols(windows: readonly SplitWindow[], share: number): ReadonlySet<string> {
  const drawn = new Set<string>();
  if (share <= 0) return drawn;
  const counts = new Map<string, number>();
  for (const { symbol } of windows) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const symbols = [...counts.keys()].sort();
  const wanted = share * windows.length;
  let held = 0;
  for (const n of randomOrder(streamKey(0, SERIES_STREAM), symbols.length)) {
    const withIt = held + counts.get(symbols[n])!;
    const isNearer = Math.abs(withIt - wanted) < Math.abs(held - wanted);
    if (drawn.size === symbols.length - 1 || (drawn.size > 0 && !isNearer)) break;
    drawn.add(symbols[n]);
    held = withIt;
  }
  return drawn;
}
