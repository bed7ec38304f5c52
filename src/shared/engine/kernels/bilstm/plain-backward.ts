import type { BilstmShape } from './bilstm-weights.ts';
import { barOfStep, type Floats, type MakeFloats, type PlainDirection, type PlainWeights } from './plain-forward.ts';

/** Where a direction's part of dLoss/d output [B, T, 2H] and of dLoss/d last cells [2, B, H] starts. */
export interface OutputGradient {
  readonly dOutput: Floats;
  readonly dLastCells: Floats | null;
}

/**
 * Back-propagation through time of one direction. Adds dLoss/dx to dx [B, T, D] (skipped when null) and returns the
 * gradients of its four weights; both biases get the same.
 */
export function plainDirectionGradient(
  shape: BilstmShape,
  x: Floats,
  weights: PlainWeights,
  direction: PlainDirection,
  reversed: boolean,
  loss: OutputGradient,
  dx: Floats | null,
  make: MakeFloats,
): PlainWeights {
  const { batch, steps, inputs, units } = shape;
  const gradient = { ih: make(4 * units * inputs), hh: make(4 * units * units), bias: make(4 * units) };
  const dz = make(4 * units);
  const dHidden = make(batch * units);
  const dCell = initialCellGradient(shape, loss, reversed, make);
  for (let step = steps - 1; step >= 0; step--) {
    const bar = barOfStep(step, steps, reversed);
    for (let b = 0; b < batch; b++) {
      const row = step * batch + b;
      const xAt = (b * steps + bar) * inputs;
      addOutputGradient(units, dHidden, b, loss.dOutput, (b * steps + bar) * 2 * units + (reversed ? units : 0));
      gateGradient(shape, direction, row, dHidden, dCell, b, dz);
      dHidden.fill(0, b * units, (b + 1) * units);
      for (let gate = 0; gate < 4 * units; gate++) {
        const slope = dz[gate]!;
        gradient.bias[gate]! += slope;
        addScaled(gradient.ih, gate * inputs, x, xAt, inputs, slope);
        if (dx !== null) addScaled(dx, xAt, weights[0], gate * inputs, inputs, slope);
        if (step === 0) continue;
        addScaled(gradient.hh, gate * units, direction.hidden, (row - batch) * units, units, slope);
        addScaled(dHidden, b * units, weights[1], gate * units, units, slope);
      }
    }
  }
  return [gradient.ih, gradient.hh, gradient.bias, gradient.bias.slice()];
}

function initialCellGradient(
  { batch, units }: BilstmShape,
  { dLastCells }: OutputGradient,
  reversed: boolean,
  make: MakeFloats,
): Floats {
  const dCell = make(batch * units);
  const at = reversed ? batch * units : 0;
  if (dLastCells !== null) dCell.set(dLastCells.subarray(at, at + batch * units));
  return dCell;
}

function addOutputGradient(units: number, dHidden: Floats, b: number, dOutput: Floats, at: number): void {
  for (let unit = 0; unit < units; unit++) dHidden[b * units + unit]! += dOutput[at + unit]!;
}

/** dLoss/dz of one row into dz [4H]; dCell goes on to the step before. */
function gateGradient(
  { batch, units }: BilstmShape,
  { gates, cells }: PlainDirection,
  row: number,
  dHidden: Floats,
  dCell: Floats,
  b: number,
  dz: Floats,
): void {
  const at = row * 4 * units;
  const before = (row - batch) * units;
  for (let unit = 0; unit < units; unit++) {
    const i = gates[at + unit]!;
    const f = gates[at + units + unit]!;
    const g = gates[at + 2 * units + unit]!;
    const o = gates[at + 3 * units + unit]!;
    const squashed = Math.tanh(cells[row * units + unit]!);
    const dh = dHidden[b * units + unit]!;
    const dc = dCell[b * units + unit]! + dh * o * (1 - squashed * squashed);
    const cellBefore = before >= 0 ? cells[before + unit]! : 0;
    dz[unit] = dc * g * i * (1 - i);
    dz[units + unit] = dc * cellBefore * f * (1 - f);
    dz[2 * units + unit] = dc * i * (1 - g * g);
    dz[3 * units + unit] = dh * squashed * o * (1 - o);
    dCell[b * units + unit] = dc * f;
  }
}

/** to[toAt ...] += scale * from[fromAt ...] */
function addScaled(to: Floats, toAt: number, from: Floats, fromAt: number, length: number, scale: number): void {
  for (let k = 0; k < length; k++) to[toAt + k]! += scale * from[fromAt + k]!;
}
