import type { TrainConfig } from '../../domain/train-config.ts';
import { jadeDropout } from '../model/jade-dropout.ts';
import { adamStep } from './adam.ts';
import type { Batch } from './batch.ts';
import { clipGradient } from './clip-gradient.ts';
import { lossAndGradient } from './loss-and-gradient.ts';
import { diverged } from './diverged.ts';
import type { BatchLosses } from './loss-tally.ts';
import type { Objective } from './objective.ts';
import { scheduleFactor } from './schedule.ts';
import type { MemberState } from './train-state.ts';
import { averageWeights } from './weight-average.ts';

export interface StepOutcome {
  readonly losses: BatchLosses;
  /** Before clipping. */
  readonly gradientNorm: number;
  readonly learningRate: number;
}

/** One step of one model. `steps`: of its whole training, for the schedule. `epoch`: epochs that are done. Throws 'trainer' when the run diverges. */
export async function trainStep(state: MemberState & { readonly epoch: number }, batch: Batch, objective: Objective, config: TrainConfig, steps: number): Promise<StepOutcome> {
  const { parameters, adam, average } = state;
  const dropout = jadeDropout({ input: config.inputDropout, head: config.headDropout }, config.seed, adam.step);
  const { losses, gradient } = await lossAndGradient(parameters, batch, objective, dropout);
  const gradientNorm = clipGradient(gradient, config.gradientClip);
  if (!Number.isFinite(losses.weighted)) throw diverged(state.epoch + 1, `the loss was ${losses.weighted}`);
  if (!Number.isFinite(gradientNorm)) throw diverged(state.epoch + 1, `the gradient was ${gradientNorm}`);

  const learningRate = config.learningRate * scheduleFactor(config.schedule, adam.step, steps);
  adamStep(adam, parameters.flat, gradient, { learningRate, weightDecay: config.weightDecay, decoupled: config.optimizer === 'adamw' });
  if (average !== null) averageWeights(average, parameters.flat, config.weightAverage!, adam.step);
  return { losses, gradientNorm, learningRate };
}
