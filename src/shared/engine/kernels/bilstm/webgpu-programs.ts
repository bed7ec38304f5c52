import type { GpuProgram } from '../webgpu/run-program.ts';
import type { BilstmShape } from './bilstm-weights.ts';
import { traceLayout } from './trace-layout.ts';
import { backwardText } from './wgsl/backward.ts';
import { forwardText } from './wgsl/forward.ts';
import { packText } from './wgsl/pack.ts';
import type { WorkgroupPlan } from './workgroup-plan.ts';

const PACK_WORKGROUP = 64;

/** Inputs: W_ih, W_hh, both again of the reverse direction, and all biases joined. -> [2, H + D + 1, H, 4] */
export function packProgram({ inputs, units }: BilstmShape): GpuProgram {
  const size = 8 * units * (units + inputs + 1);
  return {
    key: `bilstm-pack ${inputs} ${units}`,
    text: () => packText(inputs, units),
    inputs: [['ih', 1], ['hh', 1], ['ihReverse', 1], ['hhReverse', 1], ['biases', 1]],
    uniforms: {},
    workgroups: Math.ceil(size / PACK_WORKGROUP),
    workgroupSize: PACK_WORKGROUP,
    size,
  };
}

/** Inputs: x [B, T, D] and packed weights. -> the output [B, T, 2H]; where it keeps a trace, all that trace-layout.ts lists. */
export function forwardProgram(shape: BilstmShape, plan: WorkgroupPlan, keeps: boolean): GpuProgram {
  const { batch, steps, inputs, units } = shape;
  return {
    ...onePerDirection(shape, plan, `bilstm-forward ${inputs} ${keeps}`),
    text: () => forwardText(inputs, units, plan, keeps),
    inputs: [['x', 1], ['weights', 4]],
    size: keeps ? traceLayout(shape).size : 2 * batch * steps * units,
  };
}

/** Inputs: the trace, dLoss/d output [B, T, 2H], W_hh of both directions, and dLoss/d last cells [2, B, H] where there are any. -> dLoss/dz [2, B, T, 4H] */
export function backwardProgram(shape: BilstmShape, plan: WorkgroupPlan, hasCells: boolean): GpuProgram {
  const { batch, steps, units } = shape;
  return {
    ...onePerDirection(shape, plan, `bilstm-backward ${hasCells}`),
    text: () => backwardText(units, plan, hasCells),
    inputs: [['trace', 1], ['dOutput', 1], ['hh', 1], ['hhReverse', 1], ...(hasCells ? ([['dLastCells', 1]] as const) : [])],
    size: 8 * batch * steps * units,
  };
}

/** What the recurrent programs have in common: a workgroup for each direction of each window. */
function onePerDirection(shape: BilstmShape, { width, slices }: WorkgroupPlan, name: string): Pick<GpuProgram, 'key' | 'uniforms' | 'workgroups' | 'workgroupSize'> {
  const { batch, steps, units } = shape;
  const { gatesAt, cellsAt, operandsAt } = traceLayout(shape);
  return {
    key: `${name} ${units} ${width} ${slices}`,
    uniforms: { batch, steps, gatesAt, cellsAt, operandsAt },
    workgroups: 2 * batch,
    workgroupSize: width * slices,
  };
}
