import type { SequenceHeads } from '../../domain/window-heads.ts';
import { bestSegmentation } from '../crf/segments/best-segmentation.ts';
import { SEGMENT_EMISSIONS } from '../crf/segments/segment-scores.ts';
import { viterbi } from '../crf/viterbi.ts';
import { TAG_COUNT } from './jade-config.ts';
import type { Parameters } from './parameters.ts';
import { crfScores, segmentScores, spanProbabilities, type EmissionArray } from './span-probabilities.ts';

/** The most likely sequence of every window and the exact posterior of its bars; null where the model is none of sequences. */
export function sequenceHeads(parameters: Parameters, emissions: EmissionArray): SequenceHeads | null {
  const { mode } = parameters.config;
  if (mode === 'soft') return null;
  const tags = mode === 'crf' ? pathTags(parameters, emissions) : segmentTags(parameters, emissions);
  return { tags, posterior: spanProbabilities(parameters, emissions, 'marginals') };
}

/** [B,T], 0 or 1. */
function pathTags(parameters: Parameters, { values, length }: EmissionArray): Uint8Array {
  const scores = crfScores(parameters);
  return ofWindows(values, length, TAG_COUNT, (emissions) => Uint8Array.from(viterbi({ emissions, length }, scores)));
}

/** [B,T]: 2 at the first bar of each segment, 1 at its others, so that segments that touch can be told apart. */
function segmentTags(parameters: Parameters, { values, length }: EmissionArray): Uint8Array {
  const scores = segmentScores(parameters);
  return ofWindows(values, length, SEGMENT_EMISSIONS, (emissions) => {
    const tags = new Uint8Array(length);
    for (const { start, end } of bestSegmentation({ emissions, ...scores })) {
      tags.fill(1, start, end + 1);
      tags[start] = 2;
    }
    return tags;
  });
}

/** values: [B,T,width]; `tagsOf` one window's. -> [B,T] */
function ofWindows(values: Float32Array, length: number, width: number, tagsOf: (emissions: Float32Array) => Uint8Array): Uint8Array {
  const size = length * width;
  const tags = new Uint8Array(values.length / width);
  for (let n = 0; n * size < values.length; n++) tags.set(tagsOf(values.subarray(n * size, (n + 1) * size)), n * length);
  return tags;
}
