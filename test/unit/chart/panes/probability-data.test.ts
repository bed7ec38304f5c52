import fc from 'fast-check';
import { expect, it } from 'vitest';
import { probabilityPerBar } from '../../../../src/renderer/chart/panes/probability-data.ts';

/** Looks at every prediction for every candle. */
function slow(times: Float64Array, predicted: Float64Array, probability: Float32Array, reachesEnd: boolean): number[] {
  return Array.from(times, (from, i) => {
    const isLast = i === times.length - 1;
    const to = isLast ? (reachesEnd ? Infinity : from + 1e-9) : times[i + 1];
    const found = Array.from(probability).filter((_, j) => predicted[j] >= from && predicted[j] < to);
    return found.length === 0 ? NaN : Math.max(...found);
  });
}

const ascending = (maximum: number): fc.Arbitrary<Float64Array> =>
  fc.uniqueArray(fc.nat(maximum), { minLength: 1, maxLength: 40 }).map((times) => Float64Array.from(times.sort((a, b) => a - b)));

it('gives every candle the greatest probability of its bars', () => {
  fc.assert(
    fc.property(ascending(100), ascending(130), fc.boolean(), fc.infiniteStream(fc.float({ min: 0, max: 1, noNaN: true })), (times, predicted, reachesEnd, values) => {
      const probability = Float32Array.from(predicted, () => values.next().value as number);
      expect(Array.from(probabilityPerBar(times, { time: predicted, probability }, reachesEnd))).toEqual(slow(times, predicted, probability, reachesEnd));
    }),
  );
});

it('is empty where there are no candles', () => {
  expect(probabilityPerBar(new Float64Array(0), { time: Float64Array.of(1), probability: Float32Array.of(1) }, true)).toHaveLength(0);
});
