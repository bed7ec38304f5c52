import type { FeatureRows } from '../../indicators/feature-rows.ts';
import type { FeatureLanesOptions } from './feature-lanes-options.ts';

/** A pixel for each bar and lane, red, green, blue and alpha: as strong as the value is for its lane. reaches: [columns]. -> [columns, n, 4] */
export function lanePixels({ columns, values }: FeatureRows, reaches: readonly number[], { positive, negative }: FeatureLanesOptions): Uint8ClampedArray<ArrayBuffer> {
  const bars = values.length / columns;
  const pixels = new Uint8ClampedArray(values.length * 4);
  for (let i = 0; i < bars; i += 1) {
    for (let c = 0; c < columns; c += 1) {
      const value = values[i * columns + c];
      const strength = Math.min(1, Math.abs(value) / reaches[c]);
      // NaN, where there is no value, leaves the pixel clear.
      if (!(strength > 0)) continue;
      pixels.set(value > 0 ? positive : negative, (c * bars + i) * 4);
      pixels[(c * bars + i) * 4 + 3] = 255 * strength;
    }
  }
  return pixels;
}
