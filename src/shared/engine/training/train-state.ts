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

/** All that a training consists of between two epochs. Random numbers need no state: they follow from seed and step. */
export interface TrainState {
  readonly parameters: Parameters;
  readonly adam: AdamState;
  /** Running average of the flat parameters; null where none is kept. */
  readonly average: Float32Array | null;
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

export function startState(config: TrainConfig, inputs: number): TrainState {
  const parameters = initialise(jadeConfigOf(config, inputs), config.initialLogSigma, config.seed);
  return {
    parameters,
    adam: startAdam(parameters.flat.length),
    average: config.weightAverage === null ? null : parameters.flat.slice(),
    epoch: 0,
    best: null,
  };
}

/** The weights that are judged and kept: the average, where there is one. */
export function learnedParameters({ parameters, average }: TrainState): Parameters {
  if (average === null) return parameters;
  const learned = makeParameters(parameters.config);
  learned.flat.set(average);
  return learned;
}

export function isBetter(measure: EpochMeasure, than: EpochMeasure | null): boolean {
  if (than === null || measure.f1 > than.f1) return true;
  return measure.f1 === than.f1 && measure.loss < than.loss;
}

export function isFinished({ epoch, best }: TrainState, config: TrainConfig): boolean {
  const patience = config.earlyStopping;
  return epoch >= config.epochs || (patience !== null && best !== null && epoch - best.epoch >= patience);
}
