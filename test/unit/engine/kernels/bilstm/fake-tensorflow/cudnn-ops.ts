import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import { expectAttributes, expectShapes, values, type FakeOp } from './expect-inputs.ts';
import { slowLstm, slowLstmSlopes, type LstmReaders, type LstmSize, type LstmSlopes, type LstmStates } from './slow-lstm.ts';

const ATTRIBUTES = { T: 'float32', rnn_mode: 'lstm', input_mode: 'linear_input', direction: 'bidirectional', dropout: 0, seed: 0, seed2: 0 } as const;
const STATE_NAMES = ['i', 'f', 'candidate', 'o', 'cells', 'squashed', 'hidden'] as const;

/**
 * TensorFlow's CudnnRNN and CudnnRNNBackprop for one bidirectional LSTM layer, from tensorflow/core/ops/cudnn_rnn_ops.cc.
 * The flat parameters are read one after the other: for each direction the matrices for x and h, then for each direction
 * the biases for x and h. `reserve_space` is opaque: here it holds the states, and a gradient reads them from nowhere else.
 */
export const cudnnOps: Readonly<Record<string, FakeOp>> = {
  CudnnRNN(attributes, inputs) {
    const training = attributes.find(({ name }) => name === 'is_training')?.value;
    if (typeof training !== 'boolean') throw new Error('is_training is missing');
    expectAttributes('CudnnRNN', attributes, { ...ATTRIBUTES, is_training: training });
    const size = sizeOf(inputs);
    expectShapes('CudnnRNN', inputs, operandShapes(size));
    const both = bothReaders(size, inputs).map((read) => slowLstm(size, read)) as [LstmStates, LstmStates];
    const last = (name: 'cells' | 'hidden') => both.flatMap((states) => Array.from(states[name].subarray(-size.batch * size.units)));
    const reserve = training ? both.flatMap((states) => STATE_NAMES.flatMap((name) => [...states[name]])) : [];
    return [
      outputOf(size, both),
      tensor(last('hidden'), [2, size.batch, size.units]),
      tensor(last('cells'), [2, size.batch, size.units]),
      tensor(reserve, [reserve.length]),
    ];
  },
  CudnnRNNBackprop(attributes, inputs) {
    expectAttributes('CudnnRNNBackprop', attributes, ATTRIBUTES);
    const size = sizeOf(inputs);
    const { steps, batch, units } = size;
    const output = [steps, batch, 2 * units];
    const state = [2, batch, units];
    const reserve = inputs[10]!;
    expectShapes('CudnnRNNBackprop', inputs, [...operandShapes(size), output, state, state, output, state, state, [14 * steps * batch * units]]);
    const [dOutput, dLastHidden, dLastCells] = inputs.slice(7, 10).map(values) as [Float32Array, Float32Array, Float32Array];
    const slopes = bothReaders(size, inputs).map((read, d) => {
      const ofLast = (t: number, b: number, unit: number, from: Float32Array) => (t === steps - 1 ? from[(d * batch + b) * units + unit]! : 0);
      return slowLstmSlopes(
        size,
        read,
        reservedStates(size, values(reserve), d),
        (t, b, unit) => ofLast(t, b, unit, dLastCells),
        (t, b, unit) => dOutput[(barOf(size, d, t) * batch + b) * 2 * units + d * units + unit]! + ofLast(t, b, unit, dLastHidden),
      );
    }) as [LstmSlopes, LstmSlopes];
    const unused = tensor(new Float32Array(2 * batch * units).fill(NaN), state);
    return [inputSlopes(size, slopes), unused, unused.clone(), paramSlopes(size, slopes)];
  },
};

function sizeOf([x, h]: readonly Tensor[]): LstmSize {
  const [steps, batch, inputs] = x!.shape as [number, number, number];
  return { steps, batch, inputs, units: h!.shape[2]! };
}

/** input, input_h, input_c, params */
function operandShapes({ steps, batch, inputs, units }: LstmSize): number[][] {
  return [[steps, batch, inputs], [2, batch, units], [2, batch, units], [2 * 4 * units * (inputs + units + 2)]];
}

const barOf = ({ steps }: LstmSize, direction: number, t: number): number => (direction === 0 ? t : steps - 1 - t);

function bothReaders(size: LstmSize, [x, hidden, cells, params]: readonly Tensor[]): LstmReaders[] {
  if ([...values(hidden!), ...values(cells!)].some((value) => value !== 0)) throw new Error('only a zero initial state is computed here');
  const { batch, inputs, units } = size;
  const [xs, flat] = [values(x!), values(params!)];
  const matrices = 4 * units * (inputs + units);
  return [0, 1].map((d) => ({
    x: (t, b, k) => xs[(barOf(size, d, t) * batch + b) * inputs + k]!,
    weight: (row, k) => flat[d * matrices + (k < inputs ? row * inputs + k : 4 * units * inputs + row * units + k - inputs)]!,
    bias: (row) => flat[2 * matrices + d * 8 * units + row]! + flat[2 * matrices + d * 8 * units + 4 * units + row]!,
  }));
}

/** [T, B, 2H] */
function outputOf(size: LstmSize, both: readonly LstmStates[]): Tensor {
  const { steps, batch, units } = size;
  const output = new Float32Array(steps * batch * 2 * units);
  both.forEach(({ hidden }, d) => {
    hidden.forEach((value, n) => {
      const [t, b, unit] = [Math.floor(n / (batch * units)), Math.floor(n / units) % batch, n % units];
      output[(barOf(size, d, t) * batch + b) * 2 * units + d * units + unit] = value;
    });
  });
  return tensor(output, [steps, batch, 2 * units]);
}

function reservedStates({ steps, batch, units }: LstmSize, reserve: Float32Array, direction: number): LstmStates {
  const length = steps * batch * units;
  return Object.fromEntries(
    STATE_NAMES.map((name, n) => [name, Float64Array.from(reserve.slice((direction * 7 + n) * length, (direction * 7 + n + 1) * length))]),
  ) as unknown as LstmStates;
}

/** [T, B, D]: of both directions together. */
function inputSlopes(size: LstmSize, slopes: readonly LstmSlopes[]): Tensor {
  const row = size.batch * size.inputs;
  const sum = new Float32Array(size.steps * row);
  slopes.forEach(({ x }, d) => x.forEach((slope, n) => (sum[barOf(size, d, Math.floor(n / row)) * row + (n % row)]! += slope)));
  return tensor(sum, [size.steps, size.batch, size.inputs]);
}

/** In the layout of the parameters. */
function paramSlopes({ inputs, units }: LstmSize, slopes: readonly LstmSlopes[]): Tensor {
  const depth = inputs + units;
  const flat: number[] = [];
  for (const { weight } of slopes) {
    for (let row = 0; row < 4 * units; row++) flat.push(...weight.slice(row * depth, row * depth + inputs));
    for (let row = 0; row < 4 * units; row++) flat.push(...weight.slice(row * depth + inputs, (row + 1) * depth));
  }
  for (const { bias } of slopes) flat.push(...bias, ...bias);
  return tensor(flat, [flat.length]);
}
