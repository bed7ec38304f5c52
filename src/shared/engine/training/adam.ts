type Floats = Float32Array | Float64Array;

/** Running moments of the gradient, as long as the parameters. */
export interface AdamState<Values extends Floats = Float32Array> {
  /** Steps that were taken. */
  step: number;
  readonly mean: Values;
  readonly square: Values;
}

export interface AdamOptions {
  readonly learningRate: number;
  readonly weightDecay: number;
  /** AdamW (Loshchilov and Hutter 2019) shrinks the parameters apart from the gradient; Adam adds the decay to it. */
  readonly decoupled: boolean;
}

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

export const startAdam = (size: number): AdamState => ({ step: 0, mean: new Float32Array(size), square: new Float32Array(size) });

/** One step of Adam (Kingma and Ba 2015) in place, in the order of operations of torch.optim. */
export function adamStep<Values extends Floats>(state: AdamState<Values>, parameters: Values, gradient: Values, options: AdamOptions): void {
  const { learningRate, weightDecay, decoupled } = options;
  const { mean, square } = state;
  state.step++;
  const stepSize = learningRate / (1 - BETA_1 ** state.step);
  const correction = Math.sqrt(1 - BETA_2 ** state.step);
  const kept = decoupled ? 1 - learningRate * weightDecay : 1;
  const added = decoupled ? 0 : weightDecay;
  for (let i = 0; i < parameters.length; i++) {
    const slope = gradient[i] + added * parameters[i];
    mean[i] = BETA_1 * mean[i] + (1 - BETA_1) * slope;
    square[i] = BETA_2 * square[i] + (1 - BETA_2) * slope * slope;
    parameters[i] = parameters[i] * kept - (stepSize * mean[i]) / (Math.sqrt(square[i]) / correction + EPSILON);
  }
}
