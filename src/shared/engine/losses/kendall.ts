import { add, exp, mul, stack, sub, sum, unstack, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { scalarLoss } from './loss-op.ts';

export interface TaskLoss {
  readonly loss: Scalar;
  /** Learned: log of the task's standard deviation. */
  readonly logSigma: Scalar;
}

/**
 * Sum over tasks of L/(2 sigma^2) + log sigma (Kendall, Gal and Cipolla, CVPR 2018), differentiable in losses and
 * log-sigmas. A task that is left out of the list has no share, and its log-sigma does not move.
 */
export function kendall(tasks: readonly TaskLoss[]): Scalar {
  const losses = tasks.map(({ loss }) => loss);
  const logSigmas = tasks.map(({ logSigma }) => logSigma);
  return scalarLoss([...losses, ...logSigmas], () => {
    // shape: [tasks]
    const raw = stack(losses);
    const logs = stack(logSigmas);
    const precision = exp(mul(logs, -2));
    const weighted = mul(raw, precision);
    return {
      loss: sum(add(mul(weighted, 0.5), logs)) as Scalar,
      gradients: [...unstack(mul(precision, 0.5)), ...unstack(sub(1, weighted))] as Tensor[],
    };
  });
}
