import '@tensorflow/tfjs-backend-cpu';
import { add, engine, memory, mul, setBackend, sum, tensor, tidy, type Scalar, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bilstmHeads, type BilstmHeadsOutput, type CounterDropout } from '../../../../../src/shared/engine/kernels/bilstm-heads/bilstm-heads.ts';
import { makeFusedHeads, setFusedHeads } from '../../../../../src/shared/engine/kernels/bilstm-heads/fused-heads.ts';
import { bilstm } from '../../../../../src/shared/engine/kernels/bilstm/bilstm.ts';
import { bilstmWeightList, bilstmWeightsFromList, type BilstmShape } from '../../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import { differentiable } from '../../../../../src/shared/engine/model/ops/differentiable.ts';
import { drop } from '../../../../../src/shared/engine/model/ops/drop.ts';
import { linear } from '../../../../../src/shared/engine/model/ops/linear.ts';
import { meanOverTime } from '../../../../../src/shared/engine/model/ops/mean-over-time.ts';
import { maxDifference } from '../bilstm/lstm-goldens.ts';
import { randomTask, randomValues } from '../bilstm/random-task.ts';
import { inputTensor, weightTensors } from '../bilstm/run-implementation.ts';

interface HeadTask {
  readonly outputs: number;
  readonly dropout: CounterDropout | null;
}

type Apply = (inputs: readonly Tensor[], shape: BilstmShape, heads: readonly HeadTask[]) => BilstmHeadsOutput;

const fused: Apply = (inputs, _, heads) => {
  const barHeads = heads.map(({ dropout }, h) => ({
    weight: inputs[9 + 2 * h] as Tensor2D,
    bias: inputs[10 + 2 * h] as Tensor1D,
    dropout,
  }));
  return bilstmHeads(inputs[0] as Tensor3D, bilstmWeightsFromList(inputs.slice(1, 9)), barHeads)!;
};

/** The oracle: the model's own operations one after the other. */
const composed: Apply = (inputs, _, heads) => {
  const states = bilstm(inputs[0] as Tensor3D, bilstmWeightsFromList(inputs.slice(1, 9)));
  const bars = heads.map(({ dropout }, h) => {
    const layer = { weight: inputs[9 + 2 * h] as Tensor2D, bias: inputs[10 + 2 * h] as Tensor1D };
    return linear<Tensor3D>(drop(states, dropout), layer);
  });
  return { mean: meanOverTime(states), bars };
};

/** Outputs, then gradients of a random linear loss by x, the weights and the heads. */
function run(apply: Apply, shape: BilstmShape, heads: readonly HeadTask[], seed: number): Float32Array[] {
  const task = randomTask(shape, seed);
  const random = randomValues(seed + 1);
  const ofShape = (dims: number[]) => tensor(Float32Array.from(random(dims.reduce((a, b) => a * b), 0.5)), dims);
  return tidy(() => {
    const headInputs = heads.flatMap(({ outputs }) => [ofShape([outputs, 2 * shape.units]), ofShape([outputs])]);
    const inputs = [inputTensor(shape, task.x), ...bilstmWeightList(weightTensors(shape, task.weights)), ...headInputs];
    const read = (result: Tensor) => result.dataSync<'float32'>().slice();
    let values: Float32Array[] = [];
    const loss = (): Scalar => {
      const { mean, bars } = apply(inputs, shape, heads);
      const outputs = [mean, ...bars];
      values = outputs.map(read);
      return outputs.map((output) => weightedSum(output, ofShape(output.shape))).reduce((a, b) => addScalars(a, b));
    };
    const { grads } = engine().gradients(loss, inputs);
    return [...values, ...grads.map(read)];
  });
}

// tfjs-core brings no gradients: the test's loss has its own.
const weightedSum = (x: Tensor, weights: Tensor): Scalar =>
  differentiable([x], () => ({
    output: sum(mul(x, weights)) as Scalar,
    saved: [weights],
    backward: (dOutput, [kept]) => [mul(kept!, dOutput)],
  }));
const addScalars = (a: Scalar, b: Scalar): Scalar =>
  differentiable([a, b], () => ({ output: add(a, b), saved: [], backward: (dOutput) => [dOutput.clone(), dOutput.clone()] }));

const dropouts = fc.option(fc.record({ key: fc.integer({ min: 0, max: 2 ** 32 - 1 }), probability: fc.double({ min: 0, max: 0.9, noNaN: true }) }));
const tasks = fc.record({
  shape: fc.record({
    batch: fc.integer({ min: 1, max: 9 }),
    steps: fc.integer({ min: 1, max: 40 }),
    inputs: fc.integer({ min: 1, max: 14 }),
    units: fc.integer({ min: 1, max: 6 }).map((fours) => 4 * fours),
  }),
  heads: fc.array(fc.record({ outputs: fc.integer({ min: 1, max: 3 }), dropout: dropouts }), { minLength: 1, maxLength: 3 }),
  seed: fc.nat(1e6),
});

beforeAll(async () => {
  await setBackend('cpu');
});

describe.each(['relaxed', 'plain'] as const)('BiLSTM with heads, %s build', (build) => {
  beforeEach(() => setFusedHeads('cpu', makeFusedHeads(build)));

  it('agrees with the composed operations in outputs and gradients, for any sizes and dropout', () => {
    fc.assert(
      fc.property(tasks, ({ shape, heads, seed }) => {
        const expected = run(composed, shape, heads, seed);
        run(fused, shape, heads, seed).forEach((result, i) => {
          const scale = Math.max(1, maxDifference(expected[i]!, new Float32Array(expected[i]!.length)));
          expect(maxDifference(result, expected[i]!) / scale).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bits each time and keeps no tensor', () => {
    const shape = { batch: 5, steps: 13, inputs: 3, units: 8 };
    const heads = [{ outputs: 2, dropout: { key: 17, probability: 0.6 } }];
    const first = run(fused, shape, heads, 1);
    const before = memory().numTensors;
    run(fused, shape, heads, 1).forEach((result, i) => expect(result).toEqual(first[i]));
    expect(memory().numTensors).toBe(before);
  });

  it('computes a pass anew whose workspace went to others', () => {
    const shape = { batch: 3, steps: 7, inputs: 2, units: 8 };
    const heads = [{ outputs: 1, dropout: { key: 5, probability: 0.5 } }];
    const crowded: Apply = (inputs, ...rest) => {
      const output = fused(inputs, ...rest);
      for (let others = 0; others < 5; others++) fused(inputs.map((input) => mul(input, 2)), ...rest);
      return output;
    };
    const alone = run(fused, shape, heads, 3);
    run(crowded, shape, heads, 3).forEach((result, i) => expect(result).toEqual(alone[i]));
  });
});

describe('where there is no fused kernel', () => {
  const call = (units: number) => {
    const shape = { batch: 1, steps: 2, inputs: 1, units };
    const task = randomTask(shape, 1);
    return bilstmHeads(inputTensor(shape, task.x), weightTensors(shape, task.weights), []);
  };

  it('answers null, so that the caller composes', () => {
    setFusedHeads('cpu', null);
    expect(call(4)).toBeNull();
  });

  it('answers null for a number of units that is no multiple of 4', () => {
    setFusedHeads('cpu', makeFusedHeads('plain'));
    expect(call(6)).toBeNull();
    expect(call(8)).not.toBeNull();
  });
});
