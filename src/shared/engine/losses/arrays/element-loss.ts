/** Loss of one element and its derivative by the prediction, written into `to`: a new object for each would cost more than both. */
export type ArrayElementLoss = (prediction: number, target: number, to: LossAndSlope) => void;

export interface LossAndSlope {
  loss: number;
  slope: number;
}

export interface ArrayLoss {
  readonly loss: number;
  /** By the predictions, of their size. */
  readonly slopes: Float32Array;
}

/**
 * The same sum as `weightedLoss`, over the host's arrays and in float64: sum over windows of w_i mean over elements of l_i.
 * predictions, targets: [B, ...]; weights: [B], summing to 1.
 */
export function weightedArrayLoss(predictions: Float32Array, targets: Float32Array, weights: Float32Array, element: ArrayElementLoss): ArrayLoss {
  const perWindow = predictions.length / weights.length;
  const slopes = new Float32Array(predictions.length);
  const of: LossAndSlope = { loss: 0, slope: 0 };
  let loss = 0;
  for (let window = 0; window < weights.length; window++) {
    const share = weights[window] / perWindow;
    const end = (window + 1) * perWindow;
    for (let i = window * perWindow; i < end; i++) {
      element(predictions[i], targets[i], of);
      loss += share * of.loss;
      slopes[i] = share * of.slope;
    }
  }
  return { loss, slopes };
}
