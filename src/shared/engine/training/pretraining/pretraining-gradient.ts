import { dispose, engine, mul, sum, tensor, tensor3d, tidy, zerosLike, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { FusedNetwork } from '../../kernels/network/fused-network.ts';
import type { NetworkOutputs } from '../../kernels/network/network-task.ts';
import { arrayHuber } from '../../losses/arrays/huber.ts';
import { huber } from '../../losses/huber.ts';
import { scalarLoss } from '../../losses/loss-op.ts';
import { jade } from '../../model/jade.ts';
import { networkArrays, networkSizes } from '../../model/network-arrays.ts';
import { networkOfBackend } from '../../model/network-of-backend.ts';
import { viewsOf, type Parameters } from '../../model/parameters.ts';
import { uploadParameters } from '../../model/upload.ts';
import type { PretrainingBatch } from './pretraining-batch.ts';

const DELTA = 1;

export interface PretrainingOutcome {
  readonly loss: number;
  /** In the order of the flat parameters. */
  readonly gradient: Float32Array;
}

/** Sum of shares times Huber's loss of the judged output, and its gradient. Fused where the back end has kernels for it. */
export async function pretrainingGradient(parameters: Parameters, batch: PretrainingBatch): Promise<PretrainingOutcome> {
  const network = networkOfBackend(parameters.config);
  return network === null ? composed(parameters, batch) : fused(network, parameters, batch);
}

function fused(network: FusedNetwork, { config, specs, flat, views }: Parameters, batch: PretrainingBatch): PretrainingOutcome {
  const gradient = new Float32Array(flat.length);
  let loss = 0;
  network.differentiate(
    { ...networkSizes(config, batch.size, batch.length), features: batch.features, parameters: networkArrays(views), dropout: null },
    (outputs) => {
      const judged = judge(outputs[batch.output], batch);
      ({ loss } = judged);
      const none = (values: Float32Array): Float32Array => new Float32Array(values.length);
      const slopes: NetworkOutputs = { logits: none(outputs.logits), pointers: none(outputs.pointers), emissions: none(outputs.emissions), countdown: none(outputs.countdown) };
      return { ...slopes, [batch.output]: judged.slopes };
    },
    networkArrays(viewsOf(specs, gradient)),
  );
  return { loss, gradient };
}

const elementHuber = arrayHuber(DELTA);

function judge(output: Float32Array, { targets, shares }: PretrainingBatch): { readonly loss: number; readonly slopes: Float32Array } {
  const slopes = new Float32Array(output.length);
  const of = { loss: 0, slope: 0 };
  let loss = 0;
  for (let i = 0; i < output.length; i++) {
    if (shares[i] === 0) continue;
    elementHuber(output[i], targets[i], of);
    loss += shares[i] * of.loss;
    slopes[i] = shares[i] * of.slope;
  }
  return { loss, slopes };
}

async function composed(parameters: Parameters, batch: PretrainingBatch): Promise<PretrainingOutcome> {
  const { value, grads } = tidy(() => {
    const model = uploadParameters(parameters);
    const inputs = [...model.values()];
    const total = (): Scalar => huberOf(jade(model, tensor3d(batch.features, [batch.size, batch.length, batch.inputs]), null)[batch.output], batch);
    const found = engine().gradients(total, inputs, undefined, true);
    return { value: found.value, grads: inputs.map((input, i) => found.grads[i] ?? zerosLike(input)) };
  });
  const [loss] = await value.data();
  const values = await Promise.all(grads.map((gradient) => gradient.data<'float32'>()));
  dispose([value, ...grads]);
  const gradient = new Float32Array(parameters.flat.length);
  [...viewsOf(parameters.specs, gradient).values()].forEach((view, i) => view.set(values[i]));
  return { loss, gradient };
}

function huberOf(output: Tensor, { targets, shares }: PretrainingBatch): Scalar {
  return scalarLoss([output], () => {
    const counts = tensor(shares, output.shape);
    const { loss, slope } = huber(output, tensor(targets, output.shape), DELTA);
    return { loss: sum(mul(loss, counts)) as Scalar, gradients: [mul(slope, counts)] };
  });
}
