import type { Calibration } from '../../domain/calibration.ts';
import type { LossRecord } from '../../domain/run.ts';
import { applyCalibration } from '../evaluation/calibration/apply-calibration.ts';
import { runMembers, type MemberRun } from '../model/ensemble.ts';
import type { Parameters } from '../model/parameters.ts';
import { spanProbabilities, type CrfProbability } from '../model/span-probabilities.ts';
import { arrayLosses } from './array-losses.ts';
import { gatherBatch } from './batch.ts';
import { inBatches } from './in-batches.ts';
import { LossTally } from './loss-tally.ts';
import type { Objective } from './objective.ts';
import type { TrainPart } from './train-data.ts';

export interface PartOutcome {
  readonly losses: LossRecord;
  /** [N*T], of each bar to lie in a span. */
  readonly probability: Float32Array;
}

/** What counts as the probability of a bar. */
export interface ProbabilityRules extends Pick<MemberRun, 'mirror'> {
  readonly crfProbability?: CrfProbability;
  /** Absent or null: as the model tells it. */
  readonly calibration?: Calibration | null;
}

const BATCH_SIZE = 128;

/** Losses and probabilities of all windows of a part, in evaluation mode and in the part's order. members: one, or those of an ensemble. */
export async function evaluatePart(members: readonly Parameters[], part: TrainPart, objective: Objective, { crfProbability, calibration, mirror }: ProbabilityRules = {}): Promise<PartOutcome> {
  const tally = new LossTally();
  const probability = new Float32Array(part.windows * part.length);
  let at = 0;
  for (const indices of inBatches(Int32Array.from({ length: part.windows }, (_, i) => i), BATCH_SIZE)) {
    const batch = gatherBatch(part, indices, objective);
    const { length, inputs, features } = batch;
    const { outputs, scores } = await runMembers(members, { windows: batch.size, length, inputs, features }, { mirror });
    tally.add(arrayLosses(outputs, batch, objective, scores).losses, batch);
    const inSpan = spanProbabilities(scores, { values: outputs.emissions, length }, crfProbability);
    probability.set(calibration == null ? inSpan : applyCalibration(calibration, inSpan), at);
    at += inSpan.length;
  }
  return { losses: tally.record(), probability };
}
