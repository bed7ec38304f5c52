import { fillParameters } from '../../model/initialise.ts';
import { PROJECTION_SIZE, stateWidth, type JadeConfig } from '../../model/jade-config.ts';
import { parameterSpecs, type ParameterSpec } from '../../model/parameter-specs.ts';
import { parametersOf, type Parameters } from '../../model/parameters.ts';

/**
 * The network with other heads, so that whatever computes the one computes the other: in place of the span head one that makes
 * a bar's D features, in place of the class head one of 2 D numbers of a window. Encoder and heads start as a training's do.
 */
export function startPretraining(config: JadeConfig, seed: number): Parameters {
  const plain: JadeConfig = { mode: 'soft', inputs: config.inputs, hiddenSize: config.hiddenSize, encoder: config.encoder };
  const outputs = new Map([
    ['expansion_span_emission.1', { rows: config.inputs, columns: stateWidth(config) }],
    ['classifier.1', { rows: 2 * config.inputs, columns: PROJECTION_SIZE }],
  ]);
  const resized = (spec: ParameterSpec): ParameterSpec => {
    const [name, field] = spec.name.split(/\.(?=weight$|bias$)/);
    const size = outputs.get(name);
    if (size === undefined) return spec;
    return { ...spec, shape: field === 'weight' ? [size.rows, size.columns] : [size.rows] };
  };
  const parameters = parametersOf(plain, parameterSpecs(plain).map(resized));
  fillParameters(parameters, seed);
  return parameters;
}

/** Copies the encoder, and nothing else. */
export function takeEncoder(from: Parameters, to: Parameters): void {
  for (const [name, values] of from.views) {
    if (name.startsWith('lstm.') || name.startsWith('encoder.')) to.views.get(name)!.set(values);
  }
}
