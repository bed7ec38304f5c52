import type { Tensor } from '@tensorflow/tfjs-core';
import type { OpAttribute } from '../../../../../../src/shared/engine/kernels/bilstm/tensorflow-op.ts';

export type FakeOp = (attributes: readonly OpAttribute[], inputs: readonly Tensor[]) => Tensor[];

export const values = (tensor: Tensor): Float32Array => tensor.dataSync<'float32'>();

/** Like TensorFlow, an op takes exactly the shapes of its definition. */
export function expectShapes(op: string, inputs: readonly Tensor[], shapes: readonly (readonly number[])[]): void {
  if (inputs.length !== shapes.length) throw new Error(`${op} takes ${shapes.length} inputs, not ${inputs.length}`);
  inputs.forEach(({ shape }, i) => {
    if (shape.join() !== shapes[i]!.join()) throw new Error(`${op}: input ${i} is [${shape.join()}], expected [${shapes[i]!.join()}]`);
  });
}

/** …and exactly the attributes with exactly these values, since the fakes compute nothing else. */
export function expectAttributes(op: string, attributes: readonly OpAttribute[], wanted: Readonly<Record<string, OpAttribute['value']>>): void {
  const given = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  for (const name of new Set([...Object.keys(given), ...Object.keys(wanted)])) {
    if (given[name] !== wanted[name]) throw new Error(`${op}: attribute ${name} is ${String(given[name])}, expected ${String(wanted[name])}`);
  }
}
