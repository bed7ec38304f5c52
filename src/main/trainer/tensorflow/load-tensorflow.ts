import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { enableProdMode, findBackend, version_core } from '@tensorflow/tfjs-core';
import { CUDA_NEEDS } from '../../environment/tensorflow-packages.mjs';
import { applyNativeSettings } from './native-settings.ts';
import type { NodeKernelBackend } from './node-kernel-backend.ts';
import { restoreRemovedUtilities } from './removed-utilities.ts';

/** What tfjs-node registers itself as, for the CPU and for a GPU alike. */
export const TFJS_NAME = 'tensorflow';

/**
 * Loads the package in this folder, whose native library is there. It brings a tfjs-core of its own; of one version, all
 * copies in a process share their back ends, kernels and tensors through globals. Throws, in words, where it cannot be used.
 */
export function loadTensorflow(folder: string): NodeKernelBackend {
  expectOurVersion(folder);
  applyNativeSettings();
  restoreRemovedUtilities();
  // Else it tells on stderr of every kernel of the cpu back end that it registers a second time.
  enableProdMode();
  try {
    createRequire(import.meta.url)(folder);
  } catch (thrown) {
    throw new Error(`its native library could not be loaded (${firstLine(thrown)}); a GPU takes ${CUDA_NEEDS}`, { cause: thrown });
  }
  const backend = findBackend(TFJS_NAME) as (ReturnType<typeof findBackend> & Partial<NodeKernelBackend>) | null;
  if (backend?.executeMultipleOutputs === undefined) throw new Error(`${folder} did not register its back end with this program's TensorFlow.js`);
  return backend as unknown as NodeKernelBackend;
}

function expectOurVersion(folder: string): void {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
  if (version === version_core) return;
  throw new Error(`${name} is version ${version}, and this program has TensorFlow.js ${version_core}: install ${name}@${version_core}`);
}

const firstLine = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0]!.trim();
