import { setBilstm } from '../bilstm/implementations.ts';
import { makeWebGpuBilstm } from '../bilstm/webgpu.ts';
import { setCrfNll } from '../crf-nll/crf-nll-kernels.ts';
import { webGpuCrfNll } from '../crf-nll/webgpu.ts';
import { setDrop } from '../dropout/drop-kernels.ts';
import { webGpuDrop } from '../dropout/webgpu.ts';
import { gpuLimits } from './run-program.ts';

/** Gives tfjs's WebGPU back end our kernels. */
export function installWebGpuKernels(): void {
  setBilstm('webgpu', makeWebGpuBilstm(gpuLimits));
  setCrfNll('webgpu', webGpuCrfNll);
  setDrop('webgpu', webGpuDrop);
}
