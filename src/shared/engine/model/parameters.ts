import { sizeOf } from '../safetensors/tensor-data.ts';
import type { JadeConfig } from './jade-config.ts';
import { countParameters, parameterSpecs, type ParameterName, type ParameterSpec } from './parameter-specs.ts';

/** All parameters of a model in one array, so that an optimiser is one loop; each has a view under its PyTorch name. */
export interface Parameters {
  readonly config: JadeConfig;
  readonly specs: readonly ParameterSpec[];
  readonly flat: Float32Array;
  readonly views: ReadonlyMap<ParameterName, Float32Array>;
}

/** All zero. */
export const makeParameters = (config: JadeConfig): Parameters => parametersOf(config, parameterSpecs(config));

export function parametersOf(config: JadeConfig, specs: readonly ParameterSpec[]): Parameters {
  const flat = new Float32Array(countParameters(specs));
  return { config, specs, flat, views: viewsOf(specs, flat) };
}

/** A part of `flat` per parameter, in the order of the specs. */
export function viewsOf(specs: readonly ParameterSpec[], flat: Float32Array): ReadonlyMap<ParameterName, Float32Array> {
  let begin = 0;
  return new Map(specs.map(({ name, shape }) => {
    const view = flat.subarray(begin, begin + sizeOf(shape));
    begin += view.length;
    return [name, view];
  }));
}
