import type { BackendCandidate } from '../../../shared/engine/backends/backend.ts';
import { makeBlockLstm } from '../../../shared/engine/kernels/bilstm/block-lstm.ts';
import { makeCudnnBilstm } from '../../../shared/engine/kernels/bilstm/cudnn.ts';
import { setBilstm } from '../../../shared/engine/kernels/bilstm/implementations.ts';
import { lookForTensorflow } from '../../environment/look-for-tensorflow.ts';
import { CUDA_NEEDS, type TensorflowName } from '../../environment/tensorflow-packages.mjs';
import { loadTensorflow, TFJS_NAME } from './load-tensorflow.ts';
import { runOpOn, type NodeKernelBackend } from './node-kernel-backend.ts';

type Activate = (tfjsName: string) => Promise<void>;

const NAMES: readonly TensorflowName[] = ['tensorflow-gpu', 'tensorflow'];

/**
 * TensorFlow's back ends whose package is there with its native library, and the one that the settings name, whose start
 * then says what is missing.
 */
export function tensorflowBackends(wanted: string, activate: Activate, look = lookForTensorflow): readonly BackendCandidate[] {
  return NAMES.filter((name) => name === wanted || look(name).folder !== null).map((name) => ({ name, start: () => start(name, activate, look) }));
}

async function start(name: TensorflowName, activate: Activate, look: typeof lookForTensorflow): Promise<void> {
  const backend = loadOnce(name, look);
  if (name === 'tensorflow-gpu' && !backend.isUsingGpuDevice) throw new Error(`TensorFlow found no GPU that it can use; it takes ${CUDA_NEEDS}`);
  if (name === 'tensorflow' && backend.isUsingGpuDevice) throw new Error('in this process TensorFlow computes on the GPU already; name it in the settings to have it on the CPU');
  await activate(TFJS_NAME);
}

/** A process can hold one libtensorflow, so the first package that loads serves both names: without a GPU it computes on the CPU. */
let loaded: NodeKernelBackend | null = null;

function loadOnce(name: TensorflowName, look: typeof lookForTensorflow): NodeKernelBackend {
  if (loaded !== null) return loaded;
  const { folder, reason } = look(name);
  if (folder === null) throw new Error(reason);
  loaded = loadTensorflow(folder);
  const run = runOpOn(loaded);
  setBilstm(TFJS_NAME, loaded.isUsingGpuDevice ? makeCudnnBilstm(run) : makeBlockLstm(run));
  return loaded;
}
