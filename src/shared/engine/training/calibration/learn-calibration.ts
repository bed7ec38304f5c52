import { ExpanseError } from '../../../contract/errors.ts';
import type { Calibration } from '../../../domain/calibration.ts';
import { joinFloats } from '../../../domain/join-floats.ts';
import type { CalibrationConfig, TrainConfig } from '../../../domain/train-config.ts';
import { fitIsotonic } from '../../evaluation/calibration/fit-isotonic.ts';
import { fitPlatt, fitTemperature } from '../../evaluation/calibration/fit-platt.ts';
import { evaluatePart } from '../evaluate-part.ts';
import { mirrorOf } from '../mirror-of.ts';
import { makeObjective } from '../objective.ts';
import { FOLD_JUDGES, FOLD_TRAINS, type TrainData } from '../train-data.ts';
import { allSteps, train } from '../train-loop.ts';
import { learnedMembers } from '../train-state.ts';
import { selectWindows } from './select-windows.ts';

/** Places of the training windows that learn and that judge. */
interface Fold {
  readonly learns: readonly number[];
  readonly judges: readonly number[];
}

/** 0 where nothing is calibrated. */
export const calibrationSteps = (data: TrainData, config: TrainConfig): number => foldsOf(data).reduce((sum, fold) => sum + stepsOf(fold, data, config), 0);

/**
 * Trains the same model once for each fold of the training windows, predicts the fold that it did not learn from, and fits the
 * map of all those predictions onto the labels: a model is too sure of what it learned from. `betweenSteps`: before each step,
 * with those that are done. Throws ExpanseError 'not-enough-data' where no fold leaves windows to learn from and to judge.
 */
export async function learnCalibration(data: TrainData, config: TrainConfig, chosen: CalibrationConfig, betweenSteps: (done: number) => Promise<void>): Promise<Calibration> {
  const folds = foldsOf(data);
  if (folds.length === 0) {
    throw new ExpanseError('not-enough-data', `There are not enough training windows for ${chosen.folds} folds to calibrate on.`, 'Review more windows, set calibration.folds lower, or train without calibration.');
  }
  const predicted: Float32Array[] = [];
  const masks: Float32Array[] = [];
  let before = 0;
  for (const fold of folds) {
    const own = { train: selectWindows(data.train, fold.learns, true), val: null, unlabelled: data.unlabelled };
    const judged = selectWindows(data.train, fold.judges, false);
    const state = await train(own, config, { betweenSteps: (done) => betweenSteps(before + done), afterEpoch: () => undefined });
    predicted.push((await evaluatePart(learnedMembers(state), judged, makeObjective(config, own.train), { crfProbability: config.crfProbability, mirror: mirrorOf(config) })).probability);
    masks.push(judged.mask);
    before += stepsOf(fold, data, config);
  }
  // Faded or not, the bars of a span are those above a half.
  const target = Uint8Array.from(joinFloats(masks), (height) => (height > 0.5 ? 1 : 0));
  return FIT[chosen.kind](joinFloats(predicted), target);
}

const FIT: Readonly<Record<CalibrationConfig['kind'], (probability: Float32Array, target: Uint8Array) => Calibration>> = {
  temperature: fitTemperature,
  platt: fitPlatt,
  isotonic: fitIsotonic,
};

function stepsOf({ learns }: Fold, data: TrainData, config: TrainConfig): number {
  return allSteps({ ...data, train: { ...data.train, windows: learns.length } }, config);
}

function foldsOf({ calibrationFolds = [] }: TrainData): readonly Fold[] {
  return calibrationFolds.flatMap((roles) => {
    const places = (role: number): number[] => [...roles.keys()].filter((n) => roles[n] === role);
    const fold = { learns: places(FOLD_TRAINS), judges: places(FOLD_JUDGES) };
    return fold.learns.length === 0 || fold.judges.length === 0 ? [] : [fold];
  });
}
