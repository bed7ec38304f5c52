import { tensor, tensor3d, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import type { BilstmGradient, BilstmGradientRequest, BilstmImplementation, BilstmInputs } from './bilstm-implementation.ts';
import { bilstmShapeOf, bilstmWeightList, bilstmWeightShapes, bilstmWeightsFromList, type BilstmShape } from './bilstm-weights.ts';
import { makeFloat32, plainBilstm, plainBilstmGradient, type PlainPass } from './plain.ts';

/** Plain loops in float32, for machines without WebAssembly SIMD. Its state lives in JavaScript's own memory. */
export const cpuBilstm: BilstmImplementation = {
  name: 'cpu',
  forward(inputs) {
    const shape = bilstmShapeOf(inputs.x, inputs.weights);
    const { batch, steps, units } = shape;
    const pass = plainBilstm(shape, read(inputs.x), readWeights(inputs), makeFloat32);
    return {
      output: tensor3d(pass.output as Float32Array, [batch, steps, 2 * units]),
      lastCells: () => tensor3d(pass.lastCells as Float32Array, [2, batch, units]),
      gradient: (request) => gradientOf(shape, pass, request),
    };
  },
};

function gradientOf(shape: BilstmShape, pass: PlainPass, request: BilstmGradientRequest): BilstmGradient {
  const { inputs, dOutput, dLastCells, needsInputGradient } = request;
  const loss = { dOutput: read(dOutput), dLastCells: dLastCells ? read(dLastCells) : null };
  const gradient = plainBilstmGradient(
    shape,
    read(inputs.x),
    readWeights(inputs),
    pass,
    loss,
    needsInputGradient,
    makeFloat32,
  );
  const shapes = bilstmWeightShapes(shape.inputs, shape.units);
  const weights = gradient.weights.map((values, i) => tensor(values as Float32Array, [...shapes[i]!]));
  const x: Tensor3D | null = gradient.x && tensor3d(gradient.x as Float32Array, inputs.x.shape);
  return { x, weights: bilstmWeightsFromList(weights) };
}

function readWeights({ weights }: BilstmInputs): Float32Array[] {
  return bilstmWeightList(weights).map(read);
}

function read(values: Tensor): Float32Array {
  return values.dataSync<'float32'>();
}
