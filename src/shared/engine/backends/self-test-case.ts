import type { EncoderConfig, SpanMode } from '../../domain/train-config.ts';
import { featureSet } from '../features/feature-set.ts';
import { randomUniform, streamKey } from '../model/counter-random.ts';
import { initialise } from '../model/initialise.ts';
import { jadeDropout, type JadeDropout } from '../model/jade-dropout.ts';
import type { Parameters } from '../model/parameters.ts';
import { gatherBatch, type Batch } from '../training/batch.ts';
import { makeObjective, type Objective } from '../training/objective.ts';
import { findPreset } from '../training/presets.ts';
import { makePart } from '../training/window-tensors.ts';

/** A batch of windows, each with one span, and a model as small as fused kernels take it. */
export interface SelfTestCase {
  readonly parameters: Parameters;
  readonly batch: Batch;
  readonly objective: Objective;
  readonly dropout: JadeDropout;
}

const WINDOWS = 3;
const BARS = 7;
/** Wide enough for kernels that take vectors of eight, with a rest. */
const UNITS = 20;

/** Every task and every dropout of the published training, with random numbers for features. */
export function selfTestCase(mode: SpanMode, encoder: EncoderConfig = { kind: 'bilstm' }): SelfTestCase {
  const config = { ...findPreset('quick').config, mode, features: 'relativity', hiddenSize: UNITS };
  const part = makePart(WINDOWS, BARS, featureSet(config.features));
  const uniform = (stream: number, i: number): number => randomUniform(streamKey(0, stream), i);
  part.features.forEach((_, i) => (part.features[i] = 2 * uniform(0, i) - 1));
  part.mask.forEach((_, i) => (part.mask[i] = i % BARS > 3 ? 1 : 0));
  part.countdown.forEach((_, i) => (part.countdown[i] = 4 - (i % BARS)));
  part.pointers.forEach((_, i) => (part.pointers[i] = uniform(1, i)));
  part.type.forEach((_, n) => (part.type[n] = n % 2));
  part.oneSpan.fill(1);
  const objective = makeObjective(config, part);
  return {
    parameters: initialise({ mode, inputs: part.inputs, hiddenSize: UNITS, encoder }, config.initialLogSigma, 1),
    batch: gatherBatch(part, [2, 0, 1], objective),
    objective,
    dropout: jadeDropout({ input: 0.3, head: 0.6 }, 1, 2),
  };
}
