import { makePlainNetwork } from '../kernels/network/plain.ts';
import { dropoutMask } from '../model/dropout-mask.ts';
import { viewsOf } from '../model/parameters.ts';
import { fusedLossAndGradient } from '../training/fused-loss-and-gradient.ts';
import { lossAndGradient } from '../training/loss-and-gradient.ts';
import { selfTestCase, type SelfTestCase } from './self-test-case.ts';

/** float32 over a few steps is right to about 1e-7. */
const TOLERANCE = 1e-5;

const plainNetwork = makePlainNetwork(({ key, probability }, size) => dropoutMask(key, size, probability));

/** Every mode, and every encoder; the last block of the dilated one reaches beyond the window. */
const CASES: ReadonlyMap<string, SelfTestCase> = new Map([
  ['soft', selfTestCase('soft')],
  ['crf', selfTestCase('crf')],
  ['segments', selfTestCase('segments')],
  ['soft, dilated', selfTestCase('soft', { kind: 'dilated', channels: 24, blocks: 4, kernel: 3 })],
]);

/**
 * Loss and gradients of small models in all modes on the active back end, by whichever kernels a training would use
 * there; throws where one differs from plain float64 loops.
 */
export async function selfTest(): Promise<void> {
  for (const [name, test] of CASES) await testCase(name, test);
}

async function testCase(name: string, { parameters, batch, objective, dropout }: SelfTestCase): Promise<void> {
  const right = fusedLossAndGradient(plainNetwork, parameters, batch, objective, dropout);
  const actual = await lossAndGradient(parameters, batch, objective, dropout);
  check(name, 'the loss', [right.losses.weighted], [actual.losses.weighted]);
  const gradients = viewsOf(parameters.specs, actual.gradient);
  viewsOf(parameters.specs, right.gradient).forEach((values, parameter) => check(name, `the gradient of ${parameter}`, values, gradients.get(parameter)!));
}

/** Sums of many terms are as wrong as they are large. */
function check(name: string, what: string, right: ArrayLike<number>, actual: ArrayLike<number>): void {
  const scale = Math.max(1, ...Array.from(right, Math.abs));
  const difference = largestDifference(right, actual) / scale;
  if (!(difference <= TOLERANCE)) throw new Error(`the self-test failed: ${what} (${name}) is off by ${difference}`);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i] - b[i]);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
