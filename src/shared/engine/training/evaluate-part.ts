import { dispose, tensor3d, tidy, type Tensor1D } from '@tensorflow/tfjs-core';
import type { LossRecord } from '../../domain/run.ts';
import { jade } from '../model/jade.ts';
import type { Parameters } from '../model/parameters.ts';
import { spanProbabilities, type CrfProbability } from '../model/span-probabilities.ts';
import { uploadParameters } from '../model/upload.ts';
import { type Batch, describedTasks, gatherBatch } from './batch.ts';
import { inBatches } from './in-batches.ts';
import { LossTally } from './loss-tally.ts';
import type { Objective } from './objective.ts';
import type { TrainPart } from './train-data.ts';
import { packLosses, unpackLosses, weightedTotal } from './weighted-total.ts';
import { taskLosses } from './task-losses.ts';

export interface PartOutcome {
  readonly losses: LossRecord;
  /** [N*T], of each bar to lie in a span. */
  readonly probability: Float32Array;
}

const BATCH_SIZE = 128;

/** Losses and probabilities of all windows of a part, in evaluation mode and in the part's order. */
export async function evaluatePart(parameters: Parameters, part: TrainPart, objective: Objective, crfProbability?: CrfProbability): Promise<PartOutcome> {
  const tally = new LossTally();
  const probability = new Float32Array(part.windows * part.length);
  let at = 0;
  for (const indices of inBatches(Int32Array.from({ length: part.windows }, (_, i) => i), BATCH_SIZE)) {
    const batch = gatherBatch(part, indices, objective);
    const { packed, emissions } = tidy(() => evaluateBatch(parameters, batch, objective));
    tally.add(unpackLosses(await packed.data(), describedTasks(batch)), batch);
    const values = (await emissions.data()) as Float32Array;
    const inSpan = spanProbabilities(parameters, { values, length: part.length }, crfProbability);
    probability.set(inSpan, at);
    at += inSpan.length;
    dispose([packed, emissions]);
  }
  return { losses: tally.record(), probability };
}

function evaluateBatch(parameters: Parameters, batch: Batch, objective: Objective) {
  const model = uploadParameters(parameters);
  const outputs = jade(model, tensor3d(batch.features, [batch.size, batch.length, batch.inputs]), null);
  const losses = taskLosses(model, outputs, batch, objective);
  const packed: Tensor1D = packLosses(weightedTotal(model, losses), losses);
  return { packed, emissions: outputs.emissions };
}
