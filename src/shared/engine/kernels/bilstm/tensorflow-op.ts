import type { Tensor } from '@tensorflow/tfjs-core';

/** An attribute of an op, by its name in the op's definition. `type`: of the elements of a tensor. */
export type OpAttribute =
  | { readonly name: string; readonly kind: 'type'; readonly value: 'float32' | 'int32' | 'int64' }
  | { readonly name: string; readonly kind: 'bool'; readonly value: boolean }
  | { readonly name: string; readonly kind: 'int' | 'float'; readonly value: number }
  | { readonly name: string; readonly kind: 'string'; readonly value: string };

/**
 * Runs one TensorFlow op on the active back end of tfjs, which must be TensorFlow's. Inputs and outputs stand in the order
 * of the op's definition (tensorflow.org/api_docs/python/tf/raw_ops). Throws TensorFlow's own words where they do not fit.
 */
export type RunOp = (name: string, attributes: readonly OpAttribute[], inputs: readonly Tensor[], outputs: number) => Tensor[];
