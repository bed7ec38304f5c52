import type { LayerArrays, NetworkArrays, NetworkTask } from '../kernels/network/network-task.ts';
import { stateWidth, type JadeConfig } from './jade-config.ts';
import type { ParameterName } from './parameter-specs.ts';

const LSTM_NAMES = ['', '_reverse'].flatMap((direction) =>
  ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'].map((name) => `lstm.${name}_l0${direction}`),
);

/** Sizes of B windows of T bars, and which encoder reads them. */
export function networkSizes(config: JadeConfig, batch: number, steps: number): Pick<NetworkTask, 'shape' | 'dilated'> {
  const { inputs, encoder } = config;
  return { shape: { batch, steps, inputs, units: stateWidth(config) / 2 }, dilated: encoder?.kind === 'dilated' ? encoder : undefined };
}

/** Parameters, or their gradients, by PyTorch's names, as the fused network reads and writes them. */
export function networkArrays(views: ReadonlyMap<ParameterName, Float32Array>): NetworkArrays {
  const layer = (name: string): LayerArrays => ({ weight: views.get(`${name}.weight`)!, bias: views.get(`${name}.bias`)! });
  return {
    encoder: encoderNames(views).map((name) => views.get(name)!),
    projection: layer('projection.0'),
    classifier: layer('classifier.1'),
    pointers: layer('pointer_head.1'),
    span: layer('expansion_span_emission.1'),
    countdown: layer('expansion_countdown_head.1'),
  };
}

function encoderNames(views: ReadonlyMap<ParameterName, Float32Array>): readonly ParameterName[] {
  const dilated = [...views.keys()].filter((name) => name.startsWith('encoder.'));
  return dilated.length > 0 ? dilated : LSTM_NAMES;
}
