import type { GpuLimits } from '../webgpu/run-program.ts';
import type { BilstmShape } from './bilstm-weights.ts';
import { traceLayout } from './trace-layout.ts';

/** Invocations of a workgroup: so many units side by side, and so many that share the sum of each. */
export interface WorkgroupPlan {
  readonly width: number;
  readonly slices: number;
}

const FLOAT_BYTES = 4;

/**
 * The widest plan that the device allows; null where not even the narrowest one fits, or a buffer would be too long: that of
 * a whole trace where the pass `keeps` one.
 */
export function planWorkgroups(shape: BilstmShape, keeps: boolean, limits: GpuLimits): WorkgroupPlan | null {
  const { batch, inputs, units } = shape;
  const { gatesAt, size } = traceLayout(shape);
  const longest = Math.max(keeps ? size : gatesAt, 8 * units * (units + inputs + 1)) * FLOAT_BYTES;
  if (longest > limits.maxStorageBufferBindingSize || 2 * batch > limits.maxComputeWorkgroupsPerDimension) return null;
  const invocations = Math.min(limits.maxComputeInvocationsPerWorkgroup, limits.maxComputeWorkgroupSizeX);
  const width = Math.min(units, invocations);
  const slices = [4, 2, 1].find((count) => width * count <= invocations && workgroupBytes(units, count) <= limits.maxComputeWorkgroupStorageSize);
  return slices === undefined ? null : { width, slices };
}

/** The larger one of what the forward and the backward program share within a workgroup. */
const workgroupBytes = (units: number, slices: number): number => FLOAT_BYTES * units * Math.max(2 + 4 * slices, 5 + slices);
