import { clamp } from '../clamp.ts';

/** value / unit within +-limit; 0 where nothing moved, so that a constant price is no infinity. */
export function inUnits(value: number, unit: number, limit: number): number {
  return unit > 0 ? clamp(value / unit, -limit, limit) : 0;
}
