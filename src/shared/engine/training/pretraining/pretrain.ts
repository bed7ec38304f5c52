import { ExpanseError } from '../../../contract/errors.ts';
import type { TrainConfig } from '../../../domain/train-config.ts';
import { randomOrder } from '../../model/counter-random.ts';
import type { Parameters } from '../../model/parameters.ts';
import { hiddenBarsStream, pretrainingOrderStream } from '../../model/random-streams.ts';
import { adamStep, startAdam } from '../adam.ts';
import { clipGradient } from '../clip-gradient.ts';
import { inBatches } from '../in-batches.ts';
import type { TrainData } from '../train-data.ts';
import { pretrainingBatch } from './pretraining-batch.ts';
import { pretrainingGradient } from './pretraining-gradient.ts';
import { startPretraining, takeEncoder } from './pretraining-network.ts';

/** Before the first step with labels; 0 where there is no pretraining. */
export function pretrainingSteps({ unlabelled }: TrainData, { pretraining, batchSize }: TrainConfig): number {
  return pretraining == null || unlabelled === undefined ? 0 : pretraining.epochs * Math.ceil(unlabelled.windows / batchSize);
}

/**
 * Lets the encoder of fresh parameters learn from windows without labels. The same windows, configuration and back end give
 * the same weights to the bit. `betweenSteps`: before each, with the steps that are done. Answers the mean loss of each epoch.
 * Throws ExpanseError 'not-enough-data' without windows, 'trainer' where it diverges, and what `betweenSteps` throws.
 */
export async function pretrain(parameters: Parameters, data: TrainData, config: TrainConfig, betweenSteps: (done: number) => Promise<void>): Promise<readonly number[]> {
  const { unlabelled } = data;
  const { kind, epochs } = config.pretraining!;
  if (unlabelled === undefined || unlabelled.windows === 0) {
    throw new ExpanseError('not-enough-data', 'There are no bars to pretrain on.', 'Import bars outside of the validation and test windows, or train without pretraining.');
  }
  const { learningRate, weightDecay, optimizer, seed, batchSize, gradientClip } = config;
  const learner = startPretraining(parameters.config, seed);
  const adam = startAdam(learner.flat.length);
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let sum = 0;
    for (const indices of inBatches(randomOrder(pretrainingOrderStream(seed, epoch), unlabelled.windows), batchSize)) {
      await betweenSteps(adam.step);
      const batch = pretrainingBatch(kind, unlabelled, indices, hiddenBarsStream(seed, adam.step));
      const { loss, gradient } = await pretrainingGradient(learner, batch);
      const norm = clipGradient(gradient, gradientClip);
      if (!Number.isFinite(loss) || !Number.isFinite(norm)) throw divergedBefore(epoch + 1);
      adamStep(adam, learner.flat, gradient, { learningRate, weightDecay, decoupled: optimizer === 'adamw' });
      sum += loss * indices.length;
    }
    losses.push(sum / unlabelled.windows);
  }
  takeEncoder(learner, parameters);
  return losses;
}

function divergedBefore(epoch: number): ExpanseError {
  return new ExpanseError('trainer', `The pretraining diverged in its epoch ${epoch}.`, 'Lower the learning rate, or limit the gradient (gradientClip), and train again.');
}
