import '@tensorflow/tfjs-backend-webgpu';
import { enableProdMode, getBackend, setBackend } from '@tensorflow/tfjs-core';
import { installWebGpuKernels } from '../kernels/webgpu/install-webgpu-kernels.ts';
import type { BackendCandidate } from './backend.ts';
import { watchDevice } from './watch-device.ts';
import { programInPlace, requestGpuAdapter } from './webgpu-adapter.ts';

/**
 * WebGPU, in a page or a Worker. Only its own entry points import it: it brings a package that Node has no use for.
 * `allowFallback`: takes an adapter that is a program on the processor, too, so that tests need no graphics card.
 */
export function webGpuCandidate({ allowFallback }: { readonly allowFallback: boolean }): BackendCandidate {
  return { name: 'webgpu', start: () => startWebGpu(allowFallback) };
}

/** Asks for the adapter first: without one tfjs takes another back end, and says nothing. */
async function startWebGpu(allowFallback: boolean): Promise<void> {
  const program = programInPlace(await requestGpuAdapter());
  if (program !== null && !allowFallback) throw new Error(`WebGPU has no graphics card here, ${program}`);
  enableProdMode();
  if (!(await setBackend('webgpu')) || getBackend() !== 'webgpu') throw new Error('WebGPU did not start');
  watchDevice();
  installWebGpuKernels();
}
