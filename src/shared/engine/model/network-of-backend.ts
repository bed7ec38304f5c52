import { getBackend } from '@tensorflow/tfjs-core';
import { fitsFusedNetwork, fusedNetworkFor, type FusedNetwork } from '../kernels/network/fused-network.ts';
import { stateWidth, type JadeConfig } from './jade-config.ts';

/** The fused network of the active back end, or null where the model has to be composed of operations (see jade.ts). */
export const networkOfBackend = (config: JadeConfig): FusedNetwork | null =>
  config.attention == null && fitsFusedNetwork(stateWidth(config) / 2) ? fusedNetworkFor(getBackend()) : null;
