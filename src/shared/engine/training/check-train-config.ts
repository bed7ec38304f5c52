import { ExpanseError } from '../../contract/errors.ts';
import { TASK_NAMES, type TrainConfig } from '../../domain/train-config.ts';
import { featureSet } from '../features/feature-set.ts';
import { stateWidth } from '../model/jade-config.ts';

/** Throws ExpanseError 'invalid-input' that names the field and what it may be. */
export function checkTrainConfig(config: TrainConfig): void {
  const { schedule, spanLoss } = config;
  atLeastOne('epochs', config.epochs);
  atLeastOne('batchSize', config.batchSize);
  atLeastOne('hiddenSize', config.hiddenSize);
  if (config.threads !== 'auto') atLeastOne('threads', config.threads);
  integer('seed', config.seed);
  within('learningRate', config.learningRate, (value) => value > 0, 'above 0');
  within('weightDecay', config.weightDecay, (value) => value >= 0, '0 or more');
  within('inputDropout', config.inputDropout, isShare, SHARE);
  within('headDropout', config.headDropout, isShare, SHARE);
  if (config.gradientClip !== null) within('gradientClip', config.gradientClip, (value) => value > 0, 'above 0');
  if (config.earlyStopping !== null) atLeastOne('earlyStopping', config.earlyStopping);
  if (config.weightAverage !== null) within('weightAverage', config.weightAverage, isShare, SHARE);
  if (schedule.kind === 'cosine') within('schedule.floor', schedule.floor, (value) => value >= 0 && value <= 1, 'from 0 to 1');
  if (schedule.kind === 'cosine') within('schedule.warmUpSteps', schedule.warmUpSteps, (value) => value >= 0, '0 or more');
  if (schedule.kind === 'one-cycle') within('schedule.peakAt', schedule.peakAt, (value) => value >= 0 && value <= 1, 'from 0 to 1');
  if (spanLoss.kind === 'bce' && spanLoss.positiveWeight !== 'from-data') within('spanLoss.positiveWeight', spanLoss.positiveWeight, (value) => value > 0, 'above 0');
  for (const task of TASK_NAMES) within(`initialLogSigma.${task}`, config.initialLogSigma[task], () => true, 'a number');
  if (config.longestSpan !== undefined) atLeastOne('longestSpan', config.longestSpan);
  if (config.ensemble !== undefined) atLeastOne('ensemble', config.ensemble);
  checkEncoder(config);
  checkAttention(config);
  if (config.pretraining != null) atLeastOne('pretraining.epochs', config.pretraining.epochs);
  if (config.pretraining != null) atLeastOne('pretraining.windows', config.pretraining.windows);
  checkSoftStart(config);
  checkAugmentation(config);
  checkCalibration(config);
  checkMirror(config);
  if (!TASK_NAMES.some((task) => config.tasks[task])) throw wrong('tasks', 'all off', 'at least one that is on');
}

function checkEncoder({ encoder }: TrainConfig): void {
  if (encoder?.kind !== 'dilated') return;
  atLeastOne('encoder.channels', encoder.channels);
  atLeastOne('encoder.blocks', encoder.blocks);
  within('encoder.kernel', encoder.kernel, (value) => value > 0 && value % 2 === 1, 'an odd number');
}

function checkAttention(config: TrainConfig): void {
  const { attention } = config;
  if (attention == null) return;
  const width = stateWidth(config);
  within('attention.heads', attention.heads, (heads) => heads >= 1 && width % heads === 0, `a number that divides the ${width} states of a bar`);
}

function checkSoftStart({ softStart, mode }: TrainConfig): void {
  if (softStart == null) return;
  atLeastOne('softStart.epochs', softStart.epochs);
  if (mode === 'soft') throw wrong('softStart', 'on', 'null in mode soft, which has nothing to build on it');
}

function checkAugmentation({ augmentation, featureScope }: TrainConfig): void {
  if (augmentation?.scale !== undefined) within('augmentation.scale', augmentation.scale, (value) => value >= 1 && value <= 4, 'from 1 to 4');
  // What warms up features of a reversed window are the bars behind it, which no snapshot holds.
  if (augmentation?.reverse === true && featureScope !== 'window') throw wrong('augmentation.reverse', 'true', `false with featureScope ${featureScope}, because reversed features would need the bars behind the window`);
}

/** The trainings of the folds have nothing that could choose an epoch of theirs. */
function checkCalibration({ calibration, keep, earlyStopping }: TrainConfig): void {
  if (calibration == null) return;
  within('calibration.folds', calibration.folds, (folds) => Number.isSafeInteger(folds) && folds >= 2, 'a whole number, 2 or more');
  if (keep !== 'last') throw wrong('keep', 'best', 'last with calibration, which fits the weights of the last epoch');
  if (earlyStopping !== null) throw wrong('earlyStopping', earlyStopping, 'null with calibration, which fits the weights of the last epoch');
}

function checkMirror({ mirroredPredictions, features }: TrainConfig): void {
  if (mirroredPredictions === true && featureSet(features).mirrored === null) throw wrong('mirroredPredictions', 'true', `false with features ${features}, whose mirror image is not known`);
}

const SHARE = 'from 0 to below 1';
const isShare = (value: number): boolean => value >= 0 && value < 1;

function integer(field: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw wrong(field, value, 'a whole number');
}

function atLeastOne(field: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) throw wrong(field, value, 'a whole number, 1 or more');
}

function within(field: string, value: number, holds: (value: number) => boolean, expected: string): void {
  if (!Number.isFinite(value) || !holds(value)) throw wrong(field, value, expected);
}

function wrong(field: string, value: number | string, expected: string): ExpanseError {
  return new ExpanseError('invalid-input', `The training's ${field} is ${value}; expected ${expected}.`, `Change ${field} and train again.`);
}
