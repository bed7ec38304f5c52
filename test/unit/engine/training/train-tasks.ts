import type { TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { randomUniform, streamKey } from '../../../../src/shared/engine/model/counter-random.ts';
import { findPreset } from '../../../../src/shared/engine/training/presets.ts';
import type { TrainData, TrainPart } from '../../../../src/shared/engine/training/train-data.ts';

interface PartSize {
  readonly windows: number;
  readonly length: number;
  readonly inputs: number;
}

/** Noise in which one feature is raised along the span of each window, so that there is something to learn. */
export function makePart({ windows, length, inputs }: PartSize, seed: number): TrainPart {
  const noise = (i: number): number => randomUniform(streamKey(seed, 1), i) - 0.5;
  const features = Float32Array.from({ length: windows * length * inputs }, (_, i) => noise(i));
  const mask = new Float32Array(windows * length);
  const countdown = new Float32Array(windows * length);
  const pointers = new Float32Array(windows * 2);
  const type = new Int32Array(windows);
  for (let n = 0; n < windows; n++) {
    const start = 1 + Math.floor(randomUniform(streamKey(seed, 2), n) * (length - 4));
    const end = start + 2;
    for (let t = 0; t < length; t++) {
      countdown[n * length + t] = Math.max(-20, Math.min(20, start - t));
      if (t < start || t > end) continue;
      mask[n * length + t] = 1;
      features[(n * length + t) * inputs] += 2;
    }
    pointers.set([(start + end) / 2 / length, (end - start) / length], n * 2);
    type[n] = n % 2;
  }
  const confidence = Float32Array.from({ length: windows }, (_, n) => 1 - 0.2 * (n % 4));
  return {
    windows,
    length,
    inputs,
    features,
    mask,
    heights: mask.map((value, i) => value * confidence[Math.floor(i / length)]),
    countdown,
    pointers,
    type,
    oneSpan: new Uint8Array(windows).fill(1),
    confidence,
    spanCount: new Int32Array(windows).fill(1),
  };
}

export function makeData(train: PartSize, valWindows: number, seed = 1): TrainData {
  return { train: makePart(train, seed), val: valWindows === 0 ? null : makePart({ ...train, windows: valWindows }, seed + 100) };
}

/** The published preset, shrunk and changed. */
export function makeConfig(changes: Partial<TrainConfig> = {}): TrainConfig {
  return { ...findPreset('published').config, hiddenSize: 8, batchSize: 8, epochs: 3, seed: 5, ...changes };
}
