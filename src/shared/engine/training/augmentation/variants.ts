import type { AugmentationConfig } from '../../../domain/train-config.ts';

/** What is done to a window. */
export interface Variant {
  readonly mirrored: boolean;
  readonly reversed: boolean;
  /** Of distances in log price. */
  readonly factor: number;
}

/** All combinations of what is on, the window as it is first. */
export function variantsOf({ mirror = false, reverse = false, scale = 1 }: AugmentationConfig = {}): readonly Variant[] {
  const mirrored = mirror ? [false, true] : [false];
  const reversed = reverse ? [false, true] : [false];
  const factors = scale === 1 ? [1] : [1, scale, 1 / scale];
  return factors.flatMap((factor) => reversed.flatMap((isReversed) => mirrored.map((isMirrored) => ({ mirrored: isMirrored, reversed: isReversed, factor }))));
}
