import { dispose, engine, keep, tensor3d, tidy, zerosLike, type Scalar, type Tensor, type Tensor1D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { JadeDropout } from '../model/jade-dropout.ts';
import { jade } from '../model/jade.ts';
import type { Parameters } from '../model/parameters.ts';
import { uploadParameters } from '../model/upload.ts';
import { describedTasks, type Batch } from './batch.ts';
import { joinGradients } from './join-gradients.ts';
import type { LossWithGradient } from './loss-with-gradient.ts';
import type { Objective } from './objective.ts';
import { taskLosses } from './task-losses.ts';
import { packLosses, unpackLosses, weightedTotal } from './weighted-total.ts';

/** As `lossAndGradient`, put together from operations of the active back end, and differentiated by the tape. */
export async function composedLossAndGradient(parameters: Parameters, batch: Batch, objective: Objective, dropout: JadeDropout | null): Promise<LossWithGradient> {
  const { packed, gradients } = tidy(() => differentiate(parameters, batch, objective, dropout));
  const losses = unpackLosses(await packed.data(), describedTasks(batch));
  const gradient = await joinGradients(parameters, gradients);
  dispose([packed, ...gradients]);
  return { losses, gradient };
}

function differentiate(parameters: Parameters, batch: Batch, objective: Objective, dropout: JadeDropout | null): { packed: Tensor1D; gradients: Tensor[] } {
  const model = uploadParameters(parameters);
  const inputs = [...model.values()];
  const x: Tensor3D = tensor3d(batch.features, [batch.size, batch.length, batch.inputs]);
  const kept: Tensor1D[] = [];
  const total = (): Scalar => {
    const losses = taskLosses(model, jade(model, x, dropout), batch, objective);
    const sum = weightedTotal(model, losses);
    kept.push(keep(packLosses(sum, losses)));
    return sum;
  };
  // Unlike valueAndGrads this allows parameters that no task of the batch reads.
  const { grads } = engine().gradients(total, inputs, undefined, true);
  return { packed: kept[0], gradients: inputs.map((input, i) => grads[i] ?? zerosLike(input)) };
}
