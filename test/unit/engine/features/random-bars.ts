import fc from 'fast-check';
import type { Ohlc } from '../../../../src/shared/engine/features/ohlc.ts';

interface Step {
  readonly gap: number;
  readonly body: number;
  readonly up: number;
  readonly down: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  gap: fc.integer({ min: -2, max: 2 }),
  body: fc.integer({ min: -12, max: 12 }),
  up: fc.integer({ min: 0, max: 5 }),
  down: fc.integer({ min: 0, max: 5 }),
});

/** Bars on a tick grid, where equal highs, dojis and bars without range are common. */
export function randomBars(count: { readonly min: number; readonly max: number }): fc.Arbitrary<Ohlc> {
  return fc.array(step, { minLength: count.min, maxLength: count.max, size: 'max' }).map(walk);
}

function walk(steps: readonly Step[]): Ohlc {
  const bars = { open: new Float64Array(steps.length), high: new Float64Array(steps.length), low: new Float64Array(steps.length), close: new Float64Array(steps.length) };
  let price = 10_000;
  steps.forEach(({ gap, body, up, down }, i) => {
    const open = price + gap;
    price = open + body;
    bars.open[i] = open * 0.25;
    bars.close[i] = price * 0.25;
    bars.high[i] = (Math.max(open, price) + up) * 0.25;
    bars.low[i] = (Math.min(open, price) - down) * 0.25;
  });
  return bars;
}

/** The two one after the other. */
export function joinBars(first: Ohlc, second: Ohlc): Ohlc {
  const join = (a: Float64Array, b: Float64Array): Float64Array => Float64Array.of(...a, ...b);
  return { open: join(first.open, second.open), high: join(first.high, second.high), low: join(first.low, second.low), close: join(first.close, second.close) };
}
