import type { LayerArrays, NetworkArrays } from '../kernels/network/network-task.ts';
import type { ParameterName } from './parameter-specs.ts';

const LSTM_NAMES = ['', '_reverse'].flatMap((direction) =>
  ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'].map((name) => `lstm.${name}_l0${direction}`),
);

/** Parameters, or their gradients, by PyTorch's names, as the fused network reads and writes them. */
export function networkArrays(views: ReadonlyMap<ParameterName, Float32Array>): NetworkArrays {
  const layer = (name: string): LayerArrays => ({ weight: views.get(`${name}.weight`)!, bias: views.get(`${name}.bias`)! });
  return {
    bilstm: LSTM_NAMES.map((name) => views.get(name)!),
    projection: layer('projection.0'),
    classifier: layer('classifier.1'),
    pointers: layer('pointer_head.1'),
    span: layer('expansion_span_emission.1'),
    countdown: layer('expansion_countdown_head.1'),
  };
}
