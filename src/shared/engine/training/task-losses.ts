import { tensor1d, tensor2d, type Scalar, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import type { TaskName } from '../../domain/train-config.ts';
import { classCrossEntropy } from '../losses/class-cross-entropy.ts';
import { countdownHuber } from '../losses/countdown-huber.ts';
import { crfNll } from '../losses/crf-nll.ts';
import { pointerHuber } from '../losses/pointer-huber.ts';
import { segmentNll } from '../losses/segment-nll.ts';
import { spanBceClamped } from '../losses/span-bce-clamped.ts';
import { spanBce } from '../losses/span-bce.ts';
import { spanMse } from '../losses/span-mse.ts';
import type { JadeOutputs, JadeTensors } from '../model/jade.ts';
import { CLASS_COUNT } from '../model/jade-config.ts';
import { describedTasks, type Batch } from './batch.ts';
import type { Objective } from './objective.ts';

/** The raw loss of each task that the batch describes, in the order of TASK_NAMES. */
export function taskLosses(model: JadeTensors, outputs: JadeOutputs, batch: Batch, objective: Objective): ReadonlyMap<TaskName, Scalar> {
  return new Map(describedTasks(batch).map((task) => [task, taskLoss(task, model, outputs, batch, batch.weights[task]!.weights, objective)]));
}

function taskLoss(task: TaskName, model: JadeTensors, outputs: JadeOutputs, batch: Batch, shares: Float32Array, objective: Objective): Scalar {
  const weights = tensor1d(shares);
  switch (task) {
    case 'pointers':
      return pointerHuber(outputs.pointers, tensor2d(batch.pointers, [batch.size, 2]), weights);
    case 'type':
      return classCrossEntropy(outputs.logits, tensor2d(batch.classes, [batch.size, CLASS_COUNT]), weights);
    case 'span':
      return lossOfSpans(model, outputs, batch, weights, shares, objective);
    case 'countdown':
      return countdownHuber(outputs.countdown, ofBars(batch.countdown, batch), weights);
  }
}

function lossOfSpans(model: JadeTensors, outputs: JadeOutputs, batch: Batch, weights: Tensor1D, shares: Float32Array, objective: Objective): Scalar {
  switch (objective.mode) {
    case 'soft':
      return softLoss(outputs, batch, weights, objective);
    case 'crf':
      return crfLoss(model, outputs, batch, shares);
    case 'segments':
      return segmentNll(outputs.emissions, { durations: model.get('segments.durations') as Tensor1D, counts: model.get('segments.counts') as Tensor1D }, batch.tags, shares);
  }
}

function crfLoss(model: JadeTensors, { emissions }: JadeOutputs, batch: Batch, shares: Float32Array): Scalar {
  const crf = {
    start: model.get('crf.start_transitions') as Tensor1D,
    end: model.get('crf.end_transitions') as Tensor1D,
    transitions: model.get('crf.transitions') as Tensor2D,
  };
  return crfNll(emissions, crf, batch.tags, shares);
}

function softLoss({ emissions }: JadeOutputs, batch: Batch, weights: Tensor1D, { spanLoss, positiveWeight }: Objective): Scalar {
  const target = ofBars(batch.mask, batch);
  if (spanLoss.kind === 'mse') return spanMse(emissions, target, weights);
  const crossEntropy = spanLoss.on === 'logits' ? spanBce : spanBceClamped;
  return crossEntropy(emissions, target, weights, positiveWeight);
}

/** [B,T] */
const ofBars = (values: Float32Array, { size, length }: Batch): Tensor2D => tensor2d(values, [size, length]);
