import { describe, expect, it } from 'vitest';
import { readSafetensors } from '../../../../src/shared/engine/safetensors/read-safetensors.ts';
import { initialise } from '../../../../src/shared/engine/model/initialise.ts';
import { countParameters, parameterSpecs } from '../../../../src/shared/engine/model/parameter-specs.ts';
import { fromStateDict, toStateDict } from '../../../../src/shared/engine/model/state-dict.ts';
import { readWeights, writeWeights } from '../../../../src/shared/engine/training/checkpoint.ts';
import { describeGoldens, goldenBytes, goldenJson } from '../goldens.ts';

const sigmas = { pointers: -0.3, type: 0.1, span: 0.2, countdown: 0 };
const published = { mode: 'soft', inputs: 13, hiddenSize: 96 } as const;

describe('parameters of JadeCompact', () => {
  it.each([
    ['soft', 12, 97_547],
    ['crf', 12, 97_748],
    ['soft', 13, 98_315],
    ['crf', 13, 98_516],
  ] as const)('%s with %i inputs: %i', (mode, inputs, count) => {
    expect(countParameters(parameterSpecs({ mode, inputs, hiddenSize: 96 }))).toBe(count);
  });

  it('of a dilated encoder are those of a Linear, of its convolutions, and of the heads', () => {
    const encoder = { kind: 'dilated', channels: 64, blocks: 6, kernel: 3 } as const;
    const convolutions = 6 * (64 * 64 * 3 + 64);
    const heads = 64 * 64 + 64 + (64 * 3 + 3) + (64 * 2 + 2) + 2 * (64 + 1);
    expect(countParameters(parameterSpecs({ mode: 'soft', inputs: 12, hiddenSize: 96, encoder }))).toBe(12 * 64 + 64 + convolutions + heads + 4);
  });

  it("start in PyTorch's ranges, and fill them evenly", () => {
    const { specs, views } = initialise({ ...published, mode: 'crf' }, sigmas, 3);
    for (const { name, shape, initial } of specs) {
      const values = views.get(name)!;
      if (initial.kind !== 'uniform') continue;
      const fan = name.startsWith('lstm') ? 96 : name.startsWith('crf') ? 100 : name.includes('_head') && !name.startsWith('expansion') ? 64 : name.startsWith('classifier') ? 64 : 192;
      expect(initial.bound).toBeCloseTo(1 / Math.sqrt(fan), 12);
      expect(values.every((value) => Math.abs(value) <= initial.bound)).toBe(true);
      if (values.length < 1000) continue;
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
      expect(Math.abs(mean), `${name} ${String(shape)}`).toBeLessThan(0.1 * initial.bound);
      expect(variance / initial.bound ** 2).toBeCloseTo(1 / 3, 1);
    }
    expect(views.get('log_sigma_ptr')![0]).toBeCloseTo(-0.3, 7);
    expect(views.get('log_sigma_span')![0]).toBeCloseTo(0.2, 7);
  });

  it('follow the seed and nothing else', () => {
    expect(initialise(published, sigmas, 3).flat).toEqual(initialise(published, sigmas, 3).flat);
    expect(initialise(published, sigmas, 3).flat).not.toEqual(initialise(published, sigmas, 4).flat);
  });
});

describe('a state_dict', () => {
  it.each([
    { mode: 'soft', inputs: 5, hiddenSize: 7 },
    { mode: 'crf', inputs: 5, hiddenSize: 7 },
    { mode: 'segments', inputs: 5, hiddenSize: 7, longestSpan: 9 },
    { mode: 'soft', inputs: 5, hiddenSize: 8, encoder: { kind: 'dilated', channels: 16, blocks: 11, kernel: 5 } },
    { mode: 'soft', inputs: 5, hiddenSize: 6, attention: { heads: 3 } },
    { mode: 'crf', inputs: 3, hiddenSize: 4, encoder: { kind: 'dilated', channels: 8, blocks: 1, kernel: 1 } },
  ] as const)('of %o weights survives a file', (config) => {
    const parameters = initialise(config, sigmas, 1);
    const read = readWeights(writeWeights(parameters));
    expect(read.config).toEqual(parameters.config);
    expect(read.flat).toEqual(parameters.flat);
  });

  it('says which parameter is missing, misshapen, not finite or untied', () => {
    const tensors = new Map(toStateDict(initialise(published, sigmas, 1)));
    const without = new Map(tensors);
    without.delete('projection.0.bias');
    expect(() => fromStateDict(without)).toThrow('"projection.0.bias" is missing');
    expect(() => fromStateDict(new Map([...tensors, ['classifier.1.bias', { shape: [4], data: new Float32Array(4) }]]))).toThrow('"classifier.1.bias" has the shape [4]; expected [3]');
    expect(() => fromStateDict(new Map([...tensors, ['classifier.1.bias', { shape: [3], data: Float32Array.of(1, NaN, 1) }]]))).toThrow('"classifier.1.bias" holds a value that is no finite number');
    expect(() => fromStateDict(new Map([...tensors, ['log_sigma_binary', { shape: [], data: Float32Array.of(9) }]]))).toThrow('"log_sigma_binary" is tied to "log_sigma_span" but differs');
    expect(() => fromStateDict(new Map())).toThrow('lstm.weight_hh_l0');
  });
});

describeGoldens('state_dicts that PyTorch saved', () => {
  const index = goldenIndex();

  it.each(Object.entries(index))('%s has our names, in its order, and our number of parameters', (name, { keys, n_params }) => {
    const parameters = fromStateDict(readSafetensors(goldenBytes(`${name}_state_dict.safetensors`)));
    expect(parameters.flat.length).toBe(n_params);
    const ours = [...toStateDict(parameters).keys()];
    expect([...ours].sort()).toEqual([...keys].sort());
    const aliases = ['log_sigma_binary', 'expansion_binary_head.1.weight', 'expansion_binary_head.1.bias'];
    expect(ours.filter((key) => !aliases.includes(key))).toEqual(keys.filter((key) => !aliases.includes(key)));
  });

  it.each(Object.keys(index))('%s is the same after it was loaded and saved', (name) => {
    const original = readSafetensors(goldenBytes(`${name}_state_dict.safetensors`));
    const saved = readSafetensors(writeWeights(fromStateDict(original)));
    expect(new Set(saved.keys())).toEqual(new Set(original.keys()));
    for (const [key, tensor] of original) expect(saved.get(key)).toEqual(tensor);
  });
});

function goldenIndex(): Record<string, { keys: string[]; n_params: number }> {
  try {
    return goldenJson('jade_index.json') as Record<string, { keys: string[]; n_params: number }>;
  } catch {
    return {};
  }
}
