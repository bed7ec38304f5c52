import type { Calibration } from '../../domain/calibration.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import { initialise } from '../model/initialise.ts';
import type { JadeConfig } from '../model/jade-config.ts';
import { makeParameters, type Parameters } from '../model/parameters.ts';
import { startAdam, type AdamState } from './adam.ts';

/** How good an epoch was on the validation part. */
export interface EpochMeasure {
  readonly epoch: number;
  /** Bar F1 at its best threshold. */
  readonly f1: number;
  /** Decides between equal F1: the span loss, or, where that task is off, the sum of all. */
  readonly loss: number;
}

/** What one model has come to. Random numbers need no state: they follow from seed and step. */
export interface MemberState {
  readonly parameters: Parameters;
  readonly adam: AdamState;
  /** Running average of the flat parameters; null where none is kept. */
  readonly average: Float32Array | null;
}

/** All that a training consists of between two epochs. What it says of a model is said of the first. */
export interface TrainState extends MemberState {
  /** The other models of an ensemble. */
  readonly others: readonly MemberState[];
  /** Of all its predictions; null: none. */
  readonly calibration: Calibration | null;
  /** Epochs that are done. */
  epoch: number;
  best: EpochMeasure | null;
}

export const jadeConfigOf = (config: TrainConfig, inputs: number): JadeConfig => ({
  mode: config.mode,
  inputs,
  hiddenSize: config.hiddenSize,
  encoder: config.encoder,
  longestSpan: config.longestSpan,
  attention: config.attention,
});

export function startState(config: TrainConfig, inputs: number, calibration: Calibration | null = null): TrainState {
  const [first, ...others] = memberConfigs(config).map((own) => startMember(own, inputs));
  return { ...first, others, calibration, epoch: 0, best: null };
}

/** Fresh weights, from a seed. */
export function startMember(config: TrainConfig, inputs: number): MemberState {
  const parameters = initialise(jadeConfigOf(config, inputs), config.initialLogSigma, config.seed);
  return { parameters, adam: startAdam(parameters.flat.length), average: config.weightAverage === null ? null : parameters.flat.slice() };
}

export const membersOf = (state: TrainState): readonly MemberState[] => [state, ...state.others];

/** So far apart that ensembles of seeds that follow one another share no member. */
const SEEDS_BETWEEN_MEMBERS = 1000;

/** The training of each member by itself: they differ in their seed. */
export function memberConfigs(config: TrainConfig): readonly TrainConfig[] {
  return Array.from({ length: config.ensemble ?? 1 }, (_, n) => ({ ...config, seed: config.seed + n * SEEDS_BETWEEN_MEMBERS }));
}

/** The weights that are judged and kept: the average, where there is one. */
export function learnedParameters({ parameters, average }: MemberState): Parameters {
  if (average === null) return parameters;
  const learned = makeParameters(parameters.config);
  learned.flat.set(average);
  return learned;
}

export const learnedMembers = (state: TrainState): readonly Parameters[] => membersOf(state).map(learnedParameters);

export function isBetter(measure: EpochMeasure, than: EpochMeasure | null): boolean {
  if (than === null || measure.f1 > than.f1) return true;
  return measure.f1 === than.f1 && measure.loss < than.loss;
}

export function isFinished({ epoch, best }: TrainState, config: TrainConfig): boolean {
  const patience = config.earlyStopping;
  return epoch >= config.epochs || (patience !== null && best !== null && epoch - best.epoch >= patience);
}
