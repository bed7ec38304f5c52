import type { BilstmShape } from './bilstm-weights.ts';
import { plainDirectionGradient, type OutputGradient } from './plain-backward.ts';
import { barOfStep, plainDirection, type Floats, type MakeFloats, type PlainDirection, type PlainWeights } from './plain-forward.ts';

export const makeFloat32: MakeFloats = (length) => new Float32Array(length);
export const makeFloat64: MakeFloats = (length) => new Float64Array(length);

/** The eight arrays in the order of BILSTM_WEIGHT_NAMES. */
export type PlainWeightList = readonly Floats[];

export interface PlainPass {
  /** [B, T, 2H] */
  readonly output: Floats;
  /** [2, B, H] */
  readonly lastCells: Floats;
  readonly directions: readonly [PlainDirection, PlainDirection];
}

export interface PlainGradient {
  /** [B, T, D], or null when it was not asked for */
  readonly x: Floats | null;
  readonly weights: PlainWeightList;
}

/** The BiLSTM as plain loops: x [B, T, D], storage as `make` says. In float64 it is the oracle of every other kernel. */
export function plainBilstm(shape: BilstmShape, x: Floats, weights: PlainWeightList, make: MakeFloats): PlainPass {
  const directions = [
    plainDirection(shape, x, directionWeights(weights, false), false, make),
    plainDirection(shape, x, directionWeights(weights, true), true, make),
  ] as const;
  return { output: interleave(shape, directions, make), lastCells: lastCells(shape, directions, make), directions };
}

/** Gradients of a pass of the same x and weights. */
export function plainBilstmGradient(
  shape: BilstmShape,
  x: Floats,
  weights: PlainWeightList,
  pass: PlainPass,
  loss: OutputGradient,
  needsInputGradient: boolean,
  make: MakeFloats,
): PlainGradient {
  const dx = needsInputGradient ? make(x.length) : null;
  const perDirection = [false, true].map((reversed) =>
    plainDirectionGradient(
      shape,
      x,
      directionWeights(weights, reversed),
      pass.directions[reversed ? 1 : 0],
      reversed,
      loss,
      dx,
      make,
    ),
  );
  return { x: dx, weights: perDirection.flat() };
}

function directionWeights(weights: PlainWeightList, reversed: boolean): PlainWeights {
  return weights.slice(reversed ? 4 : 0, reversed ? 8 : 4) as unknown as PlainWeights;
}

/** Hidden states of both directions by bar, [B, T, 2H]. */
function interleave(
  { batch, steps, units }: BilstmShape,
  directions: PlainPass['directions'],
  make: MakeFloats,
): Floats {
  const output = make(batch * steps * 2 * units);
  directions.forEach(({ hidden }, d) => {
    for (let step = 0; step < steps; step++) {
      const bar = barOfStep(step, steps, d === 1);
      for (let b = 0; b < batch; b++) {
        const row = (step * batch + b) * units;
        output.set(hidden.subarray(row, row + units), (b * steps + bar) * 2 * units + d * units);
      }
    }
  });
  return output;
}

function lastCells({ batch, steps, units }: BilstmShape, directions: PlainPass['directions'], make: MakeFloats): Floats {
  const last = make(2 * batch * units);
  directions.forEach(({ cells }, d) => last.set(cells.subarray((steps - 1) * batch * units), d * batch * units));
  return last;
}
