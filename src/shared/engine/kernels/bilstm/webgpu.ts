import { add, clone, concat, matMul, reshape, slice, tidy, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { runProgram, type GpuLimits } from '../webgpu/run-program.ts';
import type { BilstmGradient, BilstmGradientRequest, BilstmImplementation, BilstmInputs } from './bilstm-implementation.ts';
import { BILSTM_WEIGHT_NAMES, bilstmShapeOf, bilstmWeightsFromList, type BilstmShape } from './bilstm-weights.ts';
import { referenceGradient } from './reference-gradient.ts';
import { referenceBilstm } from './reference.ts';
import { traceLayout } from './trace-layout.ts';
import { backwardProgram, forwardProgram, packProgram } from './webgpu-programs.ts';
import { planWorkgroups, type WorkgroupPlan } from './workgroup-plan.ts';

/** One dispatch per pass, for all steps of both directions; composed operations where the device is too small for that. */
export function makeWebGpuBilstm(limits: () => GpuLimits): BilstmImplementation {
  const taskOf = ({ x, weights }: BilstmInputs, keeps: boolean): Task | null => {
    const shape = bilstmShapeOf(x, weights);
    const plan = planWorkgroups(shape, keeps, limits());
    return plan && { shape, plan };
  };
  return {
    name: 'webgpu',
    forward(inputs, willDifferentiate) {
      const task = taskOf(inputs, willDifferentiate);
      if (task === null) return referenceBilstm.forward(inputs, willDifferentiate);
      const written = runForward(task, inputs, willDifferentiate);
      return {
        output: willDifferentiate ? outputOf(task.shape, written) : reshape(written, outputShape(task.shape)),
        kept: willDifferentiate ? [written] : [],
        lastCells: () => lastCellsOf(taskOf(inputs, true), inputs),
        gradient: (request) => gradientOf(taskOf(request.inputs, true), request),
      };
    },
  };
}

interface Task {
  readonly shape: BilstmShape;
  readonly plan: WorkgroupPlan;
}

const outputShape = ({ batch, steps, units }: BilstmShape): [number, number, number] => [batch, steps, 2 * units];

/** The output alone, or the whole trace. */
function runForward({ shape, plan }: Task, { x, weights }: BilstmInputs, keeps: boolean): Tensor1D {
  return tidy(() => {
    const biases = concat([weights.biasIh, weights.biasHh, weights.biasIhReverse, weights.biasHhReverse]);
    const packed = runProgram(packProgram(shape), [weights.weightIh, weights.weightHh, weights.weightIhReverse, weights.weightHhReverse, biases]);
    return runProgram(forwardProgram(shape, plan, keeps), [x, packed]);
  });
}

const outputOf = (shape: BilstmShape, trace: Tensor1D): Tensor3D => tidy(() => reshape(slice(trace, 0, traceLayout(shape).gatesAt), outputShape(shape)));

/** Of the last bar and of the first one, by another pass: [2, B, H]. */
function lastCellsOf(task: Task | null, inputs: BilstmInputs): Tensor3D {
  return tidy(() => {
    if (task === null) return referenceBilstm.forward(inputs, false).lastCells();
    const { batch, steps, units } = task.shape;
    const { cellsAt, operandsAt } = traceLayout(task.shape);
    const cells = reshape(slice(runForward(task, inputs, true), cellsAt, operandsAt - cellsAt), [2, batch, steps, units]);
    const lasts = [slice(cells, [0, 0, steps - 1, 0], [1, batch, 1, units]), slice(cells, [1, 0, 0, 0], [1, batch, 1, units])];
    return reshape(concat(lasts), [2, batch, units]);
  });
}

/** From the trace that the tape kept, or that of another pass. */
function gradientOf(task: Task | null, request: BilstmGradientRequest): BilstmGradient {
  if (task === null) return referenceGradient(request);
  const gradients = tidy(() => {
    const trace = (request.kept?.[0] as Tensor1D | undefined) ?? runForward(task, request.inputs, true);
    const dz = slopesOfGates(task, trace, request);
    const weights = weightGradients(task.shape, trace, dz);
    return request.needsInputGradient ? [...weights, inputGradient(request.inputs, dz)] : weights;
  });
  return { weights: bilstmWeightsFromList(gradients), x: (gradients[BILSTM_WEIGHT_NAMES.length] as Tensor3D | undefined) ?? null };
}

/** dLoss/dz, [2, B * T, 4H] */
function slopesOfGates({ shape, plan }: Task, trace: Tensor1D, { inputs, dOutput, dLastCells }: BilstmGradientRequest): Tensor3D {
  const { weightHh, weightHhReverse } = inputs.weights;
  const program = backwardProgram(shape, plan, dLastCells !== undefined);
  const dz = runProgram(program, [trace, dOutput, weightHh, weightHhReverse, ...(dLastCells ? [dLastCells] : [])]);
  return reshape(dz, [2, shape.batch * shape.steps, 4 * shape.units]);
}

/** Sums over all bars of dz times what the weights were multiplied with, in the order of BILSTM_WEIGHT_NAMES. */
function weightGradients(shape: BilstmShape, trace: Tensor1D, dz: Tensor3D): Tensor[] {
  const { batch, steps, inputs, units } = shape;
  const { operandsAt, size } = traceLayout(shape);
  const operands: Tensor3D = reshape(slice(trace, operandsAt, size - operandsAt), [2, batch * steps, units + inputs + 1]);
  // shape: [2, 4H, H + D + 1]
  const joined = matMul(dz, operands, true);
  return [0, 1].flatMap((direction) => {
    const columns = (begin: number, count: number): Tensor2D => reshape(slice(joined, [direction, 0, begin], [1, 4 * units, count]), [4 * units, count]);
    const bias = reshape(columns(units + inputs, 1), [4 * units]);
    return [columns(units, inputs), columns(0, units), bias, clone(bias)];
  });
}

/** Both directions' dz times W_ih, [B, T, D] */
function inputGradient({ x, weights }: BilstmInputs, dz: Tensor3D): Tensor3D {
  const [, rows, gates] = dz.shape;
  const dzOf = (direction: number): Tensor2D => reshape(slice(dz, [direction, 0, 0], [1, rows, gates]), [rows, gates]);
  return reshape(add(matMul(dzOf(0), weights.weightIh), matMul(dzOf(1), weights.weightIhReverse)), x.shape);
}
