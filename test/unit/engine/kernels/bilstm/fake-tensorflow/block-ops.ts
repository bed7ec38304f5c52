import { scalar, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { expectAttributes, expectShapes, values, type FakeOp } from './expect-inputs.ts';
import { slowLstm, slowLstmSlopes, type LstmReaders, type LstmSize, type LstmStates } from './slow-lstm.ts';

/**
 * TensorFlow's BlockLSTMV2, BlockLSTMGradV2 and Cast to int64, from tensorflow/core/ops/rnn_ops.cc, the documentation of
 * tf.raw_ops and the comments in core/kernels/rnn/lstm_ops.cc: [x | h] times w [D+H, 4H] plus b, gates in the order
 * i, f, c, o, no forget bias.
 */
export function makeBlockOps(): Readonly<Record<string, FakeOp>> {
  // tfjs knows no int64: who got its tensor from Cast may pass it.
  const int64 = new WeakSet<object>();
  const expectSteps = (count: Tensor, steps: number): void => {
    if (!int64.has(count.dataId)) throw new Error('seq_len_max is not int64');
    if (count.dataSync()[0] !== steps) throw new Error('seq_len_max is not the number of steps');
  };
  return {
    Cast(attributes, [x]) {
      expectAttributes('Cast', attributes, { SrcT: 'int32', DstT: 'int64', Truncate: false });
      const count = scalar(x!.dataSync()[0]!, 'int32');
      int64.add(count.dataId);
      return [count];
    },
    BlockLSTMV2(attributes, inputs) {
      expectAttributes('BlockLSTMV2', attributes, { T: 'float32', cell_clip: 0, use_peephole: false });
      const size = sizeOf(inputs);
      expectShapes('BlockLSTMV2', inputs, operandShapes(size));
      expectSteps(inputs[0]!, size.steps);
      const { i, cells, f, o, candidate, squashed, hidden } = slowLstm(size, readersOf(size, inputs));
      return [i, cells, f, o, candidate, squashed, hidden].map((state) => tensor(Float32Array.from(state), stateShape(size)));
    },
    BlockLSTMGradV2(attributes, inputs) {
      expectAttributes('BlockLSTMGradV2', attributes, { T: 'float32', use_peephole: false });
      const size = sizeOf(inputs);
      const { steps, batch, units } = size;
      const depth = size.inputs + units;
      expectShapes('BlockLSTMGradV2', inputs, [...operandShapes(size), ...Array.from({ length: 9 }, () => stateShape(size))]);
      expectSteps(inputs[0]!, steps);
      const [dCells, dHidden] = inputs.slice(16).map((slope) => values(slope)) as [Float32Array, Float32Array];
      const at = (of: Float32Array) => (t: number, b: number, unit: number) => of[(t * batch + b) * units + unit]!;
      const slopes = slowLstmSlopes(size, readersOf(size, inputs), statesOf(inputs.slice(9, 16)), at(dCells), at(dHidden));
      const w = Float32Array.from({ length: depth * 4 * units }, (_, n) => slopes.weight[(n % (4 * units)) * depth + Math.floor(n / (4 * units))]!);
      // What nobody may use is NaN.
      const unused = (shape: number[]) => tensor(new Float32Array(shape.reduce((a, b) => a * b)).fill(NaN), shape);
      return [
        tensor(Float32Array.from(slopes.x), [steps, batch, size.inputs]),
        unused([batch, units]),
        unused([batch, units]),
        tensor(w, [depth, 4 * units]),
        unused([units]),
        unused([units]),
        unused([units]),
        tensor(Float32Array.from(slopes.bias), [4 * units]),
      ];
    },
  };
}

function sizeOf([, x, , h]: readonly Tensor[]): LstmSize {
  const [steps, batch, inputs] = x!.shape as [number, number, number];
  return { steps, batch, inputs, units: h!.shape[1]! };
}

const stateShape = ({ steps, batch, units }: LstmSize): number[] => [steps, batch, units];

/** seq_len_max, x, cs_prev, h_prev, w, wci, wcf, wco, b */
function operandShapes({ steps, batch, inputs, units }: LstmSize): number[][] {
  return [[], [steps, batch, inputs], [batch, units], [batch, units], [inputs + units, 4 * units], [units], [units], [units], [4 * units]];
}

function readersOf({ batch, inputs, units }: LstmSize, [, x, cells, hidden, w, , , , b]: readonly Tensor[]): LstmReaders {
  if ([...values(cells!), ...values(hidden!)].some((value) => value !== 0)) throw new Error('only a zero initial state is computed here');
  const [xs, ws, bs] = [values(x!), values(w!), values(b!)];
  return {
    x: (t, sequence, k) => xs[(t * batch + sequence) * inputs + k]!,
    weight: (row, k) => ws[k * 4 * units + row]!,
    bias: (row) => bs[row]!,
  };
}

/** states: i, cs, f, o, ci, co, h */
function statesOf(states: readonly Tensor[]): LstmStates {
  const [i, cells, f, o, candidate, squashed, hidden] = states.map((state) => Float64Array.from(values(state))) as [
    Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array,
  ];
  return { i, cells, f, o, candidate, squashed, hidden };
}
