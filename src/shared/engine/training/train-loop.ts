import type { Calibration } from '../../domain/calibration.ts';
import type { EpochRecord } from '../../domain/run.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import { checkTrainConfig } from './check-train-config.ts';
import { checkTrainData } from './check-train-data.ts';
import { diverged } from './diverged.ts';
import { type EpochSteps, makeEpochRecord, measureOf } from './epoch-record.ts';
import { evaluatePart, type PartOutcome } from './evaluate-part.ts';
import { learnEpoch } from './learn-epoch.ts';
import { learnSpanCounts } from './learn-span-counts.ts';
import { checkLongestSpan } from './longest-span.ts';
import { LossTally } from './loss-tally.ts';
import { mirrorOf } from './mirror-of.ts';
import { makeObjective, type Objective } from './objective.ts';
import { pretrain, pretrainingSteps } from './pretraining/pretrain.ts';
import { softStartSteps, startSoft } from './soft-start/soft-start.ts';
import type { TrainData } from './train-data.ts';
import { isBetter, isFinished, learnedMembers, memberConfigs, membersOf, startState, type TrainState } from './train-state.ts';
import { stepsPerEpoch } from './warnings/few-steps.ts';

/** Who watches a training. */
export interface TrainWatch {
  /** Before each step, with the steps that are done: lets messages in, and throws where the training is to stop. */
  betweenSteps(done: number, steps: number): Promise<void>;
  /** After each epoch; `isBest`: better on the validation part than all before, or to be kept whatever it is; `outcome`: of that part, null without one. */
  afterEpoch(record: EpochRecord, state: TrainState, isBest: boolean, outcome: PartOutcome | null): void;
}

/** Where a training begins; null: at the start. */
export interface TrainStart {
  readonly resumed: TrainState | null;
  /** Of all its predictions, where it is not resumed; absent or null: none. */
  readonly calibration?: Calibration | null;
}

const FROM_THE_START: TrainStart = { resumed: null };

/**
 * Trains from the start, or from where `resumed` stands, until the last epoch or until it no longer improves. The same
 * data, configuration and backend give the same weights to the bit, also when the training was resumed between epochs.
 */
export async function train(data: TrainData, config: TrainConfig, watch: TrainWatch, start: TrainStart = FROM_THE_START): Promise<TrainState> {
  checkTrainConfig(config);
  checkTrainData(data);
  checkLongestSpan(config, data);
  const objective = makeObjective(config, data.train);
  const state = start.resumed ?? (await begin(data, config, watch, start.calibration ?? null));
  while (!isFinished(state, config)) {
    const began = performance.now();
    const steps = await trainEpoch(data, config, objective, state, watch);
    state.epoch++;
    requireFinite(state);
    const outcome = data.val && (await evaluatePart(learnedMembers(state), data.val, objective, { crfProbability: config.crfProbability, mirror: mirrorOf(config), calibration: state.calibration }));
    if (outcome !== null && !Number.isFinite(outcome.losses.sum)) throw diverged(state.epoch, `the validation loss was ${outcome.losses.sum}`);
    const seconds = (performance.now() - began) / 1000;
    const record = makeEpochRecord(state, config, steps, outcome, data.val && data.val.mask, seconds);
    watch.afterEpoch(record, state, noteBest(state, record, config), outcome);
  }
  return state;
}

async function begin(data: TrainData, config: TrainConfig, watch: TrainWatch, calibration: Calibration | null): Promise<TrainState> {
  const { train: part } = data;
  const state = startState(config, part.inputs, calibration);
  const configs = memberConfigs(config);
  for (const [n, { parameters, average }] of membersOf(state).entries()) {
    const stepsFrom = (before: number) => (done: number) => watch.betweenSteps(before + done, allSteps(data, config));
    const before = n * stepsBefore(data, config);
    if (config.pretraining != null) await pretrain(parameters, data, configs[n], stepsFrom(before));
    if (config.softStart != null) await startSoft(parameters, part, configs[n], stepsFrom(before + pretrainingSteps(data, config)));
    learnSpanCounts(parameters, part);
    // The average starts where the weights do.
    average?.set(parameters.flat);
  }
  return state;
}

/** Of one member, before its first epoch. */
const stepsBefore = (data: TrainData, config: TrainConfig): number => pretrainingSteps(data, config) + softStartSteps(data.train, config);

/** Of all members, with those before their first epoch. */
export function allSteps(data: TrainData, config: TrainConfig): number {
  return (config.ensemble ?? 1) * (stepsBefore(data, config) + config.epochs * stepsPerEpoch(data.train.windows, config.batchSize));
}

/** One epoch of every member, one after the other. */
async function trainEpoch(data: TrainData, config: TrainConfig, objective: Objective, state: TrainState, watch: TrainWatch): Promise<EpochSteps> {
  const members = membersOf(state);
  const configs = memberConfigs(config);
  const before = members.length * stepsBefore(data, config);
  const tally = new LossTally();
  const beforeStep = (): Promise<void> => {
    const done = members.reduce((sum, { adam }) => sum + adam.step, 0);
    return watch.betweenSteps(before + done, allSteps(data, config));
  };
  let [gradientNorm, learningRate] = [0, 0];
  for (const [n, member] of members.entries()) {
    const steps = await learnEpoch({ member, epoch: state.epoch }, data.train, objective, configs[n], tally, beforeStep);
    gradientNorm += steps.gradientNorm / members.length;
    ({ learningRate } = steps);
  }
  return { train: tally.record(), learningRate, gradientNorm };
}

/** Without a validation part nothing else would tell what the last step of all did to the weights. */
function requireFinite(state: TrainState): void {
  for (const { parameters } of membersOf(state)) {
    const wrong = parameters.flat.find((weight) => !Number.isFinite(weight));
    if (wrong !== undefined) throw diverged(state.epoch, `a weight was ${wrong}`);
  }
}

/** Answers whether the weights are the ones to keep. */
function noteBest(state: TrainState, record: EpochRecord, config: TrainConfig): boolean {
  const measure = measureOf(record, config.tasks);
  const better = isBetter(measure, state.best);
  if (better) state.best = measure;
  return better || config.keep === 'last';
}
