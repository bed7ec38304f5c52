import { ExpanseError } from '../../contract/errors.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import { makeParameters, type Parameters } from '../model/parameters.ts';
import { fromStateDict, toStateDict } from '../model/state-dict.ts';
import { readMetadata, readSafetensors } from '../safetensors/read-safetensors.ts';
import type { NamedArray, NamedArrays } from '../safetensors/tensor-data.ts';
import { writeSafetensors } from '../safetensors/write-safetensors.ts';
import { jadeConfigOf, type EpochMeasure, type TrainState } from './train-state.ts';

/** A `state_dict` that PyTorch loads. */
export const writeWeights = (parameters: Parameters): Uint8Array<ArrayBuffer> => writeSafetensors(toStateDict(parameters));

/** Throws ExpanseError 'bad-file' where the file holds no weights of JadeCompact. */
export const readWeights = (file: Uint8Array): Parameters => fromStateDict(readSafetensors(file));

/** What is not in the arrays. Numbers survive JSON to the bit. */
interface Counters {
  readonly step: number;
  readonly epoch: number;
  readonly best: EpochMeasure | null;
}

/** All that is needed to go on as if the training had never stopped. */
export function writeState({ parameters, adam, average, epoch, best }: TrainState): Uint8Array<ArrayBuffer> {
  const flat = (data: Float32Array): NamedArray => ({ shape: [data.length], data });
  const tensors = new Map([['parameters', flat(parameters.flat)], ['adam.mean', flat(adam.mean)], ['adam.square', flat(adam.square)]]);
  if (average !== null) tensors.set('average', flat(average));
  const counters: Counters = { step: adam.step, epoch, best };
  return writeSafetensors(tensors, { counters: JSON.stringify(counters) });
}

/** Throws ExpanseError 'bad-file' where the file holds no state of a training with this configuration and these inputs. */
export function readState(file: Uint8Array, config: TrainConfig, inputs: number): TrainState {
  const tensors = readSafetensors(file);
  const parameters = makeParameters(jadeConfigOf(config, inputs));
  const read = (name: string): Float32Array => readFlat(tensors, name, parameters.flat.length);
  parameters.flat.set(read('parameters'));
  const { step, epoch, best } = readCounters(file);
  const adam = { step, mean: read('adam.mean'), square: read('adam.square') };
  return { parameters, adam, average: config.weightAverage === null ? null : read('average'), epoch, best };
}

function readFlat(tensors: NamedArrays, name: string, size: number): Float32Array {
  const data = tensors.get(name)?.data;
  if (!(data instanceof Float32Array)) throw bad(`it has no "${name}"`);
  if (data.length !== size) throw bad(`"${name}" has ${data.length} values; this configuration has ${size}`);
  return data;
}

function readCounters(file: Uint8Array): Counters {
  const { counters } = readMetadata(file);
  if (counters === undefined) throw bad('it has no counters');
  return JSON.parse(counters) as Counters;
}

function bad(what: string): ExpanseError {
  return new ExpanseError('bad-file', `This training cannot be resumed from its checkpoint: ${what}.`, 'Train again from the start.');
}
