import type { BilstmShape } from './bilstm-weights.ts';

export type Floats = Float32Array | Float64Array;
export type MakeFloats = (length: number) => Floats;

/** The four arrays of one direction: [4H, D], [4H, H], [4H], [4H]. */
export type PlainWeights = readonly [ih: Floats, hh: Floats, biasIh: Floats, biasHh: Floats];

/** What one direction leaves behind, in its own order of steps. */
export interface PlainDirection {
  /** i, f, g, o after their activation, [T, B, 4H] */
  readonly gates: Floats;
  /** [T, B, H] */
  readonly cells: Floats;
  /** [T, B, H] */
  readonly hidden: Floats;
}

/** The bar that a direction reads at its step. */
export function barOfStep(step: number, steps: number, reversed: boolean): number {
  return reversed ? steps - 1 - step : step;
}

/** One direction of the LSTM over x [B, T, D]; `make` decides between float32 and float64 storage. */
export function plainDirection(
  shape: BilstmShape,
  x: Floats,
  weights: PlainWeights,
  reversed: boolean,
  make: MakeFloats,
): PlainDirection {
  const { batch, steps, units } = shape;
  const rows = steps * batch;
  const direction = { gates: make(rows * 4 * units), cells: make(rows * units), hidden: make(rows * units) };
  for (let step = 0; step < steps; step++) {
    const bar = barOfStep(step, steps, reversed);
    for (let b = 0; b < batch; b++) {
      const row = step * batch + b;
      preActivations(shape, x, (b * steps + bar) * shape.inputs, weights, direction, row);
      activate(shape, direction, row);
    }
  }
  return direction;
}

/** z = W_ih x + b_ih + W_hh h + b_hh of one row into gates; the row of the step before is `batch` rows back. */
function preActivations(
  { batch, inputs, units }: BilstmShape,
  x: Floats,
  xAt: number,
  [ih, hh, biasIh, biasHh]: PlainWeights,
  { gates, hidden }: PlainDirection,
  row: number,
): void {
  const hiddenAt = (row - batch) * units;
  for (let gate = 0; gate < 4 * units; gate++) {
    let z = biasIh[gate]! + biasHh[gate]! + dot(ih, gate * inputs, x, xAt, inputs);
    if (hiddenAt >= 0) z += dot(hh, gate * units, hidden, hiddenAt, units);
    gates[row * 4 * units + gate] = z;
  }
}

function activate({ batch, units }: BilstmShape, { gates, cells, hidden }: PlainDirection, row: number): void {
  const at = row * 4 * units;
  const before = (row - batch) * units;
  for (let unit = 0; unit < units; unit++) {
    const i = sigmoid(gates[at + unit]!);
    const f = sigmoid(gates[at + units + unit]!);
    const g = Math.tanh(gates[at + 2 * units + unit]!);
    const o = sigmoid(gates[at + 3 * units + unit]!);
    const cell = i * g + (before >= 0 ? f * cells[before + unit]! : 0);
    gates[at + unit] = i;
    gates[at + units + unit] = f;
    gates[at + 2 * units + unit] = g;
    gates[at + 3 * units + unit] = o;
    cells[row * units + unit] = cell;
    hidden[row * units + unit] = o * Math.tanh(cell);
  }
}

function dot(a: Floats, aAt: number, b: Floats, bAt: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += a[aAt + k]! * b[bAt + k]!;
  return sum;
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
