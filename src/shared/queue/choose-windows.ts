import type { BarColumns } from '../domain/bar.ts';
import { makeRandomSource } from '../sample/random-source.ts';
import { draw } from './draw.ts';
import { ruleWindows } from './rule-windows.ts';
import { shareEvenly } from './share-evenly.ts';
import { dayParts, volatilityParts } from './window-strata.ts';
import type { WindowTake } from './window-take.ts';

export interface WindowsWanted {
  /** In bars. */
  readonly length: number;
  /** From the first bar of one window that could be cut to that of the next; a rule takes its windows wherever they lie. */
  readonly stride: number;
  readonly take: WindowTake;
  /** [n], 1 where a window holds the bar already. */
  readonly taken: Uint8Array;
  /** Whether there is a window of this length already that begins at the bar. */
  readonly exists: (first: number) => boolean;
  /** Of an opening time, by the clock of the series. */
  readonly hourOf: (time: number) => number;
}

/** First bars of the windows to make of these bars, in time. `every` tells those that exist, too; the others leave them out. */
export function chooseWindows(bars: BarColumns, { length, stride, take, taken, exists, hourOf }: WindowsWanted): readonly number[] {
  const firsts: number[] = [];
  for (let first = 0; first + length <= bars.time.length; first += stride) firsts.push(first);
  if (take.kind === 'every') return firsts;
  const random = makeRandomSource(take.seed);
  if (take.kind === 'rule') return ruleWindows(bars, length, take.count, taken, random);
  const free = firsts.filter((first) => !exists(first));
  if (take.kind === 'random') return draw(free, take.count, random);
  const parts = take.by === 'session' ? dayParts(bars, free, length, hourOf) : volatilityParts(bars, free, length);
  const groups = [...Map.groupBy(free, (_, n) => parts[n]).entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
  const shares = shareEvenly(groups.map((group) => group.length), take.count);
  return groups.flatMap((group, n) => draw(group, shares[n], random)).toSorted((a, b) => a - b);
}
