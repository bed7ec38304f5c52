import { ExpanseError } from '../../contract/errors.ts';
import { parseCalibration, type Calibration } from '../../domain/calibration.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import { makeParameters, type Parameters } from '../model/parameters.ts';
import { fromStateDict, toStateDict } from '../model/state-dict.ts';
import { readMetadata, readSafetensors } from '../safetensors/read-safetensors.ts';
import type { NamedArray, NamedArrays } from '../safetensors/tensor-data.ts';
import { writeSafetensors } from '../safetensors/write-safetensors.ts';
import { jadeConfigOf, type EpochMeasure, type MemberState, membersOf, type TrainState } from './train-state.ts';

/** A `state_dict` that PyTorch loads. */
export const writeWeights = (parameters: Parameters): Uint8Array<ArrayBuffer> => writeSafetensors(toStateDict(parameters));

/** Throws ExpanseError 'bad-file' where the file holds no weights of JadeCompact, or those of an ensemble. */
export function readWeights(file: Uint8Array): Parameters {
  const [first, ...others] = readMembers(file);
  if (others.length === 0) return first;
  throw new ExpanseError('bad-file', `This file holds the ${others.length + 1} models of an ensemble; expected one.`, 'Choose the weights of a single model.');
}

/** One model as by itself; those of an ensemble as PyTorch names a ModuleList called members. */
export function writeMembers(members: readonly Parameters[], calibration: Calibration | null = null): Uint8Array<ArrayBuffer> {
  const named = members.flatMap((member, n) => [...toStateDict(member)].map(([name, array]) => [memberPrefix(n, members.length) + name, array] as const));
  return writeSafetensors(new Map(named), calibration === null ? {} : { calibration: JSON.stringify(calibration) });
}

/** Of the probabilities that these weights give; null: none. Throws ExpanseError 'bad-file' for what is no calibration. */
export function readCalibration(file: Uint8Array): Calibration | null {
  const { calibration } = readMetadata(file);
  if (calibration === undefined) return null;
  const read = parseCalibration(calibration);
  if (read !== null) return read;
  throw new ExpanseError('bad-file', `The calibration in this file cannot be read: ${calibration.slice(0, 100)}.`, 'Choose weights that Expanse saved.');
}

/** What stands before the names of a member's parameters. */
export const memberPrefix = (n: number, members: number): string => (members === 1 ? '' : `members.${n}.`);

/** At least one. Throws ExpanseError 'bad-file' where the file holds no weights of JadeCompact, or where members differ in their sizes. */
export function readMembers(file: Uint8Array): readonly Parameters[] {
  const tensors = readSafetensors(file);
  const ofMember = (n: number): NamedArrays => {
    const prefix = memberPrefix(n, Infinity);
    return new Map([...tensors].filter(([name]) => name.startsWith(prefix)).map(([name, array]) => [name.slice(prefix.length), array]));
  };
  const members: Parameters[] = [];
  for (let own = ofMember(0); own.size > 0; own = ofMember(members.length)) members.push(fromStateDict(own));
  if (members.length === 0) return [fromStateDict(tensors)];
  const sizes = members.map(({ specs }) => specs.map(({ name, shape }) => `${name} [${shape.join(', ')}]`).join());
  if (sizes.every((size) => size === sizes[0])) return members;
  throw new ExpanseError('bad-file', 'The models of this ensemble differ in their sizes.', 'Choose weights that were saved together.');
}

/** What is not in the arrays. Numbers survive JSON to the bit. */
interface Counters {
  readonly step: number;
  readonly epoch: number;
  readonly best: EpochMeasure | null;
  readonly calibration?: Calibration | null;
}

/** All that is needed to go on as if the training had never stopped. */
export function writeState(state: TrainState): Uint8Array<ArrayBuffer> {
  const members = membersOf(state);
  const tensors = new Map(members.flatMap((member, n) => arraysOf(member, memberPrefix(n, members.length))));
  const counters: Counters = { step: state.adam.step, epoch: state.epoch, best: state.best, calibration: state.calibration };
  return writeSafetensors(tensors, { counters: JSON.stringify(counters) });
}

function arraysOf({ parameters, adam, average }: MemberState, prefix: string): (readonly [string, NamedArray])[] {
  const flat = (name: string, data: Float32Array): readonly [string, NamedArray] => [prefix + name, { shape: [data.length], data }];
  const arrays = [flat('parameters', parameters.flat), flat('adam.mean', adam.mean), flat('adam.square', adam.square)];
  return average === null ? arrays : [...arrays, flat('average', average)];
}

/** Throws ExpanseError 'bad-file' where the file holds no state of a training with this configuration and these inputs. */
export function readState(file: Uint8Array, config: TrainConfig, inputs: number): TrainState {
  const tensors = readSafetensors(file);
  const { step, epoch, best, calibration = null } = readCounters(file);
  const count = config.ensemble ?? 1;
  const readMember = (n: number): MemberState => {
    const parameters = makeParameters(jadeConfigOf(config, inputs));
    const read = (name: string): Float32Array => readFlat(tensors, memberPrefix(n, count) + name, parameters.flat.length);
    parameters.flat.set(read('parameters'));
    const adam = { step, mean: read('adam.mean'), square: read('adam.square') };
    return { parameters, adam, average: config.weightAverage === null ? null : read('average') };
  };
  const [first, ...others] = Array.from({ length: count }, (_, n) => readMember(n));
  return { ...first, others, calibration, epoch, best };
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
