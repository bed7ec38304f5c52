import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURE_SET_NAMES, featureSet } from '../../../../src/shared/engine/features/feature-set.ts';
import { mirrorFeatures } from '../../../../src/shared/engine/features/mirror-features.ts';
import type { Ohlc } from '../../../../src/shared/engine/features/ohlc.ts';

const CENTRE = 1e6;
const BARS = 260;
/** In ticks, which add up without rounding: of a smaller move nothing would be left but that. */
const STEP = fc.integer({ min: -4096, max: 4096 }).map((ticks) => ticks / 1024);

/** A walk that moves so little against its price that distances are as good as those of logarithms. */
function walk(steps: readonly number[]): Ohlc {
  const close = Float64Array.from(steps);
  for (let i = 0; i < close.length; i++) close[i] = (i === 0 ? CENTRE : close[i - 1]) + steps[i];
  const open = close.map((_, i) => (i === 0 ? CENTRE : close[i - 1]));
  const wick = (i: number): number => 0.1 + Math.abs(steps[(i + 7) % steps.length]) / 3;
  const high = close.map((price, i) => Math.max(price, open[i]) + wick(i));
  const low = close.map((price, i) => Math.min(price, open[i]) - wick(i + 3));
  return { open, high, low, close };
}

/** 2 centre - p, which is centre^2 / p but for what the square of so small a distance makes. */
function upsideDown({ open, high, low, close }: Ohlc): Ohlc {
  const reflect = (prices: Float64Array): Float64Array => prices.map((price) => 2 * CENTRE - price);
  return { open: reflect(open), high: reflect(low), low: reflect(high), close: reflect(close) };
}

function rows(columns: readonly Float64Array[]): Float32Array {
  return Float32Array.from({ length: BARS * columns.length }, (_, i) => columns[i % columns.length][Math.floor(i / columns.length)]);
}

describe.each(['expanse-1', 'expanse-2'])('features %s upside down', (name) => {
  const set = featureSet(name);

  it('are those of the reflected bars', () => {
    fc.assert(
      fc.property(fc.array(STEP, { minLength: BARS, maxLength: BARS }), (steps) => {
        const bars = walk(steps);
        const mirrored = mirrorFeatures(set, rows(set.compute(bars, 105)));
        const expected = rows(set.compute(upsideDown(bars), 105));
        const wrong = [...mirrored.keys()].filter((i) => Math.abs(mirrored[i] - expected[i]) > 2e-3).map((i) => set.names[i % set.names.length]);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('are themselves again when they are turned twice', () => {
    const features = rows(set.compute(walk(Array.from({ length: BARS }, (_, i) => Math.sin(i * i))), 105));
    expect(mirrorFeatures(set, mirrorFeatures(set, features))).toEqual(features.map((value) => value + 0));
  });
});

describe('features without a mirror image', () => {
  it.each(FEATURE_SET_NAMES.filter((name) => !name.startsWith('expanse')))('%s say so', (name) => {
    expect(() => mirrorFeatures(featureSet(name), new Float32Array(13))).toThrow(/no mirror image/);
  });
});
