import type { Tensor3D } from '@tensorflow/tfjs-core';
import { relu } from './ops/activations.ts';
import { dilatedConvolution, type ConvolutionLayer } from './ops/dilated-convolution.ts';
import { linear, type LinearLayer } from './ops/linear.ts';
import { sum } from './ops/sum.ts';

/**
 * A Linear, then residual blocks that add a convolution of the rectified states (He et al. 2016, "Identity mappings"), block n
 * over bars that are 2^n apart (Yu and Koltun 2016), and a last ReLU. Each state sees as far back as ahead; beyond the window
 * all is 0. x: [B,T,D] -> [B,T,C]
 */
export function dilatedEncoder(x: Tensor3D, input: LinearLayer, blocks: readonly ConvolutionLayer[]): Tensor3D {
  const begin = linear<Tensor3D>(x, input);
  return relu(blocks.reduce((states, block, n) => sum(states, dilatedConvolution(relu(states), block, 2 ** n)), begin));
}
