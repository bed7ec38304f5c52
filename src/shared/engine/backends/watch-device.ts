import { backend } from '@tensorflow/tfjs-core';
import { ExpanseError } from '../../contract/errors.ts';

/** What is used of WebGPU's `GPUDevice`; `shared` has no types for it. */
interface GpuDevice {
  onuncapturederror: ((event: { readonly error: { readonly message: string } }) => void) | null;
}

/**
 * What a device cannot do it leaves undone, and computes on with zeros: its complaint becomes an error that nobody catches,
 * which ends the trainer instead. A device that is lost needs none of this, since then every reading fails.
 */
export function watchDevice(): void {
  const { device } = backend() as unknown as { readonly device: GpuDevice };
  device.onuncapturederror = ({ error }) => {
    throw new ExpanseError('trainer', `The graphics card could not do its work: ${error.message}`, 'Use smaller batches, or choose another back end in the training settings.');
  };
}
