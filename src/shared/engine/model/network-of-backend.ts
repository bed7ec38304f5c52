import { getBackend } from '@tensorflow/tfjs-core';
import { fitsFusedNetwork, fusedNetworkFor, type FusedNetwork } from '../kernels/network/fused-network.ts';
import type { JadeConfig } from './jade-config.ts';

/** The fused network of the active back end, or null where the model has to be composed of operations (see jade.ts). */
export const networkOfBackend = ({ hiddenSize }: JadeConfig): FusedNetwork | null =>
  fitsFusedNetwork(hiddenSize) ? fusedNetworkFor(getBackend()) : null;
