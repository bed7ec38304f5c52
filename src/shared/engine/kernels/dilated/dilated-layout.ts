import { Reservation } from '../wasm/job-record.ts';
import { shardsOf, type Shard } from '../wasm/shards.ts';
import { BLOCK_FIELDS, DILATED_JOB_FIELDS, type BlockRecord, type DilatedJob } from './dilated-records.ts';
import { dilationOf, type DilatedSizes } from './dilated-sizes.ts';

/** Static data of the compiled modules lies below. */
const FIRST_FREE = 4096;
/** Rows of a power of two would meet in the cache. */
const SPARE_FLOATS = 8;

/** A job with the records of its blocks, and its address. */
export interface PlacedDilatedJob {
  readonly address: number;
  readonly job: DilatedJob;
  readonly blocks: readonly BlockRecord[];
}

export interface DilatedLayout {
  readonly sizes: DilatedSizes;
  /** [B, T, D], [B, T, C], [B, T, C] */
  readonly x: number;
  readonly output: number;
  readonly dOutput: number;
  /** An even number, also on one thread: each sums its own weight gradients, and so a second thread changes no bit. */
  readonly jobs: readonly PlacedDilatedJob[];
  /** First address behind all this. */
  readonly end: number;
}

type SharedBlock = Pick<BlockRecord, 'taps' | 'firstTap' | 'dilation' | 'panels' | 'backPanels' | 'bias'>;

/** `keepsSteps` false keeps no states for a gradient: enough for predictions. */
export function dilatedLayoutOf(sizes: DilatedSizes, keepsSteps: boolean, shards: number): DilatedLayout {
  const { batch, steps, inputs, channels, kernel, blocks } = sizes;
  const room = new Reservation(FIRST_FREE);
  const matrix = channels * channels * kernel;
  const x = room.reserve(batch * steps * inputs);
  const output = room.reserve(batch * steps * channels);
  const dOutput = room.reserve(batch * steps * channels);
  const input = { inputPanels: room.reserve(channels * inputs), inputBias: room.reserve(channels) };
  const shared = Array.from({ length: blocks }, (_, n): SharedBlock => ({
    ...tapsOf(sizes, dilationOf(n)),
    panels: room.reserve(matrix),
    backPanels: room.reserve(matrix),
    bias: room.reserve(channels),
  }));
  const padding = Math.max(...shared.map(reachOf));
  const stateRow = channels + SPARE_FLOATS;
  const part = ({ first, last }: Shard): PlacedDilatedJob => {
    const records = shared.map((block): BlockRecord => {
      const floats = (steps + 2 * reachOf(block)) * stateRow;
      const states = room.reserve(floats * (keepsSteps ? last - first : 1));
      return { ...block, states, windowBytes: keepsSteps ? floats * 4 : 0, dPanels: room.reserve(matrix), dBias: room.reserve(channels) };
    });
    const job: DilatedJob = {
      firstWindow: first,
      lastWindow: last,
      steps,
      inputs,
      channels,
      kernel,
      stateRowBytes: stateRow * 4,
      x,
      output,
      dOutput,
      ...input,
      dInputPanels: room.reserve(channels * inputs),
      dInputBias: room.reserve(channels),
      slopes: room.reserve((steps + 2 * padding) * stateRow),
      padding,
      dStates: room.reserve(steps * channels),
      blockCount: blocks,
      blocks: room.reserve(BLOCK_FIELDS.length * blocks),
    };
    return { address: room.reserve(DILATED_JOB_FIELDS.length), job, blocks: records };
  };
  return { sizes, x, output, dOutput, jobs: shardsOf(batch, 2 * shards).map(part), end: room.end };
}

/** Of a kernel's bars those that can lie within a window whose length is shorter than the kernel reaches. */
function tapsOf({ steps, kernel }: DilatedSizes, dilation: number): Pick<BlockRecord, 'taps' | 'firstTap' | 'dilation'> {
  const half = (kernel - 1) / 2;
  const within = Math.min(half, Math.floor((steps - 1) / dilation));
  return { taps: 2 * within + 1, firstTap: half - within, dilation };
}

const reachOf = ({ taps, dilation }: Pick<BlockRecord, 'taps' | 'dilation'>): number => ((taps - 1) / 2) * dilation;
