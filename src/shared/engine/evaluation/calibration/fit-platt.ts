import type { Calibration } from '../../../domain/calibration.ts';
import { logOddsOf, logistic } from './apply-calibration.ts';

type Platt = Extract<Calibration, { kind: 'platt' }>;

const MOST_STEPS = 60;
const SMALL_STEP = 1e-9;
/** Four bars that nobody saw, one of each kind at log-odds of 1 and of -1, keep the fit finite where a threshold parts the labels. */
const UNSEEN = [
  { score: 1, target: 1 },
  { score: 1, target: 0 },
  { score: -1, target: 1 },
  { score: -1, target: 0 },
];

/**
 * Scale and bias of the log-odds with the largest likelihood of the labels. Source: J. Platt, Probabilistic Outputs for Support Vector
 * Machines, 1999; here by Newton's method with halved steps. probability, target: [n], on windows that the model did not
 * learn from.
 */
export function fitPlatt(probability: Float32Array, target: Uint8Array): Platt {
  return fit(probability, target, true);
}

/** A scale alone: one over the temperature of C. Guo et al., On Calibration of Modern Neural Networks, ICML 2017. */
export function fitTemperature(probability: Float32Array, target: Uint8Array): Platt {
  return fit(probability, target, false);
}

function fit(probability: Float32Array, labels: Uint8Array, withBias: boolean): Platt {
  const scores = Float64Array.from([...UNSEEN.map(({ score }) => score), ...Array.from(probability, logOddsOf)]);
  const target = Uint8Array.from([...UNSEEN.map((bar) => bar.target), ...labels]);
  let at: Platt = { kind: 'platt', scale: 1, bias: 0 };
  let loss = lossOf(at, scores, target);
  for (let step = 0; step < MOST_STEPS; step++) {
    const [dScale, dBias] = newtonStep(at, scores, target, withBias);
    let size = 1;
    let next = at;
    let nextLoss = loss;
    do {
      next = { kind: 'platt', scale: at.scale - size * dScale, bias: at.bias - size * dBias };
      nextLoss = lossOf(next, scores, target);
      size /= 2;
    } while (nextLoss > loss && size > SMALL_STEP);
    if (!(nextLoss < loss - SMALL_STEP * Math.abs(loss) * 1e-3)) break;
    at = next;
    loss = nextLoss;
  }
  return at;
}

/** Negative log-likelihood. */
function lossOf({ scale, bias }: Platt, scores: Float64Array, target: Uint8Array): number {
  let loss = 0;
  for (let i = 0; i < scores.length; i++) {
    const z = scale * scores[i] + bias;
    loss += softplus(target[i] > 0.5 ? -z : z);
  }
  return loss;
}

/** Gradient over curvature. */
function newtonStep({ scale, bias }: Platt, scores: Float64Array, target: Uint8Array, withBias: boolean): readonly [scale: number, bias: number] {
  let [gScale, gBias, hScale, hBoth, hBias] = [0, 0, 0, 0, 0];
  for (let i = 0; i < scores.length; i++) {
    const p = logistic(scale * scores[i] + bias);
    const error = p - target[i];
    const curve = p * (1 - p);
    gScale += error * scores[i];
    gBias += error;
    hScale += curve * scores[i] ** 2;
    hBoth += curve * scores[i];
    hBias += curve;
  }
  if (!withBias) return [gScale / hScale, 0];
  const determinant = hScale * hBias - hBoth ** 2;
  return [(gScale * hBias - gBias * hBoth) / determinant, (gBias * hScale - gScale * hBoth) / determinant];
}

/** log(1 + exp(z)) without overflow. */
const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
