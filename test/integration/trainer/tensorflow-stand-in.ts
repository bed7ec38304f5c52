import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { OpAttribute } from '../../../src/shared/engine/kernels/bilstm/tensorflow-op.ts';
import type { NodeKernelBackend } from '../../../src/main/trainer/tensorflow/node-kernel-backend.ts';
import { makeFakeTensorflow, type FakeTensorflow } from '../../unit/engine/kernels/bilstm/fake-tensorflow/fake-tensorflow.ts';

/** TF_DataType and TF_AttrType of TensorFlow's C API (tensorflow/c/tf_datatype.h and c_api.h). */
const BINDING = { TF_FLOAT: 1, TF_INT32: 3, TF_INT64: 9, TF_ATTR_STRING: 0, TF_ATTR_INT: 1, TF_ATTR_FLOAT: 2, TF_ATTR_BOOL: 3, TF_ATTR_TYPE: 4 };

export interface StandIn {
  /** What its native library would tell. */
  readonly isUsingGpuDevice: boolean;
  /** Code that runs where the real package loads its native library. */
  readonly whenLoaded?: string;
  readonly version?: string;
}

/**
 * Puts a package into a folder that loads as tfjs-node does: it requires a tfjs-core of its own, another copy than the
 * program's, and registers its back end there. The ops that are TensorFlow's own are the plain loops of the fakes; all
 * others are those of the cpu back end. Returns what ran.
 */
export function putStandIn(modules: string, packageName: string, { isUsingGpuDevice, whenLoaded = '', version = '4.22.0' }: StandIn): FakeTensorflow {
  const folder = join(modules, ...packageName.split('/'));
  mkdirSync(join(folder, 'lib', 'napi-v8'), { recursive: true });
  writeFileSync(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'), '');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: packageName, version, main: 'index.js' }));
  writeFileSync(
    join(folder, 'index.js'),
    `const util = require('util');
    const tf = require('@tensorflow/tfjs-core');
    ${whenLoaded}
    tf.getKernelsForBackend('cpu').forEach((kernel) => tf.registerKernel({ ...kernel, backendName: 'tensorflow' }));
    tf.registerBackend('tensorflow', () => globalThis.tensorflowStandIn(util), 3);
    tf.setBackend('tensorflow');`,
  );
  copyCore(modules);
  const fake = makeFakeTensorflow();
  Object.assign(globalThis, { tensorflowStandIn: (util: NodeUtilities) => new StandInBackend(fake, isUsingGpuDevice, util) });
  return fake;
}

interface NodeUtilities {
  isNullOrUndefined(value: unknown): boolean;
}

class StandInBackend extends MathBackendCPU implements NodeKernelBackend {
  readonly binding = BINDING;
  readonly isUsingGpuDevice: boolean;
  private readonly fake: FakeTensorflow;
  private readonly util: NodeUtilities;

  constructor(fake: FakeTensorflow, isUsingGpuDevice: boolean, util: NodeUtilities) {
    super();
    this.fake = fake;
    this.isUsingGpuDevice = isUsingGpuDevice;
    this.util = util;
  }

  executeMultipleOutputs(name: string, attributes: readonly NativeAttribute[], inputs: readonly Tensor[], outputs: number): Tensor[] {
    // As tfjs-node does for almost every op.
    if (this.util.isNullOrUndefined(inputs)) throw new Error('Invalid input tensors value.');
    return this.fake.run(name, attributes.map(toAttribute), inputs, outputs);
  }
}

interface NativeAttribute {
  readonly name: string;
  readonly type: number;
  readonly value: boolean | number | string;
}

const KINDS = ['string', 'int', 'float', 'bool', 'type'];
const ELEMENTS = new Map([[1, 'float32'], [3, 'int32'], [9, 'int64']]);

function toAttribute({ name, type, value }: NativeAttribute): OpAttribute {
  const kind = KINDS[type];
  return { name, kind, value: kind === 'type' ? ELEMENTS.get(value as number) : value } as OpAttribute;
}

/** It is one file that needs no other package to load. */
function copyCore(modules: string): void {
  const bundle = createRequire(import.meta.url).resolve('@tensorflow/tfjs-core');
  const folder = join(modules, '@tensorflow', 'tfjs-core');
  mkdirSync(folder, { recursive: true });
  cpSync(bundle, join(folder, 'index.js'));
}
