import type { BarColumns } from '../domain/bar.ts';
import { stretchDisplacement } from '../engine/features/stretch-displacement.ts';
import type { RandomSource } from '../sample/random-source.ts';

/** Bars that stay on both sides of the one that was found, where the window is long enough. */
const MARGIN = 10;

/**
 * First bars of at most `count` windows of `length` bars, in time: the fastest bar first, then the fastest that no window holds yet.
 * Where in its window it lies is left to chance, so that no model learns the place. No two overlap, nor any with the bars that are
 * `taken`, [n].
 */
export function ruleWindows(bars: BarColumns, length: number, count: number, taken: Uint8Array, random: RandomSource): readonly number[] {
  const score = stretchDisplacement(bars, 0);
  const held = Uint8Array.from(taken);
  const firsts: number[] = [];
  const order = Uint32Array.from(score.keys()).sort((a, b) => score[b] - score[a] || a - b);
  for (const bar of order) {
    if (firsts.length >= count || score[bar] === 0) break;
    const first = held[bar] === 1 ? null : placeAround(bar, length, held, random);
    if (first === null) continue;
    held.fill(1, first, first + length);
    firsts.push(first);
  }
  return firsts.sort((a, b) => a - b);
}

/** Any of the places that overlap nothing; null: there is none. */
function placeAround(bar: number, length: number, held: Uint8Array, random: RandomSource): number | null {
  const margin = Math.min(MARGIN, Math.floor((length - 1) / 2));
  const free: number[] = [];
  for (let first = bar - length + 1 + margin; first <= bar - margin; first++) {
    if (first >= 0 && first + length <= held.length && !held.subarray(first, first + length).includes(1)) free.push(first);
  }
  return free.length === 0 ? null : free[Math.floor(random.uniform() * free.length)];
}
