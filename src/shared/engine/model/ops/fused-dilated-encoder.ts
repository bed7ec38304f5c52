import { engine, tensor, tensor3d, zerosLike, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import type { DilatedWorkspace } from '../../kernels/dilated/dilated-workspace.ts';
import { differentiable } from './differentiable.ts';

/** The encoder by its kernels. x: [B,T,D]; weights in the order of NetworkArrays.encoder. There is no gradient by x: it is zeros. */
export function fusedDilatedEncoder(kernel: DilatedWorkspace, x: Tensor3D, weights: readonly Tensor[]): Tensor3D {
  const [batch, steps, inputs] = x.shape;
  const [channels, , width] = weights[2].shape;
  const sizes = { channels, blocks: weights.length / 2 - 1, kernel: width };
  // Asked before customGrad, which itself suspends the tape.
  const keepsSteps = engine().isTapeOn();
  const read = (value: Tensor): Float32Array => value.dataSync<'float32'>();
  const run = (features: Tensor, list: readonly Tensor[]): void => {
    kernel.place({ shape: { batch, steps, inputs, units: channels / 2 }, dilated: sizes, features: read(features), weights: list.map(read), keepsSteps });
    kernel.forwardInPlace();
  };
  return differentiable([x, ...weights], () => {
    run(x, weights);
    const { pass } = kernel;
    return {
      output: tensor3d(kernel.states(), [batch, steps, channels]),
      saved: [x, ...weights],
      backward: (dOutput, [savedX, ...savedWeights]) => {
        // Another pass may have taken its place meanwhile.
        if (kernel.pass !== pass) run(savedX, savedWeights);
        const gradients = savedWeights.map(({ size }) => new Float32Array(size));
        kernel.differentiate(read(dOutput), gradients);
        return [zerosLike(savedX), ...gradients.map((gradient, i) => tensor(gradient, savedWeights[i].shape))];
      },
    };
  });
}
