import { beforeAll, describe, expect, it } from 'vitest';
import { forward } from '../../../src/main/model-files/forward.ts';
import { readInput } from '../../../src/main/model-files/read-input.ts';
import { initialise } from '../../../src/shared/engine/model/initialise.ts';
import { readWeights } from '../../../src/shared/engine/training/checkpoint.ts';
import { writeSafetensors } from '../../../src/shared/engine/safetensors/write-safetensors.ts';
import type { NamedArray, NamedArrays } from '../../../src/shared/engine/safetensors/tensor-data.ts';
import { activate } from '../../unit/engine/backend.ts';
import { largestDifference, numbers } from '../../unit/engine/golden-tensors.ts';
import { describeGoldens, expectLikeFloat32, goldenBytes, readPair } from '../../unit/engine/goldens.ts';

const BATCH = 3;
const LENGTH = 6;
const INPUTS = 2;

const inputFile = (x: NamedArray): Uint8Array => writeSafetensors(new Map([['x', x]]));
const wave = (size: number): Float32Array => Float32Array.from({ length: size }, (_, i) => Math.sin(3 * i));

describeGoldens('forward on the weights of PyTorch', () => {
  beforeAll(() => activate('wasm'));

  const run = async (variant: string, precision: 'f32' | 'f64'): Promise<NamedArrays> => {
    const parameters = readWeights(goldenBytes(`jade_${variant}_state_dict.safetensors`));
    return forward(parameters, readInput(goldenBytes(`jade_${variant}_io_${precision}.safetensors`), parameters.config.inputs));
  };

  it.each(['soft_in12', 'soft_in13', 'crf_in12', 'crf_in13'])('%s gives its outputs', async (variant) => {
    const pair = readPair(`jade_${variant}_io`);
    const outputs = await run(variant, 'f32');
    const names = { logits: 'logits', pointers: 'pointers', span_probs: 'expansion_binary', countdown: 'expansion_countdown' };
    for (const [ours, theirs] of Object.entries(names)) {
      expect(outputs.get(ours)!.shape).toEqual(pair.f32.get(`out.${theirs}`)!.shape);
      expectLikeFloat32(numbers(outputs, ours), pair, `out.${theirs}`);
    }
  });

  it.each(['crf_in12', 'crf_in13'])('%s gives emissions and the best path', async (variant) => {
    const pair = readPair(`jade_${variant}_io`);
    const outputs = await run(variant, 'f64');
    expectLikeFloat32(numbers(outputs, 'span_emissions'), pair, 'out.span_emissions');
    expect(outputs.get('viterbi')).toEqual(pair.f64.get('out.expansion_spans'));
  });
});

describe('forward', () => {
  beforeAll(() => activate('cpu'));

  const small = (mode: 'soft' | 'crf') => initialise({ mode, inputs: INPUTS, hiddenSize: 4 }, { pointers: 0, type: 0, span: 0, countdown: 0 }, 7);
  const x = { shape: [BATCH, LENGTH, INPUTS], data: wave(BATCH * LENGTH * INPUTS) };

  it('gives the marginals and the path that enumerating all paths gives', async () => {
    const parameters = small('crf');
    for (const [name, values] of parameters.views) if (name.startsWith('crf.')) values.forEach((value, i) => (values[i] = 20 * value));
    const outputs = await forward(parameters, readInput(inputFile(x), INPUTS));
    for (let n = 0; n < BATCH; n++) {
      const window = (name: string, width: number) => numbers(outputs, name).subarray(n * LENGTH * width, (n + 1) * LENGTH * width);
      const { marginals, best } = enumeratePaths(window('span_emissions', 2), (name) => parameters.views.get(`crf.${name}`)!);
      expect(largestDifference(window('marginals', 2), marginals)).toBeLessThan(1e-12);
      expect([...window('viterbi', 1)]).toEqual(best);
    }
  });

  it('gives the soft variant no outputs of the CRF', async () => {
    const outputs = await forward(small('soft'), readInput(inputFile(x), INPUTS));
    expect([...outputs].map(([name, { shape }]) => [name, shape])).toEqual([
      ['logits', [BATCH, 3]],
      ['pointers', [BATCH, 2]],
      ['span_probs', [BATCH, LENGTH]],
      ['countdown', [BATCH, LENGTH]],
    ]);
  });
});

describe('the input of forward', () => {
  it('may be float64 and is then rounded', () => {
    expect(readInput(inputFile({ shape: [1, 2, 1], data: Float64Array.of(0.1, 0.2) }), 1)).toEqual({
      windows: 1,
      length: 2,
      inputs: 1,
      features: Float32Array.of(0.1, 0.2),
    });
  });

  it.each<[string, NamedArrays, RegExp]>([
    ['no x', new Map([['y', { shape: [1], data: wave(1) }]]), /no tensor "x", but y/],
    ['nothing', new Map(), /no tensor "x", but no tensor at all/],
    ['a matrix', new Map([['x', { shape: [4, 3], data: wave(12) }]]), /shape \[4, 3\]; expected \[windows, bars, 3\]/],
    ['no window', new Map([['x', { shape: [0, 4, 3], data: wave(0) }]]), /shape \[0, 4, 3\]/],
    ['too few features', new Map([['x', { shape: [2, 4, 2], data: wave(16) }]]), /2 features per bar; these weights read 3/],
    ['whole numbers', new Map([['x', { shape: [1, 1, 3], data: new Int32Array(3) }]]), /no float32 or float64/],
    ['a hole', new Map([['x', { shape: [2, 1, 3], data: Float32Array.of(0, 0, 0, 0, Number.NaN, 0) }]]), /NaN in window 1, bar 0, feature 1/],
    ['a value beyond float32', new Map([['x', { shape: [1, 1, 3], data: Float64Array.of(1e300, 0, 0) }]]), /1e\+300 in window 0/],
  ])('is refused with %s', (_, tensors, message) => {
    expect(() => readInput(writeSafetensors(tensors), 3)).toThrow(message);
  });
});

/** The slow oracle: every path of two tags with its weight. emissions: [LENGTH, 2] */
function enumeratePaths(emissions: Float64Array, scores: (name: string) => Float32Array): { marginals: Float64Array; best: number[] } {
  const [start, end, transitions] = ['start_transitions', 'end_transitions', 'transitions'].map(scores);
  const marginals = new Float64Array(2 * LENGTH);
  let total = 0;
  let best: number[] = [];
  let bestWeight = 0;
  for (let code = 0; code < 2 ** LENGTH; code++) {
    const path = Array.from({ length: LENGTH }, (_, t) => (code >> t) & 1);
    const steps = path.map((tag, t) => emissions[2 * t + tag]! + (t === 0 ? start![tag]! : transitions![2 * path[t - 1]! + tag]!));
    const weight = Math.exp(steps.reduce((sum, step) => sum + step, end![path[LENGTH - 1]!]!));
    path.forEach((tag, t) => (marginals[2 * t + tag]! += weight));
    total += weight;
    if (weight > bestWeight) [best, bestWeight] = [path, weight];
  }
  return { marginals: marginals.map((value) => value / total), best };
}
