import type { BilstmShape } from '../bilstm/bilstm-weights.ts';
import { Reservation, roundUp } from '../wasm/job-record.ts';
import { shardsOf, type Shard } from '../wasm/shards.ts';

/** Fields of a Head and of a HeadsJob in linear memory, in the order of assembly/job.ts, which explains them. */
export const HEAD_FIELDS = ['outputs', 'weight', 'bias', 'dWeight', 'dBias', 'out', 'dOut', 'key', 'dropped', 'share'] as const;
export const HEADS_JOB_FIELDS = [
  'firstWindow',
  'lastWindow',
  'steps',
  'width',
  'states',
  'dStates',
  'mean',
  'dMean',
  'mask',
  'headCount',
  'heads',
] as const;

export type Head = Readonly<Record<(typeof HEAD_FIELDS)[number], number>>;
export type HeadsJob = Readonly<Record<(typeof HEADS_JOB_FIELDS)[number], number>>;

/** What decides a head's room and its dropout. */
export interface HeadPlan {
  readonly outputs: number;
  readonly key: number;
  /** Of 65536 */
  readonly dropped: number;
}

/** Some of the windows: the job's record and those of its heads. */
export interface HeadsPart {
  readonly address: number;
  readonly job: HeadsJob;
  readonly heads: readonly Head[];
}

export interface HeadsLayout {
  /** An even number, also on one thread: each sums its own weight gradients, and so a second thread changes no bit. */
  readonly parts: readonly HeadsPart[];
  /** Of the mean [B, C] and after it the heads' outputs [B, T, O]; likewise their gradients at dPacked. */
  readonly packed: number;
  readonly dPacked: number;
  readonly packedLength: number;
  readonly end: number;
}

/** Addresses of the states and their gradient, [B, T, C], and the first free address. */
export interface StatesPlace {
  readonly states: number;
  readonly dStates: number;
  readonly firstFree: number;
}

export function headsLayoutOf(
  { batch, steps, units }: BilstmShape,
  plans: readonly HeadPlan[],
  place: StatesPlace,
  shards: number,
): HeadsLayout {
  const width = 2 * units;
  const room = new Reservation(roundUp(place.firstFree, 64));
  const weights = plans.map(({ outputs }) => ({ weight: room.reserve(outputs * width), bias: room.reserve(outputs) }));
  const packedLength = batch * (width + plans.reduce((sum, { outputs }) => sum + steps * outputs, 0));
  const packed = room.reserve(packedLength);
  const dPacked = room.reserve(packedLength);

  const part = ({ first, last }: Shard): HeadsPart => {
    let offset = batch * width * 4;
    const heads = plans.map((plan, h): Head => {
      const at = offset;
      offset += batch * steps * plan.outputs * 4;
      return {
        ...plan,
        ...weights[h]!,
        dWeight: room.reserve(plan.outputs * width),
        dBias: room.reserve(plan.outputs),
        out: packed + at,
        dOut: dPacked + at,
        share: room.reserve(plan.outputs * width),
      };
    });
    const job = {
      firstWindow: first,
      lastWindow: last,
      steps,
      width,
      states: place.states,
      dStates: place.dStates,
      mean: packed,
      dMean: dPacked,
      mask: room.reserve(width),
      headCount: plans.length,
      heads: room.reserve(HEAD_FIELDS.length * plans.length),
    };
    return { address: room.reserve(HEADS_JOB_FIELDS.length), job, heads };
  };
  const parts = shardsOf(batch, 2 * shards).map(part);
  return { parts, packed, dPacked, packedLength, end: room.end };
}
