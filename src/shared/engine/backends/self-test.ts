import { dispose, engine, tensor, tidy, zerosLike, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { bilstmWeightsFromList } from '../kernels/bilstm/bilstm-weights.ts';
import { encode } from '../model/encode.ts';
import { caseInputs, caseShapes, outputShape, outputSlopes, type EncoderOutput } from './encoder-case.ts';
import { plainEncoder } from './plain-encoder.ts';

/** float32 over a few steps is right to about 1e-7. */
const TOLERANCE = 1e-5;

/**
 * Runs a small encoder with one head forwards and backwards on the active back end, by whichever kernels the model would
 * use there, and throws where a result differs from plain float64 loops.
 */
export async function selfTest(): Promise<void> {
  for (const output of ['bars', 'mean'] as const) {
    const actual = await onActiveBackend(output);
    plainEncoder(output).forEach((expected, i) => {
      const difference = largestDifference(expected, actual[i]);
      if (!(difference <= TOLERANCE)) throw new Error(`the self-test failed: result ${i} of "${output}" is off by ${difference}`);
    });
  }
}

/** The output, then the gradients by every input. */
async function onActiveBackend(output: EncoderOutput): Promise<readonly ArrayLike<number>[]> {
  const results: Tensor[] = tidy(() => {
    const inputs = caseInputs.map((values, i) => tensor(values, [...caseShapes[i]]));
    const slopes = tensor(outputSlopes(output), [...outputShape(output)]);
    const { value, grads } = engine().gradients(() => runEncoder(inputs, output), inputs, slopes, true);
    return [value, ...inputs.map((input, i) => grads[i] ?? zerosLike(input))];
  });
  const values = await Promise.all(results.map((result) => result.data()));
  dispose(results);
  return values;
}

function runEncoder([x, ...weights]: readonly Tensor[], output: EncoderOutput): Tensor {
  const head = { weight: weights[8] as Tensor2D, bias: weights[9] as Tensor1D, dropout: null };
  const { mean, bars } = encode(x as Tensor3D, bilstmWeightsFromList(weights.slice(0, 8)), [head], true);
  return output === 'bars' ? bars[0] : mean;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i] - b[i]);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
