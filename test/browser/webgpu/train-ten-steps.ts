import type { SpanMode, TrainConfig } from '../../../src/shared/domain/train-config.ts';
import { featureSet } from '../../../src/shared/engine/features/feature-set.ts';
import { randomUniform, streamKey } from '../../../src/shared/engine/model/counter-random.ts';
import { gatherBatch } from '../../../src/shared/engine/training/batch.ts';
import { makeObjective } from '../../../src/shared/engine/training/objective.ts';
import { findPreset } from '../../../src/shared/engine/training/presets.ts';
import type { TrainPart } from '../../../src/shared/engine/training/train-data.ts';
import { startState } from '../../../src/shared/engine/training/train-state.ts';
import { trainStep } from '../../../src/shared/engine/training/train-step.ts';
import { makePart } from '../../../src/shared/engine/training/window-tensors.ts';

export interface TenSteps {
  /** Weighted total of each step. */
  readonly losses: readonly number[];
  /** After the last one. */
  readonly parameters: Float32Array;
}

const WINDOWS = 3;
const BARS = 12;
const STEPS = 10;

/** Ten steps of the published training, dropout and all four tasks included, on the active back end. */
export async function trainTenSteps(mode: SpanMode): Promise<TenSteps> {
  const config: TrainConfig = { ...findPreset('published').config, mode, hiddenSize: 24 };
  const part = randomPart(config);
  const objective = makeObjective(config, part);
  const batch = gatherBatch(part, [2, 0, 1], objective);
  const state = startState(config, part.inputs);
  const losses: number[] = [];
  for (let step = 0; step < STEPS; step++) losses.push((await trainStep(state, batch, objective, config, STEPS)).losses.weighted);
  return { losses, parameters: state.parameters.flat };
}

/** Windows with one span each. */
function randomPart({ features }: TrainConfig): TrainPart {
  const part = makePart(WINDOWS, BARS, featureSet(features));
  const uniform = (stream: number, i: number): number => randomUniform(streamKey(0, stream), i);
  part.features.forEach((_, i) => (part.features[i] = 2 * uniform(0, i) - 1));
  part.mask.forEach((_, i) => (part.mask[i] = i % BARS > 7 ? 1 : 0));
  part.countdown.forEach((_, i) => (part.countdown[i] = 8 - (i % BARS)));
  part.pointers.forEach((_, i) => (part.pointers[i] = uniform(1, i)));
  part.type.forEach((_, n) => (part.type[n] = n % 2));
  part.oneSpan.fill(1);
  return part;
}
