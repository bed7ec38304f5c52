import fc from 'fast-check';
import { makeBarColumns, type BarColumns } from '../../../src/shared/domain/bar.ts';
import { randomBars } from '../engine/features/random-bars.ts';

const HOUR = 3_600_000;

/** Bars of any shape a quarter of an hour to ten hours apart, some without a volume. */
export function anyBars(size: { readonly min: number; readonly max: number }): fc.Arbitrary<BarColumns> {
  return randomBars(size).chain((ohlc) => {
    const length = ohlc.close.length;
    const steps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: length, maxLength: length });
    const volumes = fc.array(fc.oneof(fc.integer({ min: 0, max: 500 }), fc.constant(NaN)), { minLength: length, maxLength: length });
    return fc.tuple(steps, volumes).map(([step, volume]) => {
      let time = Date.UTC(2024, 2, 8);
      return { ...makeBarColumns(length), ...ohlc, time: Float64Array.from(step, (quarters) => (time += (quarters * HOUR) / 4)), volume: Float64Array.from(volume) };
    });
  });
}
