import { dispose, tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { joinFloats } from '../../domain/join-floats.ts';
import type { NetworkOutputs } from '../kernels/network/network-task.ts';
import { jade, type JadeOutputs } from './jade.ts';
import { networkArrays, networkSizes } from './network-arrays.ts';
import { networkOfBackend } from './network-of-backend.ts';
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

/** Bounds the memory of a pass. */
const WINDOWS_PER_PASS = 256;

/** Runs the network in evaluation mode over any number of windows. `afterPass` is told how many are done, and may wait or throw. */
export async function runJade(parameters: Parameters, input: FeatureWindows, afterPass?: (done: number) => Promise<void> | void): Promise<NetworkOutputs> {
  const pass = fusedPass(parameters) ?? composedPass(parameters);
  const passes: NetworkOutputs[] = [];
  try {
    for (let begin = 0; begin < input.windows; begin += WINDOWS_PER_PASS) {
      const end = Math.min(begin + WINDOWS_PER_PASS, input.windows);
      passes.push(await pass.run(sliceWindows(input, begin, end)));
      await afterPass?.(end);
    }
  } finally {
    pass.close();
  }
  const joined = (name: keyof NetworkOutputs): Float32Array => joinFloats(passes.map((outputs) => outputs[name]));
  return { logits: joined('logits'), pointers: joined('pointers'), emissions: joined('emissions'), countdown: joined('countdown') };
}

/** One way to run the network over few enough windows. */
interface Pass {
  run(input: FeatureWindows): NetworkOutputs | Promise<NetworkOutputs>;
  close(): void;
}

function fusedPass({ config, views }: Parameters): Pass | null {
  const network = networkOfBackend(config);
  if (network === null) return null;
  const parameters = networkArrays(views);
  return {
    run: ({ windows, length, features }) => network.forward({ ...networkSizes(config, windows, length), features, parameters, dropout: null }),
    close: () => undefined,
  };
}

function composedPass(parameters: Parameters): Pass {
  const model = uploadParameters(parameters);
  return {
    run: ({ windows, length, inputs, features }) => readOutputs(tidy(() => ({ ...jade(model, tensor3d(features, [windows, length, inputs]), null) }))),
    close: () => dispose([...model.values()]),
  };
}

/** Windows `begin` to `end` - 1. */
function sliceWindows({ length, inputs, features }: FeatureWindows, begin: number, end: number): FeatureWindows {
  const size = length * inputs;
  return { windows: end - begin, length, inputs, features: features.slice(begin * size, end * size) };
}

/** Reads the outputs and disposes of them. */
export async function readOutputs(outputs: JadeOutputs): Promise<NetworkOutputs> {
  const read = async (tensor: Tensor): Promise<Float32Array> => (await tensor.data()) as Float32Array;
  const { logits, pointers, emissions, countdown } = outputs;
  const arrays = { logits: await read(logits), pointers: await read(pointers), emissions: await read(emissions), countdown: await read(countdown) };
  dispose([logits, pointers, emissions, countdown]);
  return arrays;
}
