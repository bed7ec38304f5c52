import { TASK_NAMES, type TaskName } from '../../domain/train-config.ts';
import { countdownTarget } from '../losses/countdown-huber.ts';
import { normaliseWeights } from '../losses/normalise-weights.ts';
import { CLASS_COUNT } from '../model/jade-config.ts';
import type { Objective } from './objective.ts';
import type { TrainPart } from './train-data.ts';

/** Each window's share in a task's loss; null where no window of the batch can describe the task, or it is switched off. */
export type TaskWeights = { readonly weights: Float32Array; readonly total: number } | null;

/** Some windows of a part, B of them, and what the losses read. */
export interface Batch {
  readonly size: number;
  readonly length: number;
  readonly inputs: number;
  /** [B,T,D] */
  readonly features: Float32Array;
  /** [B,T], span target in [0, 1]. */
  readonly mask: Float32Array;
  /** [B,T], 1 in a span: the CRF's tags. */
  readonly tags: Uint8Array;
  /** [B,T] */
  readonly countdown: Float32Array;
  /** [B,2] */
  readonly pointers: Float32Array;
  /** [B,3], all 0 where the class is unknown. */
  readonly classes: Float32Array;
  readonly weights: Readonly<Record<TaskName, TaskWeights>>;
}

/** `indices`: rows of the part. */
export function gatherBatch(part: TrainPart, indices: ArrayLike<number>, objective: Objective): Batch {
  const { length, inputs } = part;
  const mask = gatherRows(part.mask, indices, length);
  const confidence = gatherRows(part.confidence, indices, 1);
  const oneSpan = gatherRows(part.oneSpan, indices, 1);
  const type = gatherRows(part.type, indices, 1);
  const countsDown = part.countsDown && gatherRows(part.countsDown, indices, 1);
  const shares = (task: TaskName, counts: (i: number) => boolean): TaskWeights => {
    if (!objective.tasks[task]) return null;
    const weight = (i: number): number => (objective.confidence === 'weight' ? confidence[i] : 1);
    return normaliseWeights(Float32Array.from(confidence, (_, i) => (counts(i) ? weight(i) : 0)));
  };
  return {
    size: indices.length,
    length,
    inputs,
    features: gatherRows(part.features, indices, length * inputs),
    mask: objective.confidence === 'height' ? gatherRows(part.heights, indices, length) : mask,
    tags: tagsOf(mask),
    countdown: countdownTarget(gatherRows(part.countdown, indices, length), objective.countdown),
    pointers: gatherRows(part.pointers, indices, 2),
    classes: oneHot(type),
    weights: {
      pointers: shares('pointers', (i) => oneSpan[i] === 1),
      type: shares('type', (i) => oneSpan[i] === 1 && type[i] >= 0),
      span: shares('span', () => true),
      countdown: shares('countdown', (i) => oneSpan[i] === 1 && countsDown?.[i] !== 0),
    },
  };
}

/** The tasks that at least one window of the batch can describe. */
export const describedTasks = (batch: Batch): readonly TaskName[] => TASK_NAMES.filter((task) => batch.weights[task] !== null);

/** 1 where the mask exceeds one half. A loop, because `Uint8Array.from` with a function is many times slower. */
export function tagsOf(mask: Float32Array): Uint8Array {
  const tags = new Uint8Array(mask.length);
  for (let i = 0; i < mask.length; i++) tags[i] = mask[i] > 0.5 ? 1 : 0;
  return tags;
}

/** Rows of `width` values. */
function gatherRows<Values extends Float32Array | Int32Array | Uint8Array>(values: Values, indices: ArrayLike<number>, width: number): Values {
  const rows = new (values.constructor as new (size: number) => Values)(indices.length * width);
  for (let i = 0; i < indices.length; i++) rows.set(values.subarray(indices[i] * width, (indices[i] + 1) * width), i * width);
  return rows;
}

function oneHot(type: Int32Array): Float32Array {
  const classes = new Float32Array(type.length * CLASS_COUNT);
  type.forEach((index, i) => {
    if (index >= 0) classes[i * CLASS_COUNT + index] = 1;
  });
  return classes;
}
