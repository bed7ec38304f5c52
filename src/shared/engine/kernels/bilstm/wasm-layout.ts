import { Reservation, roundUp } from '../wasm/job-record.ts';
import { shardsOf, type Shard } from '../wasm/shards.ts';
import type { BilstmShape } from './bilstm-weights.ts';
import { JOB_FIELDS, type Job } from './wasm-job.ts';

/** Static data of the compiled modules lies below. */
const FIRST_FREE = 4096;

type WeightPlaces = Pick<Job, 'weightIh' | 'weightHh' | 'biasIh' | 'biasHh'>;

/** Where everything of one pass lies in linear memory. */
export interface Layout {
  readonly shape: BilstmShape;
  /** [B, T, D], [B, T, 2H], [B, T, 2H], [2, B, H], [2, B, H] */
  readonly x: number;
  readonly output: number;
  readonly dOutput: number;
  readonly lastCells: number;
  readonly dLastCells: number;
  /** Forward and reverse direction: their weights, and their parts of dLoss/dx [B, T, D]. */
  readonly weights: readonly [WeightPlaces, WeightPlaces];
  readonly dx: readonly [number, number];
  /** For each shard of the windows its forward and its reverse job. */
  readonly jobs: readonly Job[];
  /** Address of each job's record. */
  readonly jobAddresses: readonly number[];
  /** First address behind all this. */
  readonly end: number;
}

/**
 * Lays out both directions over the windows, which are divided into `shards`.
 * `keepsSteps` false has room for the newest step only: enough for predictions, not for a gradient. `wide`: in tiles for
 * vectors of twice the width.
 */
export function layoutOf(shape: BilstmShape, keepsSteps: boolean, shards: number, wide: boolean): Layout {
  const { batch, steps, inputs, units } = shape;
  const room = new Reservation(FIRST_FREE);
  const forGradient = (floats: number): number => (keepsSteps ? room.reserve(floats) : 0);
  const weights = (): WeightPlaces => ({
    weightIh: room.reserve(4 * units * inputs),
    weightHh: room.reserve(4 * units * units),
    biasIh: room.reserve(4 * units),
    biasHh: room.reserve(4 * units),
  });
  const common = {
    shape,
    x: room.reserve(batch * steps * inputs),
    output: room.reserve(batch * steps * 2 * units),
    dOutput: forGradient(batch * steps * 2 * units),
    lastCells: room.reserve(2 * batch * units),
    dLastCells: room.reserve(2 * batch * units),
    weights: [weights(), weights()],
    dx: [forGradient(batch * steps * inputs), forGradient(batch * steps * inputs)],
  } as const;
  const jobs = shardsOf(batch, shards).flatMap((shard) => [
    { ...placesOf(common, shard, 0), ...workspaceOf(shape, shard, keepsSteps, wide, room) },
    { ...placesOf(common, shard, 1), ...workspaceOf(shape, shard, keepsSteps, wide, room) },
  ]);
  const jobAddresses = jobs.map(() => room.reserve(JOB_FIELDS.length));
  return { ...common, jobs, jobAddresses, end: room.end };
}

/** Sizes of a job, and where its windows' part of what all jobs share begins. */
function placesOf(common: Omit<Layout, 'jobs' | 'jobAddresses' | 'end'>, { first, last }: Shard, direction: 0 | 1) {
  const { batch, steps, inputs, units } = common.shape;
  const barOffset = (first * steps * 2 + direction) * units * 4;
  const cellOffset = (direction * batch + first) * units * 4;
  const inputOffset = first * steps * inputs * 4;
  return {
    ...common.shape,
    batch: last - first,
    reversed: direction,
    x: common.x + inputOffset,
    output: common.output + barOffset,
    dOutput: common.dOutput + barOffset,
    dx: common.dx[direction] + inputOffset,
    lastCells: common.lastCells + cellOffset,
    dLastCells: common.dLastCells + cellOffset,
    ...common.weights[direction],
  };
}

/** Room that a job has to itself. */
function workspaceOf({ steps, inputs, units }: BilstmShape, { first, last }: Shard, keepsSteps: boolean, wide: boolean, room: Reservation) {
  const batch = last - first;
  const padded = roundUp(units, 8);
  const depth = padded + inputs + 1;
  const rowFloats = roundUp(depth, 4);
  // A little more than 4P: rows a power of two apart would fight for the same cache lines.
  const dzRowFloats = 4 * padded + 16;
  const dRowFloats = padded + roundUp(inputs, 8);
  const kept = keepsSteps ? steps : 1;
  const forGradient = (floats: number): number => (keepsSteps ? room.reserve(floats) : 0);
  return {
    dWeightIh: forGradient(4 * units * inputs),
    dWeightHh: forGradient(4 * units * units),
    dBias: forGradient(4 * units),
    packed: room.reserve(4 * padded * depth),
    transposed: forGradient(4 * padded * dRowFloats),
    dPacked: forGradient(4 * padded * depth),
    rows: room.reserve((keepsSteps ? steps + 1 : 2) * batch * rowFloats),
    gates: room.reserve(kept * batch * 4 * padded),
    cells: room.reserve((keepsSteps ? steps + 1 : 1) * batch * padded),
    squashed: room.reserve(kept * batch * padded),
    dz: forGradient(4 * batch * dzRowFloats),
    dRows: forGradient(batch * dRowFloats),
    dCells: forGradient(batch * padded),
    rowBytes: rowFloats * 4,
    dzRowBytes: dzRowFloats * 4,
    dRowBytes: dRowFloats * 4,
    gateStepBytes: keepsSteps ? batch * 4 * padded * 4 : 0,
    cellStepBytes: keepsSteps ? batch * padded * 4 : 0,
    rowStepMask: keepsSteps ? -1 : 1,
    wide: wide ? 1 : 0,
  };
}
