import type { BilstmShape } from './bilstm-weights.ts';

/** Where the parts of what a forward pass writes begin in one flat array, each by bar; numbers, not bytes. */
export interface TraceLayout {
  /** i, f, g, o after their activation: [2, B, T, 4H]. Before them, at 0, stands the output [B, T, 2H]. */
  readonly gatesAt: number;
  /** [2, B, T, H] */
  readonly cellsAt: number;
  /** What the weights were multiplied with, state before | bar | 1: [2, B, T, H + D + 1]. */
  readonly operandsAt: number;
  readonly size: number;
}

export function traceLayout({ batch, steps, inputs, units }: BilstmShape): TraceLayout {
  const rows = 2 * batch * steps;
  const gatesAt = rows * units;
  const cellsAt = gatesAt + rows * 4 * units;
  const operandsAt = cellsAt + rows * units;
  return { gatesAt, cellsAt, operandsAt, size: operandsAt + rows * (units + inputs + 1) };
}
