import { bilstmWeightShapes, type BilstmShape } from '../kernels/bilstm/bilstm-weights.ts';

/** Small, but as wide as fused kernels want it, and otherwise with no size that fills a vector of four. */
export const CASE_SHAPE: BilstmShape = { batch: 3, steps: 5, inputs: 3, units: 8 };

/** What is differentiated: the head of the bars [B,T,1], or the mean of the states [B,2H]. */
export type EncoderOutput = 'bars' | 'mean';

/** x, the eight weights of the BiLSTM, weight and bias of a head of the bars. */
export const caseShapes: readonly (readonly number[])[] = [
  [CASE_SHAPE.batch, CASE_SHAPE.steps, CASE_SHAPE.inputs],
  ...bilstmWeightShapes(CASE_SHAPE.inputs, CASE_SHAPE.units),
  [1, 2 * CASE_SHAPE.units],
  [1],
];

export const outputShape = (output: EncoderOutput): readonly number[] =>
  output === 'bars' ? [CASE_SHAPE.batch, CASE_SHAPE.steps, 1] : [CASE_SHAPE.batch, 2 * CASE_SHAPE.units];

export const caseInputs: readonly Float32Array[] = caseShapes.map((shape, i) => wave(shape, 0.3 + 0.1 * i));

/** dLoss/d output. */
export const outputSlopes = (output: EncoderOutput): Float32Array => wave(outputShape(output), 0.9);

/** Values in +-0.9 without a pattern that a mistake could hide in. */
function wave(shape: readonly number[], pace: number): Float32Array {
  const size = shape.reduce((product, length) => product * length, 1);
  return Float32Array.from({ length: size }, (_, i) => 0.9 * Math.sin(1 + pace * i * (1 + (i % 7))));
}
