import { reshape, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { droppedLanes } from '../network/drop-lanes.ts';
import type { CounterDropout } from '../network/network-task.ts';
import { runProgram } from '../webgpu/run-program.ts';
import { DROP } from './wgsl/drop.ts';

const WORKGROUP = 64;

/** A mask of the states has hundreds of thousands of numbers: here none of them is made in JavaScript or sent to the device. */
export function webGpuDrop<Shaped extends Tensor>(x: Shaped, dropout: CounterDropout): Shaped {
  const { key, dropped } = droppedLanes(dropout);
  return tidy(() => {
    const written = runProgram(
      {
        key: 'drop',
        text: () => DROP,
        inputs: [['x', 1]],
        uniforms: { key, dropped },
        workgroups: Math.ceil(x.size / WORKGROUP),
        workgroupSize: WORKGROUP,
        size: x.size,
      },
      [x],
    );
    return reshape(written, x.shape) as Shaped;
  });
}
