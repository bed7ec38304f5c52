import type { SystemInfo } from '../../shared/contract/system.ts';
import { lookForTensorflow } from '../environment/look-for-tensorflow.ts';
import type { TensorflowName } from '../environment/tensorflow-packages.mjs';

type Backend = SystemInfo['backends'][number];

/** Which training back ends could be used here, told from files alone, in the order in which they are tried. */
export function listBackends(): readonly Backend[] {
  return [
    tensorflow('tensorflow-gpu'),
    tensorflow('tensorflow'),
    { name: 'wasm', usable: true, reason: '' },
    { name: 'cpu', usable: true, reason: '' },
  ];
}

function tensorflow(name: TensorflowName): Backend {
  const { reason } = lookForTensorflow(name);
  return { name, usable: reason === null, reason: reason ?? '' };
}
