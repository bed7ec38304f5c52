import { ExpanseError } from '../../contract/errors.ts';
import { CLASS_COUNT } from '../model/jade-config.ts';
import { rowsOf, type TrainData, type TrainPart } from './train-data.ts';

/** Throws ExpanseError: 'not-enough-data' without a window to train on, 'invalid-input' that names the part and the window. */
export function checkTrainData({ train, val }: TrainData): void {
  if (train.windows < 1) {
    throw new ExpanseError('not-enough-data', 'There is no window to train on.', 'Review at least one window, or give the training part a larger share.');
  }
  checkPart('training', train);
  if (val === null) return;
  checkPart('validation', val);
  if (val.length !== train.length || val.inputs !== train.inputs) {
    throw invalid(`The validation windows are ${val.length} bars x ${val.inputs} features, the training windows ${train.length} x ${train.inputs}`);
  }
}

function checkPart(name: string, part: TrainPart): void {
  const { length, inputs } = part;
  const rows = rowsOf(part);
  const sizes: readonly [keyof TrainPart, number][] = [
    ['features', rows * length * inputs],
    ['mask', rows * length],
    ['heights', rows * length],
    ['countdown', rows * length],
    ['pointers', rows * 2],
    ['type', rows],
    ['oneSpan', rows],
    ['confidence', rows],
    ['spanCount', rows],
    ...(part.countsDown === undefined ? [] : [['countsDown', rows] as [keyof TrainPart, number]]),
  ];
  for (const [field, size] of sizes) {
    const found = (part[field] as ArrayLike<number>).length;
    if (found !== size) throw invalid(`"${field}" of the ${name} part has ${found} values; expected ${size}`);
  }
  allHold(name, 'feature', part.features, length * inputs, Number.isFinite);
  allHold(name, 'mask', part.mask, length, (value) => value >= 0 && value <= 1);
  allHold(name, 'height', part.heights, length, (value) => value >= 0 && value <= 1);
  allHold(name, 'countdown', part.countdown, length, Number.isFinite);
  allHold(name, 'pointer', part.pointers, 2, Number.isFinite);
  allHold(name, 'confidence', part.confidence, 1, (value) => value > 0 && value <= 1);
  allHold(name, 'type', part.type, 1, (value) => value >= -1 && value < CLASS_COUNT);
}

function allHold(part: string, field: string, values: Float32Array | Int32Array, perWindow: number, holds: (value: number) => boolean): void {
  for (let i = 0; i < values.length; i++) {
    if (!holds(values[i])) throw invalid(`Window ${Math.floor(i / perWindow)} of the ${part} part has the ${field} ${values[i]}`);
  }
}

function invalid(what: string): ExpanseError {
  return new ExpanseError('invalid-input', `${what}.`, 'Check the bars and labels of this window, or skip it, and train again.');
}
