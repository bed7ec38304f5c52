import { BarAxis } from '../../../src/renderer/chart/geometry/bar-axis.ts';
import { timeMs, type TimeMs } from '../../../src/shared/domain/time.ts';

/** Twenty bars of ten pixels: bar i fills [10 i, 10 i + 10) and opens at 1000 (i + 1), with a gap in time after bar 9. */
export const timeOfBar = (index: number): TimeMs => timeMs(1_000 * (index + 1) + (index > 9 ? 50_000 : 0));

export function axisOfTen(overrides: Partial<BarAxis> = {}): BarAxis {
  const times = Float64Array.from({ length: 20 }, (_, i) => timeOfBar(i));
  return new BarAxis({ times, origin: 5, spacing: 10, width: 200, barsPerCandle: 1, reachesEnd: true, ...overrides });
}
