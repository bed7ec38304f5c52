import type { TaskName } from '../../domain/train-config.ts';
import type { NetworkOutputs } from '../kernels/network/network-task.ts';
import { arrayCrossEntropy } from '../losses/arrays/class-cross-entropy.ts';
import { weightedArrayLoss, type ArrayElementLoss, type ArrayLoss } from '../losses/arrays/element-loss.ts';
import { arrayHuber } from '../losses/arrays/huber.ts';
import { arrayKendall } from '../losses/arrays/kendall.ts';
import { arrayBceClamped } from '../losses/arrays/span-bce-clamped.ts';
import { arrayBce } from '../losses/arrays/span-bce.ts';
import { arrayMse } from '../losses/arrays/span-mse.ts';
import { COUNTDOWN_DELTA } from '../losses/countdown-huber.ts';
import { weightedNll } from '../losses/crf-nll.ts';
import { POINTER_DELTA } from '../losses/pointer-huber.ts';
import { weightedSegmentNll } from '../losses/segment-nll.ts';
import { logSigmaNames } from '../model/log-sigmas.ts';
import type { ParameterName } from '../model/parameter-specs.ts';
import type { Parameters } from '../model/parameters.ts';
import { crfScores, segmentScores } from '../model/span-probabilities.ts';
import { describedTasks, type Batch } from './batch.ts';
import type { BatchLosses } from './loss-tally.ts';
import type { Objective } from './objective.ts';

export interface ArrayLosses {
  readonly losses: BatchLosses;
  /** Of the weighted total by the network's outputs; 0 where no task of the batch reads one. */
  readonly slopes: NetworkOutputs;
  /** Of the weighted total by the parameters that the losses read themselves: log-sigmas and the scores of the CRF or of segments. */
  readonly parameterSlopes: ReadonlyMap<ParameterName, ArrayLike<number>>;
}

/** A task's loss, its slopes by the output that it reads, and by parameters of its own. */
interface TaskArrayLoss extends ArrayLoss {
  readonly parameters?: ReadonlyMap<ParameterName, ArrayLike<number>>;
}

const pointerLoss = arrayHuber(POINTER_DELTA);
const countdownLoss = arrayHuber(COUNTDOWN_DELTA);

/** All losses of a batch and their slopes from outputs that lie in the host's memory. Its oracle is `taskLosses` with `weightedTotal`. */
export function arrayLosses(outputs: NetworkOutputs, batch: Batch, objective: Objective, parameters: Parameters): ArrayLosses {
  const tasks = describedTasks(batch);
  const byTask = new Map(tasks.map((task) => [task, taskLoss(task, outputs, batch, objective, parameters)]));
  const logSigmas = tasks.map((task) => parameters.views.get(logSigmaNames.get(task)!)![0]);
  const { total, byLoss, byLogSigma } = arrayKendall(tasks.map((task) => byTask.get(task)!.loss), logSigmas);
  const scale = (task: TaskName): number => byLoss[tasks.indexOf(task)];
  const slopes = (task: TaskName, output: Float32Array): Float32Array => {
    const loss = byTask.get(task);
    return loss === undefined ? new Float32Array(output.length) : scaled(loss.slopes, scale(task));
  };
  const ofSpan = [...(byTask.get('span')?.parameters ?? [])].map(([name, values]) => [name, Array.from(values, (value) => value * scale('span'))] as const);
  return {
    losses: { weighted: total, raw: Object.fromEntries(tasks.map((task) => [task, byTask.get(task)!.loss])) },
    slopes: {
      logits: slopes('type', outputs.logits),
      pointers: slopes('pointers', outputs.pointers),
      emissions: slopes('span', outputs.emissions),
      countdown: slopes('countdown', outputs.countdown),
    },
    parameterSlopes: new Map<ParameterName, ArrayLike<number>>([...tasks.map((task, i) => [logSigmaNames.get(task)!, [byLogSigma[i]]] as const), ...ofSpan]),
  };
}

function taskLoss(task: TaskName, outputs: NetworkOutputs, batch: Batch, objective: Objective, parameters: Parameters): TaskArrayLoss {
  const { weights } = batch.weights[task]!;
  switch (task) {
    case 'pointers':
      return weightedArrayLoss(outputs.pointers, batch.pointers, weights, pointerLoss);
    case 'type':
      return arrayCrossEntropy(outputs.logits, batch.classes, weights);
    case 'span':
      return lossOfSpans(outputs, batch, weights, objective, parameters);
    case 'countdown':
      return weightedArrayLoss(outputs.countdown, batch.countdown, weights, countdownLoss);
  }
}

function lossOfSpans(outputs: NetworkOutputs, batch: Batch, weights: Float32Array, objective: Objective, parameters: Parameters): TaskArrayLoss {
  switch (objective.mode) {
    case 'soft':
      return weightedArrayLoss(outputs.emissions, batch.mask, weights, softLoss(objective));
    case 'crf':
      return crfLoss(outputs, batch, weights, parameters);
    case 'segments':
      return segmentLoss(outputs, batch, weights, parameters);
  }
}

function softLoss({ spanLoss, positiveWeight }: Objective): ArrayElementLoss {
  if (spanLoss.kind === 'mse') return arrayMse;
  return spanLoss.on === 'logits' ? arrayBce(positiveWeight) : arrayBceClamped(positiveWeight);
}

function crfLoss({ emissions }: NetworkOutputs, { size, length, tags }: Batch, weights: Float32Array, parameters: Parameters): TaskArrayLoss {
  const { loss, gradients } = weightedNll({ values: emissions, batch: size, length }, crfScores(parameters), tags, weights);
  const [slopes, start, end, transitions] = gradients;
  return {
    loss,
    slopes: Float32Array.from(slopes),
    parameters: new Map([['crf.start_transitions', start], ['crf.end_transitions', end], ['crf.transitions', transitions]]),
  };
}

function segmentLoss({ emissions: values }: NetworkOutputs, { size, length, tags }: Batch, weights: Float32Array, parameters: Parameters): TaskArrayLoss {
  const { loss, emissions, durations, counts } = weightedSegmentNll({ values, batch: size, length }, segmentScores(parameters), tags, weights);
  return { loss, slopes: Float32Array.from(emissions), parameters: new Map([['segments.durations', durations], ['segments.counts', counts]]) };
}

function scaled(values: Float32Array, factor: number): Float32Array {
  for (let i = 0; i < values.length; i++) values[i] *= factor;
  return values;
}
