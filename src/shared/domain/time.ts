import type { Nominal } from './nominal.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type TimeMs = Nominal<number, 'TimeMs'>;
/** The index of a bar within its series (level 0) or within an aggregated level. */
export type BarIndex = Nominal<number, 'BarIndex'>;

export const timeMs = (value: number): TimeMs => value as TimeMs;
export const barIndex = (value: number): BarIndex => value as BarIndex;
