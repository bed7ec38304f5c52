import { setBilstm } from '../bilstm/implementations.ts';
import { webGpuBilstm } from '../bilstm/webgpu.ts';
import { setCrfNll } from '../crf-nll/crf-nll-kernels.ts';
import { webGpuCrfNll } from '../crf-nll/webgpu.ts';

/** Gives tfjs's WebGPU back end our kernels. */
export function installWebGpuKernels(): void {
  setBilstm('webgpu', webGpuBilstm);
  setCrfNll('webgpu', webGpuCrfNll);
}
