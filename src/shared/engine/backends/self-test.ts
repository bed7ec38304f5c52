import type { SpanMode } from '../../domain/train-config.ts';
import { makePlainNetwork } from '../kernels/network/plain.ts';
import { dropoutMask } from '../model/dropout-mask.ts';
import { viewsOf } from '../model/parameters.ts';
import { fusedLossAndGradient } from '../training/fused-loss-and-gradient.ts';
import { lossAndGradient } from '../training/loss-and-gradient.ts';
import { selfTestCase } from './self-test-case.ts';

/** float32 over a few steps is right to about 1e-7. */
const TOLERANCE = 1e-5;

const plainNetwork = makePlainNetwork(({ key, probability }, size) => dropoutMask(key, size, probability));

/**
 * Loss and gradients of a small model in both modes on the active back end, by whichever kernels a training would use
 * there; throws where one differs from plain float64 loops.
 */
export async function selfTest(): Promise<void> {
  for (const mode of ['soft', 'crf', 'segments'] as const) await testMode(mode);
}

async function testMode(mode: SpanMode): Promise<void> {
  const { parameters, batch, objective, dropout } = selfTestCase(mode);
  const right = fusedLossAndGradient(plainNetwork, parameters, batch, objective, dropout);
  const actual = await lossAndGradient(parameters, batch, objective, dropout);
  check(mode, 'the loss', [right.losses.weighted], [actual.losses.weighted]);
  const gradients = viewsOf(parameters.specs, actual.gradient);
  viewsOf(parameters.specs, right.gradient).forEach((values, name) => check(mode, `the gradient of ${name}`, values, gradients.get(name)!));
}

/** Sums of many terms are as wrong as they are large. */
function check(mode: SpanMode, what: string, right: ArrayLike<number>, actual: ArrayLike<number>): void {
  const scale = Math.max(1, ...Array.from(right, Math.abs));
  const difference = largestDifference(right, actual) / scale;
  if (!(difference <= TOLERANCE)) throw new Error(`the self-test failed: ${what} (${mode}) is off by ${difference}`);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i] - b[i]);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
