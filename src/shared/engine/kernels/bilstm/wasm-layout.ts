import { Reservation, roundUp } from '../wasm/job-record.ts';
import type { BilstmShape } from './bilstm-weights.ts';

/** Fields of a Job in linear memory, in the order of assembly/job.ts, which explains them; each is 32 bits wide. */
export const JOB_FIELDS = [
  'batch',
  'steps',
  'inputs',
  'units',
  'reversed',
  'x',
  'output',
  'dOutput',
  'dx',
  'lastCells',
  'dLastCells',
  'weightIh',
  'weightHh',
  'biasIh',
  'biasHh',
  'dWeightIh',
  'dWeightHh',
  'dBias',
  'packed',
  'transposed',
  'dPacked',
  'rows',
  'gates',
  'cells',
  'squashed',
  'dz',
  'dRows',
  'dCells',
  'rowBytes',
  'dzRowBytes',
  'dRowBytes',
  'gateStepBytes',
  'cellStepBytes',
  'rowStepMask',
] as const;

export type Job = Record<(typeof JOB_FIELDS)[number], number>;

/** Static data of the compiled modules lies below. */
const FIRST_FREE = 4096;

/** Where everything of one pass lies in linear memory. */
export interface Layout {
  /** Forward and reverse direction. */
  readonly jobs: readonly [Job, Job];
  /** Address of each job's record. */
  readonly jobAddresses: readonly [number, number];
  readonly bytes: number;
}

/**
 * Lays out both directions; both share x, output and dOutput.
 * `keepsSteps` false has room for the newest step only: enough for predictions, not for a gradient.
 */
export function layoutOf(shape: BilstmShape, keepsSteps: boolean): Layout {
  const { batch, steps, inputs, units } = shape;
  const room = new Reservation(FIRST_FREE);
  const reserve = (floats: number): number => room.reserve(floats);
  const jobAddresses = [reserve(JOB_FIELDS.length), reserve(JOB_FIELDS.length)] as const;
  const shared = {
    x: reserve(batch * steps * inputs),
    output: reserve(batch * steps * 2 * units),
    dOutput: keepsSteps ? reserve(batch * steps * 2 * units) : 0,
    lastCells: reserve(2 * batch * units),
    dLastCells: reserve(2 * batch * units),
  };
  const jobs = [directionJob(shape, keepsSteps, shared, 0, reserve), directionJob(shape, keepsSteps, shared, 1, reserve)] as const;
  return { jobs, jobAddresses, bytes: room.end };
}

type Shared = Pick<Job, 'x' | 'output' | 'dOutput' | 'lastCells' | 'dLastCells'>;

function directionJob(
  shape: BilstmShape,
  keepsSteps: boolean,
  shared: Shared,
  direction: 0 | 1,
  reserve: (floats: number) => number,
): Job {
  const { batch, steps, inputs, units } = shape;
  const padded = roundUp(units, 8);
  const depth = padded + inputs + 1;
  const rowFloats = roundUp(depth, 4);
  // A little more than 4P: rows a power of two apart would fight for the same cache lines.
  const dzRowFloats = 4 * padded + 16;
  const dRowFloats = padded + roundUp(inputs, 8);
  const kept = keepsSteps ? steps : 1;
  const gradient = (floats: number): number => (keepsSteps ? reserve(floats) : 0);
  return {
    ...shape,
    reversed: direction,
    x: shared.x,
    output: shared.output + direction * units * 4,
    dOutput: shared.dOutput + direction * units * 4,
    lastCells: shared.lastCells + direction * batch * units * 4,
    dLastCells: shared.dLastCells + direction * batch * units * 4,
    weightIh: reserve(4 * units * inputs),
    weightHh: reserve(4 * units * units),
    biasIh: reserve(4 * units),
    biasHh: reserve(4 * units),
    dWeightIh: gradient(4 * units * inputs),
    dWeightHh: gradient(4 * units * units),
    dBias: gradient(4 * units),
    packed: reserve(4 * padded * depth),
    transposed: gradient(4 * padded * dRowFloats),
    dPacked: gradient(4 * padded * depth),
    rows: reserve((keepsSteps ? steps + 1 : 2) * batch * rowFloats),
    gates: reserve(kept * batch * 4 * padded),
    cells: reserve((keepsSteps ? steps + 1 : 1) * batch * padded),
    squashed: reserve(kept * batch * padded),
    dz: gradient(4 * batch * dzRowFloats),
    dRows: gradient(batch * dRowFloats),
    dCells: gradient(batch * padded),
    dx: gradient(batch * steps * inputs),
    rowBytes: rowFloats * 4,
    dzRowBytes: dzRowFloats * 4,
    dRowBytes: dRowFloats * 4,
    gateStepBytes: keepsSteps ? batch * 4 * padded * 4 : 0,
    cellStepBytes: keepsSteps ? batch * padded * 4 : 0,
    rowStepMask: keepsSteps ? -1 : 1,
  };
}

/** The same job without dLoss/dx, whose columns then cost nothing. */
export function withoutInputGradient(job: Job): Job {
  return { ...job, dx: 0, dRowBytes: roundUp(job.units, 8) * 4 };
}
