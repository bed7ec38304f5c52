import type { SpanMode, TrainConfig } from '../../src/shared/domain/train-config.ts';
import { findPreset } from '../../src/shared/engine/training/presets.ts';
import type { TrainPart } from '../../src/shared/engine/training/train-data.ts';
import { makeRandomSource } from '../../src/shared/sample/random-source.ts';

export const WINDOWS = 168;
/** As many as validated in the published study. */
export const VALIDATION_WINDOWS = 42;
export const LENGTH = 105;
export const INPUTS = 12;

/** The published training as the PyTorch benchmark has it: all four tasks, dropout, AdamW, span loss on logits. */
export function referenceConfig(mode: SpanMode, epochs: number): TrainConfig {
  return { ...findPreset('published').config, mode, epochs, features: 'relativity', spanLoss: { kind: 'bce', on: 'logits', positiveWeight: 1 } };
}

/** Random windows and targets, distributed as in the PyTorch benchmark: speed does not depend on what is learned. */
export function referencePart(windows: number, seed = 1): TrainPart {
  const random = makeRandomSource(seed);
  const fill = (size: number, value: () => number): Float32Array => Float32Array.from({ length: size }, value);
  const features = fill(windows * LENGTH * INPUTS, () => random.normal());
  const mask = fill(windows * LENGTH, () => (random.uniform() > 0.93 ? 1 : 0));
  return {
    windows,
    length: LENGTH,
    inputs: INPUTS,
    features,
    mask,
    heights: mask,
    countdown: fill(windows * LENGTH, () => 10 * random.normal()),
    pointers: fill(windows * 2, () => random.uniform()),
    type: Int32Array.from({ length: windows }, () => (random.uniform() < 0.5 ? 0 : 1)),
    oneSpan: new Uint8Array(windows).fill(1),
    confidence: new Float32Array(windows).fill(1),
    spanCount: new Int32Array(windows).fill(1),
  };
}
