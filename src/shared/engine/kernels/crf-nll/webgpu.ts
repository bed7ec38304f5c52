import { reshape, slice, sum, tensor1d, tidy, type Scalar, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import { runProgram, type GpuProgram } from '../webgpu/run-program.ts';
import type { CrfTensors, NllAndGradients, WeightedPaths } from './crf-nll-kernels.ts';
import { nllText } from './wgsl/nll.ts';

/** A window's steps follow each other, so it is few of them in each workgroup that fill a device. */
const WORKGROUP = 8;

/** In one dispatch and float32, without reading anything back; the sums over windows are tfjs's. */
export function webGpuCrfNll(emissions: Tensor3D, { start, end, transitions }: CrfTensors, { tags, weights }: WeightedPaths): NllAndGradients {
  const [batch, , tagCount] = emissions.shape;
  const width = tagCount * (tagCount + 2) + 1;
  const [loss, ...gradients] = tidy(() => {
    const inputs = [emissions, start, end, transitions, tensor1d(Int32Array.from(tags), 'int32'), tensor1d(weights)];
    const written = runProgram(nllProgram(emissions, width), inputs);
    // What the windows add to the gradients of start, end and transitions, and to the loss. shape: [B, width]
    const shares = reshape(slice(written, emissions.size, batch * width), [batch, width]);
    const sums = sum(shares, 0);
    const part = (begin: number, like: Tensor): Tensor => reshape(slice(sums, begin, like.size), like.shape);
    return [
      reshape(slice(sums, width - 1, 1), []),
      reshape(slice(written, 0, emissions.size), emissions.shape),
      part(0, start),
      part(tagCount, end),
      part(2 * tagCount, transitions),
    ];
  });
  return { loss: loss as Scalar, gradients };
}

function nllProgram(emissions: Tensor3D, width: number): GpuProgram {
  const [batch, steps, tags] = emissions.shape;
  return {
    key: `crf-nll ${tags}`,
    text: () => nllText(tags),
    inputs: [['emissions', 1], ['start', 1], ['end', 1], ['transitions', 1], ['path', 1], ['weights', 1]],
    uniforms: { batch, steps },
    workgroups: Math.ceil(batch / WORKGROUP),
    workgroupSize: WORKGROUP,
    size: emissions.size + batch * width,
  };
}
