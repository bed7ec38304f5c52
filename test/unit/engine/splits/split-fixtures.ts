import fc from 'fast-check';
import type { SplitWindow } from '../../../../src/shared/engine/training/splits/split-window.ts';

const MINUTE = 60_000;

/** A window of a series without gaps that begins `offset` minutes late. */
export function makeWindow(series: number, fromIndex: number, length: number, offset = 0): SplitWindow {
  const startTime = (fromIndex + offset) * MINUTE;
  return { series, symbol: `S${series}`, fromIndex, length, startTime, endTime: startTime + (length - 1) * MINUTE, ownPart: null };
}

/** Windows of three series, which overlap as they come. */
export const overlapping: fc.Arbitrary<SplitWindow[]> = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(900), fc.constantFrom(20, 30)).map(([series, from, length]) => makeWindow(series, from, length, series * 7)),
  { minLength: 1, maxLength: 60 },
);

export const sharesATime = (a: SplitWindow, b: SplitWindow): boolean => a.startTime <= b.endTime && b.startTime <= a.endTime;

/** Negative where they overlap. */
export const barsBetween = (a: SplitWindow, b: SplitWindow): number => Math.max(a.fromIndex, b.fromIndex) - Math.min(a.fromIndex + a.length, b.fromIndex + b.length);

/** In milliseconds from the end of the one to the start of the other; negative where they overlap. */
export const timeBetween = (a: SplitWindow, b: SplitWindow): number => Math.max(a.startTime, b.startTime) - Math.min(a.endTime, b.endTime);
