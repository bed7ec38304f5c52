import { dispose, engine, scalar, tensor, tensor3d, tidy, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import { scalarLoss } from '../losses/loss-op.ts';
import type { JadeDropout } from '../model/jade-dropout.ts';
import { jade, type JadeOutputs } from '../model/jade.ts';
import { viewsOf, type Parameters } from '../model/parameters.ts';
import { readOutputs } from '../model/run-jade.ts';
import { uploadParameters } from '../model/upload.ts';
import { arrayLosses } from './array-losses.ts';
import type { Batch } from './batch.ts';
import { joinGradients } from './join-gradients.ts';
import type { LossWithGradient } from './loss-with-gradient.ts';
import type { Objective } from './objective.ts';

const OUTPUTS = ['logits', 'pointers', 'emissions', 'countdown'] as const;

/**
 * As `composedLossAndGradient`, with the losses over arrays, where a loss has no operations and the back end can be read only
 * after a while: one pass for the outputs, and, once they are read, another that starts from the losses' slopes.
 */
export async function twoPassLossAndGradient(parameters: Parameters, batch: Batch, objective: Objective, dropout: JadeDropout | null): Promise<LossWithGradient> {
  const model = uploadParameters(parameters);
  const inputs = [...model.values()];
  const run = (): JadeOutputs => jade(model, tensor3d(batch.features, [batch.size, batch.length, batch.inputs]), dropout);
  const outputs = await readOutputs(tidy(() => ({ ...run() })));
  const { losses, slopes, parameterSlopes } = arrayLosses(outputs, batch, objective, parameters);
  const gradients = tidy(() => {
    const total = () => {
      const found = run();
      const judged = OUTPUTS.map((name): Tensor => found[name]);
      return scalarLoss(judged, () => ({ loss: scalar(losses.weighted), gradients: OUTPUTS.map((name, i) => tensor(slopes[name], judged[i].shape)) }));
    };
    const { grads } = engine().gradients(total, inputs, undefined, true);
    return inputs.map((input, i) => grads[i] ?? zerosLike(input));
  });
  const gradient = await joinGradients(parameters, gradients);
  dispose([...gradients, ...inputs]);
  const views = viewsOf(parameters.specs, gradient);
  parameterSlopes.forEach((values, name) => views.get(name)!.set(values));
  return { losses, gradient };
}
