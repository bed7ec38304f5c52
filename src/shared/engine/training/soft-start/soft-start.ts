import type { TrainConfig } from '../../../domain/train-config.ts';
import type { Parameters } from '../../model/parameters.ts';
import { learnEpoch } from '../learn-epoch.ts';
import { LossTally } from '../loss-tally.ts';
import { makeObjective } from '../objective.ts';
import { takeEncoder } from '../pretraining/pretraining-network.ts';
import type { TrainPart } from '../train-data.ts';
import { learnedParameters, startMember } from '../train-state.ts';
import { stepsPerEpoch } from '../warnings/few-steps.ts';
import { buildOnSoft } from './build-on-soft.ts';

/** Before the first step of the sequence; 0 where it starts by itself. */
export const softStartSteps = ({ windows }: TrainPart, { softStart, batchSize }: TrainConfig): number =>
  softStart == null ? 0 : softStart.epochs * stepsPerEpoch(windows, batchSize);

/**
 * Trains a soft model whose encoder begins as that of the fresh parameters does, and lets these build on it. The same data,
 * configuration and back end give the same weights to the bit. `betweenSteps`: before each, with the steps that are done.
 */
export async function startSoft(parameters: Parameters, part: TrainPart, config: TrainConfig, betweenSteps: (done: number) => Promise<void>): Promise<void> {
  const soft: TrainConfig = { ...config, mode: 'soft', epochs: config.softStart!.epochs };
  const objective = makeObjective(soft, part);
  const member = startMember(soft, part.inputs);
  takeEncoder(parameters, member.parameters);
  member.average?.set(member.parameters.flat);
  for (let epoch = 0; epoch < soft.epochs; epoch++) {
    await learnEpoch({ member, epoch }, part, objective, soft, new LossTally(), () => betweenSteps(member.adam.step));
  }
  buildOnSoft(learnedParameters(member), parameters, objective.positiveWeight);
}
