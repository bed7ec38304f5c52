import type { Tensor } from '@tensorflow/tfjs-core';
import type { OpAttribute, RunOp } from '../../../shared/engine/kernels/bilstm/tensorflow-op.ts';

/** An attribute as tfjs-node's native library takes it: `type` is a TF_ATTR number; an element type is a number, too. */
interface NativeAttribute {
  readonly name: string;
  readonly type: number;
  readonly value: boolean | number | string;
}

type NativeNumber = 'TF_FLOAT' | 'TF_INT32' | 'TF_INT64' | 'TF_ATTR_TYPE' | 'TF_ATTR_BOOL' | 'TF_ATTR_INT' | 'TF_ATTR_FLOAT' | 'TF_ATTR_STRING';

/** Of tfjs-node's back end (dist/nodejs_kernel_backend.d.ts), what we use. */
export interface NodeKernelBackend {
  readonly binding: Readonly<Record<NativeNumber, number>>;
  /** Of the process: TensorFlow saw a GPU that it can use, and runs every op there. */
  readonly isUsingGpuDevice: boolean;
  executeMultipleOutputs(name: string, attributes: readonly NativeAttribute[], inputs: readonly Tensor[], outputs: number): Tensor[];
}

const ELEMENT_TYPES = { float32: 'TF_FLOAT', int32: 'TF_INT32', int64: 'TF_INT64' } as const;
const ATTRIBUTE_TYPES = { type: 'TF_ATTR_TYPE', bool: 'TF_ATTR_BOOL', int: 'TF_ATTR_INT', float: 'TF_ATTR_FLOAT', string: 'TF_ATTR_STRING' } as const;

export const runOpOn =
  (backend: NodeKernelBackend): RunOp =>
  (name, attributes, inputs, outputs) =>
    backend.executeMultipleOutputs(name, attributes.map((attribute) => nativeAttribute(backend.binding, attribute)), inputs, outputs);

function nativeAttribute(binding: NodeKernelBackend['binding'], attribute: OpAttribute): NativeAttribute {
  const value = attribute.kind === 'type' ? binding[ELEMENT_TYPES[attribute.value]] : attribute.value;
  return { name: attribute.name, type: binding[ATTRIBUTE_TYPES[attribute.kind]], value };
}
