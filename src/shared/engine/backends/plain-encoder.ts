import { makeFloat64, plainBilstm, plainBilstmGradient } from '../kernels/bilstm/plain.ts';
import type { Floats } from '../kernels/bilstm/plain-forward.ts';
import { CASE_SHAPE, caseInputs, outputSlopes, type EncoderOutput } from './encoder-case.ts';

const { batch, steps, units } = CASE_SHAPE;
const WIDTH = 2 * units;

/** The output and the gradients by every input, in plain float64 loops. */
export function plainEncoder(output: EncoderOutput): readonly Floats[] {
  const [x, ...rest] = caseInputs;
  const [weights, [headWeight, headBias]] = [rest.slice(0, 8), rest.slice(8)];
  const pass = plainBilstm(CASE_SHAPE, x, weights, makeFloat64);
  const slopes = outputSlopes(output);
  const dOutput = output === 'bars' ? slopesThroughHead(slopes, headWeight) : slopesThroughMean(slopes);
  const gradient = plainBilstmGradient(CASE_SHAPE, x, weights, pass, { dOutput, dLastCells: null }, true, makeFloat64);
  const value = output === 'bars' ? headOf(pass.output, headWeight, headBias) : meanOf(pass.output);
  const head = output === 'bars' ? headGradient(pass.output, slopes) : [new Float64Array(WIDTH), new Float64Array(1)];
  return [value, gradient.x!, ...gradient.weights, ...head];
}

/** states: [B,T,2H] -> [B,T,1] */
function headOf(states: Floats, weight: Float32Array, bias: Float32Array): Float64Array {
  return Float64Array.from({ length: batch * steps }, (_, bar) => weight.reduce((sum, w, k) => sum + w * states[bar * WIDTH + k], bias[0]));
}

/** Of the head's weight [1,2H] and bias [1]. */
function headGradient(states: Floats, slopes: Float32Array): Float64Array[] {
  const weight = new Float64Array(WIDTH);
  slopes.forEach((slope, bar) => weight.forEach((_, k) => (weight[k] += slope * states[bar * WIDTH + k])));
  return [weight, Float64Array.of(slopes.reduce((sum, slope) => sum + slope, 0))];
}

const slopesThroughHead = (slopes: Float32Array, weight: Float32Array): Float64Array =>
  Float64Array.from({ length: batch * steps * WIDTH }, (_, i) => slopes[Math.floor(i / WIDTH)] * weight[i % WIDTH]);

/** states: [B,T,2H] -> [B,2H] */
function meanOf(states: Floats): Float64Array {
  const mean = new Float64Array(batch * WIDTH);
  states.forEach((state, i) => (mean[windowPlace(i)] += state / steps));
  return mean;
}

const slopesThroughMean = (slopes: Float32Array): Float64Array =>
  Float64Array.from({ length: batch * steps * WIDTH }, (_, i) => slopes[windowPlace(i)] / steps);

/** Place in [B,2H] of an element of [B,T,2H]. */
const windowPlace = (i: number): number => Math.floor(i / (steps * WIDTH)) * WIDTH + (i % WIDTH);
