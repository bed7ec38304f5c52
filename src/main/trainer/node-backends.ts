import '@tensorflow/tfjs-backend-cpu';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { enableProdMode, env, setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { TrainConfig } from '../../shared/domain/train-config.ts';
import type { BackendCandidate } from '../../shared/engine/backends/backend.ts';
import { installKernels } from './kernels/install-kernels.ts';
import { installWideKernels } from './kernels/install-wide-kernels.ts';
import { tensorflowBackends } from './tensorflow/tensorflow-backends.ts';

/** What decides how the back ends of a Node process are started. */
export type NodeBackendOptions = Pick<TrainConfig, 'backend' | 'wideVectors'>;

/** The back ends of a Node process that may be usable, in the order in which they are tried, and the wanted one in any case. */
export const nodeBackends = ({ backend, wideVectors }: NodeBackendOptions): readonly BackendCandidate[] => [
  ...tensorflowBackends(backend, activate),
  { name: 'wasm', start: (threads) => startWasm(threads, wideVectors === true) },
  { name: 'cpu', start: () => activate('cpu') },
];

async function startWasm(threads: number, wideVectors: boolean): Promise<string | void> {
  setWasmPaths(join(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')), sep));
  // Its own threads need a worker that Node does not have; ours live in the kernels.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await activate('wasm');
  if (wideVectors) return installWideKernels('wasm', threads);
  installKernels('wasm', threads);
}

async function activate(backend: string): Promise<void> {
  // Else it advertises another package on stderr.
  enableProdMode();
  if (!(await setBackend(backend))) throw new Error('it did not start');
}
