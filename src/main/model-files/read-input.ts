import { ExpanseError } from '../../shared/contract/errors.ts';
import type { FeatureWindows } from '../../shared/engine/model/run-jade.ts';
import { readSafetensors } from '../../shared/engine/safetensors/read-safetensors.ts';
import type { NamedArray, NamedArrays } from '../../shared/engine/safetensors/tensor-data.ts';

/**
 * The tensor `x` [B,T,D] of a safetensors file, float32 or float64, for a model that reads `inputs` features per bar.
 * float64 is rounded to float32, in which the network computes. Throws ExpanseError 'bad-file' that says what was expected.
 */
export function readInput(file: Uint8Array, inputs: number): FeatureWindows {
  const { shape, data } = findInput(readSafetensors(file));
  const [windows, length, features] = shape;
  if (shape.length !== 3 || windows * length === 0) throw bad(`"x" has the shape [${shape.join(', ')}]; expected [windows, bars, ${inputs}]`);
  if (features !== inputs) throw bad(`"x" has ${features} features per bar; these weights read ${inputs}`);
  if (!(data instanceof Float32Array || data instanceof Float64Array)) throw bad('"x" holds no float32 or float64 numbers');
  const rounded = Float32Array.from(data);
  const wrong = rounded.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw bad(`"x" holds ${data[wrong]} ${placeOf(wrong, length, inputs)}`);
  return { windows, length, inputs, features: rounded };
}

function findInput(tensors: NamedArrays): NamedArray {
  const x = tensors.get('x');
  if (x !== undefined) return x;
  const names = [...tensors.keys()].join(', ');
  throw bad(`it has no tensor "x", but ${names === '' ? 'no tensor at all' : names}`);
}

function placeOf(index: number, length: number, inputs: number): string {
  const bar = Math.floor(index / inputs);
  return `in window ${Math.floor(bar / length)}, bar ${bar % length}, feature ${index % inputs}`;
}

function bad(what: string): ExpanseError {
  return new ExpanseError('bad-file', `${what}.`, 'Save a float32 tensor "x" of [windows, bars, features] as safetensors.');
}
