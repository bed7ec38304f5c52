import { randomOrder } from '../model/counter-random.ts';
import { orderStream, variantStream } from '../model/random-streams.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import { gatherBatch } from './batch.ts';
import { drawVariants } from './draw-variants.ts';
import type { EpochSteps } from './epoch-record.ts';
import { inBatches } from './in-batches.ts';
import type { LossTally } from './loss-tally.ts';
import type { Objective } from './objective.ts';
import type { TrainPart } from './train-data.ts';
import type { MemberState } from './train-state.ts';
import { trainStep } from './train-step.ts';
import { stepsPerEpoch } from './warnings/few-steps.ts';

/** A model, and epochs that it has learned. */
export interface Learner {
  readonly member: MemberState;
  readonly epoch: number;
}

/** Lets one model learn from every window once, in an order of its seed. Losses are added to the tally; `beforeStep` may wait or throw. */
export async function learnEpoch(
  { member, epoch }: Learner,
  part: TrainPart,
  objective: Objective,
  config: TrainConfig,
  tally: LossTally,
  beforeStep: () => Promise<void>,
): Promise<Pick<EpochSteps, 'gradientNorm' | 'learningRate'>> {
  const { parameters, adam, average } = member;
  const perEpoch = stepsPerEpoch(part.windows, config.batchSize);
  let [gradientNorm, learningRate] = [0, 0];
  for (const indices of inBatches(randomOrder(orderStream(config.seed, epoch), part.windows), config.batchSize)) {
    await beforeStep();
    const batch = gatherBatch(part, drawVariants(part, indices, variantStream(config.seed, adam.step)), objective);
    const step = await trainStep({ parameters, adam, average, epoch }, batch, objective, config, config.epochs * perEpoch);
    tally.add(step.losses, batch);
    gradientNorm += step.gradientNorm / perEpoch;
    ({ learningRate } = step);
  }
  return { gradientNorm, learningRate };
}
