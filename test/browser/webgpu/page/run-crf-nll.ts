import { engine, tensor, tidy, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { crfNll } from '../../../../src/shared/engine/losses/crf-nll.ts';
import type { CrfTask } from '../crf-task.ts';
import { readAll } from './run-bilstm.ts';

/** The loss, then its gradients by emissions, start, end and transitions. */
export async function runCrfNll({ shape: [batch, steps, tags], emissions, start, end, transitions, path, weights }: CrfTask): Promise<Float32Array[]> {
  const results: Tensor[] = tidy(() => {
    const inputs = [tensor(emissions, [batch, steps, tags]), tensor(start), tensor(end), tensor(transitions, [tags, tags])];
    const loss = () => crfNll(inputs[0] as Tensor3D, { start: inputs[1] as Tensor1D, end: inputs[2] as Tensor1D, transitions: inputs[3] as Tensor2D }, path, weights);
    const { value, grads } = engine().gradients(loss, inputs);
    return [value, ...grads];
  });
  return readAll(results);
}
