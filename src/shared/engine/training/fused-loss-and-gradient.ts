import type { FusedNetwork } from '../kernels/network/fused-network.ts';
import type { JadeDropout } from '../model/jade-dropout.ts';
import { networkArrays, networkSizes } from '../model/network-arrays.ts';
import { viewsOf, type Parameters } from '../model/parameters.ts';
import { arrayLosses } from './array-losses.ts';
import type { Batch } from './batch.ts';
import type { LossWithGradient } from './loss-with-gradient.ts';
import type { BatchLosses } from './loss-tally.ts';
import type { Objective } from './objective.ts';

/** As `lossAndGradient`, by a network that is one operation, with the losses over arrays; no tape is needed. */
export function fusedLossAndGradient(network: FusedNetwork, parameters: Parameters, batch: Batch, objective: Objective, dropout: JadeDropout | null): LossWithGradient {
  const { config, specs, flat, views } = parameters;
  const { size, length, features } = batch;
  const gradient = new Float32Array(flat.length);
  const gradients = viewsOf(specs, gradient);
  const found: BatchLosses[] = [];
  network.differentiate(
    { ...networkSizes(config, size, length), features, parameters: networkArrays(views), dropout },
    (outputs) => {
      const { losses, slopes, parameterSlopes } = arrayLosses(outputs, batch, objective, parameters);
      parameterSlopes.forEach((values, name) => gradients.get(name)!.set(values));
      found.push(losses);
      return slopes;
    },
    networkArrays(gradients),
  );
  return { losses: found[0], gradient };
}
