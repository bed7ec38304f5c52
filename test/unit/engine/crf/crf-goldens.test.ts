import { expect, it } from 'vitest';
import { forwardBackward } from '../../../../src/shared/engine/crf/forward-backward.ts';
import { nllGradient } from '../../../../src/shared/engine/crf/nll-gradient.ts';
import { pathScore } from '../../../../src/shared/engine/crf/path-score.ts';
import { viterbi } from '../../../../src/shared/engine/crf/viterbi.ts';
import { weightedNll } from '../../../../src/shared/engine/losses/crf-nll.ts';
import { largestDifference, numbers } from '../golden-tensors.ts';
import { describeGoldens, expectLikeFloat32, goldenBytes, readPair } from '../goldens.ts';
import { readSafetensors } from '../../../../src/shared/engine/safetensors/read-safetensors.ts';

const cases = ['nomask', 'masked', 'extreme50_nomask', 'extreme50_masked', 'sticky_nomask', 'tiny_T6_B2_masked'];

/** The float64 run of pytorch-crf, cut into its sequences. */
function readCase(name: string) {
  const tensors = readSafetensors(goldenBytes(`crf_${name}_f64.safetensors`));
  const [batch, steps, tags] = tensors.get('emissions')!.shape as [number, number, number];
  const get = (tensor: string): Float64Array => numbers(tensors, tensor);
  const rows = (tensor: string, b: number): Float64Array => {
    const values = get(tensor);
    return values.subarray((b * values.length) / batch, ((b + 1) * values.length) / batch);
  };
  const mask = tensors.has('mask') ? get('mask') : new Float64Array(batch * steps).fill(1);
  const scores = { tags, start: get('start_transitions'), end: get('end_transitions'), transitions: get('transitions') };
  const sequences = Array.from({ length: batch }, (_, b) => ({
    emissions: rows('emissions', b),
    length: mask.subarray(b * steps, (b + 1) * steps).reduce((sum, bar) => sum + bar, 0),
  }));
  return { batch, scores, sequences, get, rows };
}

describeGoldens('the CRF of pytorch-crf in float64', () => {
  it.each(cases)('%s: likelihoods and posteriors', (name) => {
    const { scores, sequences, get, rows } = readCase(name);
    sequences.forEach((sequence, b) => {
      const { logZ, marginals, pairwise } = forwardBackward(sequence, scores);
      const { nll } = nllGradient(sequence, scores, rows('tags', b));
      expect(Math.abs(logZ / get('logZ')[b]! - 1)).toBeLessThan(1e-12);
      expect(Math.abs(-nll - get('log_likelihood_per_seq')[b]!)).toBeLessThan(1e-9);
      expect(largestDifference(marginals, rows('marginals_f64', b))).toBeLessThan(1e-9);
      expect(largestDifference(pairwise, rows('pairwise_marginals_f64', b))).toBeLessThan(1e-9);
    });
  });

  it.each(cases)('%s: gradients of the mean loss', (name) => {
    const { batch, scores, sequences, get, rows } = readCase(name);
    const gradients = sequences.map((sequence, b) => nllGradient(sequence, scores, rows('tags', b)).gradient);
    const mean = (part: 'start' | 'end' | 'transitions'): Float64Array =>
      gradients[0]![part].map((_, i) => gradients.reduce((sum, gradient) => sum + gradient[part][i]!, 0) / batch);
    expect(largestDifference(mean('start'), get('grad.start_transitions'))).toBeLessThan(1e-9);
    expect(largestDifference(mean('end'), get('grad.end_transitions'))).toBeLessThan(1e-9);
    expect(largestDifference(mean('transitions'), get('grad.transitions'))).toBeLessThan(1e-9);
    gradients.forEach(({ emissions }, b) => {
      expect(largestDifference(emissions.map((slope) => slope / batch), rows('grad.emissions', b))).toBeLessThan(1e-9);
    });
  });

  it.each(cases)('%s: best paths', (name) => {
    const { scores, sequences, rows } = readCase(name);
    sequences.forEach((sequence, b) => {
      const found = viterbi(sequence, scores);
      const expected = rows('viterbi', b);
      // Near ties may be broken otherwise: then the scores must agree.
      if (largestDifference(found, expected) > 0) {
        expect(pathScore(sequence, scores, found)).toBeCloseTo(pathScore(sequence, scores, expected), 9);
      }
      expect(found.findIndex((tag) => tag < 0)).toBe(expected.findIndex((tag) => tag < 0));
    });
  });
});

// What training uses: float32 in and out, windows of one length.
describeGoldens('the CRF of pytorch-crf in float32', () => {
  it.each(['nomask', 'extreme50_nomask', 'sticky_nomask'])('%s: mean loss and its gradients', (name) => {
    const pair = readPair(`crf_${name}`);
    const get = (tensor: string): Float32Array => Float32Array.from(numbers(pair.f32, tensor));
    const [batch, length, tags] = pair.f32.get('emissions')!.shape as [number, number, number];
    const scores = { tags, start: get('start_transitions'), end: get('end_transitions'), transitions: get('transitions') };
    const shares = new Float32Array(batch).fill(1 / batch);
    const { loss, gradients } = weightedNll({ values: get('emissions'), batch, length }, scores, Uint8Array.from(numbers(pair.f32, 'tags')), shares);
    expectLikeFloat32([loss], pair, 'nll_mean');
    ['emissions', 'start_transitions', 'end_transitions', 'transitions'].forEach((part, i) => expectLikeFloat32(Float32Array.from(gradients[i]!), pair, `grad.${part}`));
  });
});
