import { dispose, tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { jade, type JadeOutputs, type JadeTensors } from './jade.ts';
import type { Parameters } from './parameters.ts';
import { uploadParameters } from './upload.ts';

/** N windows of T bars with D features each. */
export interface FeatureWindows {
  readonly windows: number;
  readonly length: number;
  readonly inputs: number;
  /** [N,T,D] */
  readonly features: Float32Array;
}

/** The network's outputs in evaluation mode, outside of the backend. */
export interface JadeArrays {
  /** [N,3] */
  readonly logits: Float32Array;
  /** [N,2] */
  readonly pointers: Float32Array;
  /** [N,T,1] or [N,T,2] */
  readonly emissions: Float32Array;
  /** [N,T] */
  readonly countdown: Float32Array;
}

/** Bounds the memory of a pass. */
const WINDOWS_PER_PASS = 256;

/** Runs the network over any number of windows. `afterPass` is told how many are done, and may wait or throw. */
export async function runJade(parameters: Parameters, input: FeatureWindows, afterPass?: (done: number) => Promise<void> | void): Promise<JadeArrays> {
  const model = uploadParameters(parameters);
  const passes: JadeArrays[] = [];
  try {
    for (let begin = 0; begin < input.windows; begin += WINDOWS_PER_PASS) {
      const end = Math.min(begin + WINDOWS_PER_PASS, input.windows);
      passes.push(await readOutputs(runPass(model, input, begin, end)));
      await afterPass?.(end);
    }
  } finally {
    dispose([...model.values()]);
  }
  const joined = (name: keyof JadeArrays): Float32Array => concatenate(passes.map((pass) => pass[name]));
  return { logits: joined('logits'), pointers: joined('pointers'), emissions: joined('emissions'), countdown: joined('countdown') };
}

function runPass(model: JadeTensors, { length, inputs, features }: FeatureWindows, begin: number, end: number): JadeOutputs {
  const size = length * inputs;
  return tidy(() => ({ ...jade(model, tensor3d(features.slice(begin * size, end * size), [end - begin, length, inputs]), null) }));
}

async function readOutputs(outputs: JadeOutputs): Promise<JadeArrays> {
  const read = async (tensor: Tensor): Promise<Float32Array> => (await tensor.data()) as Float32Array;
  const { logits, pointers, emissions, countdown } = outputs;
  const arrays = { logits: await read(logits), pointers: await read(pointers), emissions: await read(emissions), countdown: await read(countdown) };
  dispose([logits, pointers, emissions, countdown]);
  return arrays;
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
