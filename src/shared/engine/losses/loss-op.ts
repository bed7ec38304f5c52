import { add, customGrad, mean, mul, reshape, sub, sum, tidy, type Scalar, type Tensor, type Tensor1D } from '@tensorflow/tfjs-core';

export interface ElementLoss {
  /** Loss of each element, of the shape of the predictions. */
  readonly loss: Tensor;
  /** Its derivative with respect to the prediction, of the same shape. */
  readonly slope: Tensor;
}

/**
 * A loss that is a sum over elements, each with the weight of its window: sum over i of w_i mean over elements of l_i.
 * The windows' weights sum to 1 (see `normaliseWeights`), so that this is a mean, and a window of weight 0 does not count.
 * predictions: [B, ...], weights: [B] -> scalar
 */
export function weightedLoss(predictions: Tensor, weights: Tensor1D, elements: (predictions: Tensor) => ElementLoss): Scalar {
  return scalarLoss([predictions], () => {
    const { loss, slope } = elements(predictions);
    const [batch, ...rest] = predictions.shape;
    const perWindow = rest.reduce((size, length) => size * length, 1);
    const share = reshape(mul(weights, 1 / perWindow), [batch, ...rest.map(() => 1)]);
    return { loss: weightedMean(reshape(loss, [batch, perWindow]), weights), gradients: [mul(slope, share)] };
  });
}

/**
 * A float32 sum of thousands of elements loses a digit; the mean of what differs from a first, rough mean does not.
 * elements: [B,P], weights: [B], summing to 1
 */
function weightedMean(elements: Tensor, weights: Tensor1D): Scalar {
  const rough = roughMean(elements, weights);
  return add(rough, roughMean(sub(elements, rough), weights)) as Scalar;
}

function roughMean(elements: Tensor, weights: Tensor1D): Scalar {
  return sum(mul(mean(elements, 1), weights)) as Scalar;
}

/** A scalar whose gradient is computed together with it; none of the inputs is read again afterwards. */
export function scalarLoss(inputs: readonly Tensor[], evaluate: () => { loss: Scalar; gradients: readonly Tensor[] }): Scalar {
  const operation = customGrad((...parameters) => {
    const save = parameters.at(-1) as unknown as (tensors: Tensor[]) => void;
    const { loss, gradients } = evaluate();
    save([...gradients]);
    return { value: loss, gradFunc: (dLoss: Tensor, kept: Tensor[]) => tidy(() => kept.map((gradient) => mul(gradient, dLoss))) };
  });
  return operation(...inputs) as Scalar;
}
