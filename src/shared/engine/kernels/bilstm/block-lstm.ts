import { add, clone, concat, keep, pad, reverse, scalar, slice, split, stack, squeeze, tidy, zeros, type Scalar, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import type { BilstmGradientRequest, BilstmImplementation, BilstmInputs } from './bilstm-implementation.ts';
import { BLOCK_STATES, blockGradient, blockOperands, CELLS, HIDDEN, runBlock } from './block-lstm-direction.ts';
import { directionWeights } from './reference-steps.ts';
import { makeStatefulBilstm } from './stateful.ts';
import type { RunOp } from './tensorflow-op.ts';
import { swapBatchAndTime } from './time-major.ts';

/** What both directions need: their operands of the op, the forward direction first. */
type OperandsOf = (inputs: BilstmInputs) => ReturnType<typeof blockOperands>[];

/**
 * The BiLSTM on a CPU through TensorFlow's fused BlockLSTMV2 and BlockLSTMGradV2, one call for each direction; the reverse
 * one reads the bars from the last to the first.
 */
export function makeBlockLstm(run: RunOp): BilstmImplementation {
  const stepCount = makeStepCounts(run);
  const operandsOf: OperandsOf = ({ x, weights }) => {
    const ahead = swapBatchAndTime(x);
    const [forward, backward] = directionWeights(weights);
    const steps = stepCount(x.shape[1]);
    return [blockOperands(steps, ahead, forward), blockOperands(steps, reverse(ahead, 0), backward)];
  };
  return makeStatefulBilstm({
    name: 'BlockLSTMV2',
    run(inputs) {
      const states = operandsOf(inputs).flatMap((operands) => runBlock(run, operands));
      return { output: outputOf(ofEach(states, HIDDEN)), states };
    },
    lastCells: (states) => stack(ofEach(states, CELLS).map(lastStep)) as Tensor3D,
    gradient: (request, states) => gradient(run, operandsOf(request.inputs), request, states),
  });
}

/** The state of this number in the forward and in the reverse direction, each [T, B, H]. */
const ofEach = (states: readonly Tensor[], number: number): [Tensor3D, Tensor3D] => [states[number] as Tensor3D, states[BLOCK_STATES + number] as Tensor3D];

/** [B, T, 2H] */
const outputOf = ([ahead, back]: [Tensor3D, Tensor3D]): Tensor3D => swapBatchAndTime(concat([ahead, reverse(back, 0)], 2));

/** [B, H] */
const lastStep = (states: Tensor3D): Tensor => squeeze(slice(states, [states.shape[0] - 1, 0, 0]), [0]);

function gradient(run: RunOp, operands: ReturnType<OperandsOf>, request: BilstmGradientRequest, states: readonly Tensor[]): Tensor[] {
  const [dAhead, dBack] = split(swapBatchAndTime(request.dOutput), 2, 2) as [Tensor3D, Tensor3D];
  const dHidden = [dAhead, reverse(dBack, 0)];
  const dCells = cellGradients(request);
  const [ahead, back] = operands.map((each, d) =>
    blockGradient(run, each, states.slice(d * BLOCK_STATES, (d + 1) * BLOCK_STATES), dCells[d]!, dHidden[d]!),
  );
  const weights: Tensor[] = [ahead!, back!].flatMap(({ ih, hh, bias }) => [ih, hh, bias, clone(bias)]);
  return request.needsInputGradient ? [...weights, swapBatchAndTime(add(ahead!.x, reverse(back!.x, 0)))] : weights;
}

/** dLoss/d cells of each direction, [T, B, H]: only the last step's come from outside. */
function cellGradients({ dOutput, dLastCells }: BilstmGradientRequest): Tensor3D[] {
  const [batch, steps, width] = dOutput.shape;
  if (dLastCells === undefined) return [zeros([steps, batch, width / 2]), zeros([steps, batch, width / 2])];
  return split(dLastCells, 2, 0).map((last) => pad(last as Tensor3D, [[steps - 1, 0], [0, 0], [0, 0]]));
}

/** The op wants the number of steps as int64, which tfjs cannot make: cast once for each length, and kept. */
function makeStepCounts(run: RunOp): (steps: number) => Scalar {
  const made = new Map<number, Scalar>();
  const cast = (steps: number): Scalar =>
    tidy(() => {
      const [count] = run(
        'Cast',
        [
          { name: 'SrcT', kind: 'type', value: 'int32' },
          { name: 'DstT', kind: 'type', value: 'int64' },
          { name: 'Truncate', kind: 'bool', value: false },
        ],
        [scalar(steps, 'int32')],
        1,
      );
      return keep(count as Scalar);
    });
  return (steps) => {
    const count = made.get(steps) ?? cast(steps);
    made.set(steps, count);
    return count;
  };
}
