import { describe, expect, it } from 'vitest';
import { LONGEST_CURVE, packCurve, unpackCurve } from '../../../../src/shared/engine/training/curve-text.ts';

const noise = (length: number) => Float32Array.from({ length }, (_, i) => (Math.sin(i * 12.9898) * 43758.5453) % 1).map(Math.abs);

describe('a curve as text', () => {
  it('comes back to half a step, one character a bar, and JSON writes it as it is', () => {
    const probability = Float32Array.of(0, 1, 1 / 180, 0.5, ...noise(200));
    const text = packCurve(probability);
    expect(text.length).toBe(probability.length);
    expect(JSON.stringify(text)).toBe(`"${text}"`);
    unpackCurve(text, probability.length).forEach((value, i) => expect(Math.abs(value - probability[i]!)).toBeLessThanOrEqual(1 / 180 + 1e-6));
  });

  it('tells every step from the others', () => {
    const steps = Float32Array.from({ length: 91 }, (_, i) => i / 90);
    expect([...unpackCurve(packCurve(steps), 91)]).toEqual([...steps]);
  });

  it('is never longer than it may be: then each character holds the highest of its share', () => {
    const probability = noise(1000);
    const text = packCurve(probability);
    expect(text.length).toBe(LONGEST_CURVE);
    const unpacked = unpackCurve(text, 1000);
    // The slow way: each bar's share found by going through all of them.
    for (let i = 0; i < 1000; i++) {
      const share = Array.from({ length: LONGEST_CURVE }, (_, j) => j).findLast((j) => Math.floor((j * 1000) / LONGEST_CURVE) <= i)!;
      const own = [...probability.keys()].filter((bar) => bar >= Math.floor((share * 1000) / LONGEST_CURVE) && bar < Math.floor(((share + 1) * 1000) / LONGEST_CURVE));
      expect(Math.abs(unpacked[i]! - Math.max(...own.map((bar) => probability[bar]!)))).toBeLessThanOrEqual(1 / 180 + 1e-6);
    }
  });

  it('holds what rounding put outside of [0, 1] inside, and NaN as nothing', () => {
    expect([...unpackCurve(packCurve(Float32Array.of(-1e-5, 1.00001, Number.NaN)), 3)]).toEqual([0, 1, 0]);
  });
});
