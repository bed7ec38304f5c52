import type { BilstmShape } from '../bilstm/bilstm-weights.ts';
import { Reservation, roundUp } from '../wasm/job-record.ts';
import { shardsOf, type Shard } from '../wasm/shards.ts';
import { BAR_HEAD_FIELDS, BAR_JOB_FIELDS, type BarHead, type BarJob } from './bar-records.ts';
import type { DroppedLanes } from './drop-lanes.ts';
import { INPUT_FIELDS, type InputJob } from './input-record.ts';
import { WINDOW_HEAD_FIELDS, WINDOW_JOB_FIELDS, type WindowHead, type WindowJob } from './window-records.ts';

/** Two vectors of four. */
const PAIR = 8;

/** What decides the room and the dropout of a head. */
export interface HeadPlan extends DroppedLanes {
  readonly outputs: number;
}

export interface NetworkPlan {
  readonly shape: BilstmShape;
  /** P */
  readonly hiddenUnits: number;
  readonly input: DroppedLanes;
  /** Span and countdown. */
  readonly bars: readonly HeadPlan[];
  /** Classifier and pointers; only the latter go through a sigmoid. */
  readonly windows: readonly (HeadPlan & { readonly squashed: number })[];
}

/** Where the BiLSTM's part ends, and what of it the heads read and write: [B, T, D], [B, T, C], [B, T, C]. */
export interface NetworkPlace {
  readonly x: number;
  readonly states: number;
  readonly dStates: number;
  readonly firstFree: number;
}

/** A job with the records of its heads, and its address. */
export interface Placed<Job, Head> {
  readonly address: number;
  readonly job: Job;
  readonly heads: readonly Head[];
}

export interface NetworkLayout {
  readonly plan: NetworkPlan;
  readonly input: { readonly address: number; readonly job: InputJob };
  /** An even number, also on one thread: each sums its own weight gradients, and so a second thread changes no bit. */
  readonly bars: readonly Placed<BarJob, BarHead>[];
  readonly windows: Placed<WindowJob, WindowHead>;
  readonly end: number;
}

export function networkLayoutOf(plan: NetworkPlan, place: NetworkPlace, shards: number): NetworkLayout {
  const { batch, units } = plan.shape;
  const room = new Reservation(roundUp(place.firstFree, 64));
  const mean = { mean: room.reserve(batch * 2 * units), dMean: room.reserve(batch * 2 * units) };
  const input = inputOf(plan, place, room);
  const bars = barsOf(plan, place, mean, shards, room);
  const windows = windowsOf(plan, mean, room);
  return { plan, input, bars, windows, end: room.end };
}

function inputOf({ shape, input }: NetworkPlan, { x }: NetworkPlace, room: Reservation): NetworkLayout['input'] {
  const count = shape.batch * shape.steps * shape.inputs;
  return { job: { values: x, count, mask: room.reserve(roundUp(count, 8)), ...input }, address: room.reserve(INPUT_FIELDS.length) };
}

type Means = Pick<BarJob, 'mean' | 'dMean'>;

function barsOf({ shape, bars }: NetworkPlan, { states, dStates }: NetworkPlace, means: Means, shards: number, room: Reservation): NetworkLayout['bars'] {
  const { batch, steps, units } = shape;
  const width = 2 * units;
  const shared = bars.map(({ outputs }) => ({
    weight: room.reserve(outputs * width),
    bias: room.reserve(outputs),
    out: room.reserve(batch * steps * outputs),
    dOut: room.reserve(batch * steps * outputs),
  }));
  const part = ({ first, last }: Shard): Placed<BarJob, BarHead> => {
    const heads = bars.map((plan, h): BarHead => ({
      ...plan,
      ...shared[h]!,
      dWeight: room.reserve(plan.outputs * width),
      dBias: room.reserve(plan.outputs),
      share: room.reserve(plan.outputs * width),
    }));
    const job: BarJob = {
      firstWindow: first,
      lastWindow: last,
      steps,
      width,
      states,
      dStates,
      ...means,
      mask: room.reserve(width),
      pair: room.reserve(PAIR),
      headCount: bars.length,
      heads: room.reserve(BAR_HEAD_FIELDS.length * bars.length),
    };
    return { address: room.reserve(BAR_JOB_FIELDS.length), job, heads };
  };
  return shardsOf(batch, 2 * shards).map(part);
}

function windowsOf({ shape, hiddenUnits, windows }: NetworkPlan, means: Means, room: Reservation): NetworkLayout['windows'] {
  const { batch, units } = shape;
  const width = 2 * units;
  const heads = windows.map((plan): WindowHead => ({
    ...plan,
    weight: room.reserve(plan.outputs * hiddenUnits),
    bias: room.reserve(plan.outputs),
    dWeight: room.reserve(plan.outputs * hiddenUnits),
    dBias: room.reserve(plan.outputs),
    out: room.reserve(batch * plan.outputs),
    dOut: room.reserve(batch * plan.outputs),
    mask: room.reserve(batch * hiddenUnits),
  }));
  const job: WindowJob = {
    batch,
    width,
    hiddenUnits,
    ...means,
    weight: room.reserve(hiddenUnits * width),
    bias: room.reserve(hiddenUnits),
    dWeight: room.reserve(hiddenUnits * width),
    dBias: room.reserve(hiddenUnits),
    hidden: room.reserve(batch * hiddenUnits),
    dHidden: room.reserve(batch * hiddenUnits),
    pair: room.reserve(PAIR),
    headCount: windows.length,
    heads: room.reserve(WINDOW_HEAD_FIELDS.length * windows.length),
  };
  return { address: room.reserve(WINDOW_JOB_FIELDS.length), job, heads };
}
