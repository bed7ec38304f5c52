import { getBackend, type Tensor3D } from '@tensorflow/tfjs-core';
import { dilatedFor } from '../kernels/dilated/dilated-kernels.ts';
import { relu } from './ops/activations.ts';
import { dilatedConvolution, type ConvolutionLayer } from './ops/dilated-convolution.ts';
import { fusedDilatedEncoder } from './ops/fused-dilated-encoder.ts';
import { linear, type LinearLayer } from './ops/linear.ts';
import { sum } from './ops/sum.ts';

/**
 * A Linear, then residual blocks that add a convolution of the rectified states (He et al. 2016, "Identity mappings"), block n
 * over bars that are 2^n apart (Yu and Koltun 2016), and a last ReLU. Each state sees as far back as ahead; beyond the window
 * all is 0. By kernels where the back end has them. x: [B,T,D] -> [B,T,C]
 */
export function dilatedEncoder(x: Tensor3D, input: LinearLayer, blocks: readonly ConvolutionLayer[], inputGradient: boolean): Tensor3D {
  const kernel = inputGradient ? null : dilatedFor(getBackend(), input.weight.shape[0]);
  if (kernel !== null) return fusedDilatedEncoder(kernel, x, [input, ...blocks].flatMap(({ weight, bias }) => [weight, bias]));
  const begin = linear<Tensor3D>(x, input);
  return relu(blocks.reduce((states, block, n) => sum(states, dilatedConvolution(relu(states), block, 2 ** n)), begin));
}
