import { forwardBackward } from '../../shared/engine/crf/forward-backward.ts';
import { bestSegmentation } from '../../shared/engine/crf/segments/best-segmentation.ts';
import { SEGMENT_EMISSIONS } from '../../shared/engine/crf/segments/segment-scores.ts';
import { viterbi } from '../../shared/engine/crf/viterbi.ts';
import { CLASS_COUNT, TAG_COUNT } from '../../shared/engine/model/jade-config.ts';
import type { Parameters } from '../../shared/engine/model/parameters.ts';
import { runJade, type FeatureWindows } from '../../shared/engine/model/run-jade.ts';
import { crfScores, segmentScores, spanProbabilities } from '../../shared/engine/model/span-probabilities.ts';
import type { NamedArray, NamedArrays } from '../../shared/engine/safetensors/tensor-data.ts';

/**
 * What the network says of the windows in evaluation mode on the active back end: `logits` [B,3], `pointers` [B,2],
 * `span_probs` and `countdown` [B,T]. The CRF also has `span_emissions` [B,T,2], exact posterior `marginals` [B,T,2] in
 * float64, and the best path `viterbi` [B,T]; its `span_probs` are, as in the reference, a softmax of the emissions. Whole spans
 * have `span_emissions` [B,T,3] and the tags of the best segmentation as `viterbi` [B,T].
 */
export async function forward(parameters: Parameters, input: FeatureWindows): Promise<NamedArrays> {
  const { windows, length } = input;
  const { logits, pointers, emissions, countdown } = await runJade(parameters, input);
  const outputs = new Map<string, NamedArray>([
    ['logits', { shape: [windows, CLASS_COUNT], data: logits }],
    ['pointers', { shape: [windows, 2], data: pointers }],
    ['span_probs', { shape: [windows, length], data: spanProbabilities(parameters, { values: emissions, length }, 'softmax') }],
    ['countdown', { shape: [windows, length], data: countdown }],
  ]);
  if (parameters.config.mode === 'soft') return outputs;
  if (parameters.config.mode === 'segments') return new Map([...outputs, ...segmentOutputs(parameters, emissions, windows, length)]);
  return new Map([...outputs, ...crfOutputs(parameters, emissions, windows, length)]);
}

/** emissions: [B,T,2] */
function crfOutputs(parameters: Parameters, emissions: Float32Array, windows: number, length: number): [string, NamedArray][] {
  const scores = crfScores(parameters);
  const marginals = new Float64Array(emissions.length);
  const path = new BigInt64Array(windows * length);
  for (let n = 0; n < windows; n++) {
    const sequence = { emissions: emissions.subarray(n * length * TAG_COUNT, (n + 1) * length * TAG_COUNT), length };
    marginals.set(forwardBackward(sequence, scores).marginals, n * length * TAG_COUNT);
    viterbi(sequence, scores).forEach((tag, t) => (path[n * length + t] = BigInt(tag)));
  }
  return [
    ['span_emissions', { shape: [windows, length, TAG_COUNT], data: emissions }],
    ['marginals', { shape: [windows, length, TAG_COUNT], data: marginals }],
    ['viterbi', { shape: [windows, length], data: path }],
  ];
}

/** emissions: [B,T,3] */
function segmentOutputs(parameters: Parameters, emissions: Float32Array, windows: number, length: number): [string, NamedArray][] {
  const scores = segmentScores(parameters);
  const size = length * SEGMENT_EMISSIONS;
  const path = new BigInt64Array(windows * length);
  for (let n = 0; n < windows; n++) {
    const segments = bestSegmentation({ emissions: emissions.subarray(n * size, (n + 1) * size), ...scores });
    for (const { start, end } of segments) path.fill(1n, n * length + start, n * length + end + 1);
  }
  return [
    ['span_emissions', { shape: [windows, length, SEGMENT_EMISSIONS], data: emissions }],
    ['viterbi', { shape: [windows, length], data: path }],
  ];
}
