import { describe, expect, it } from 'vitest';
import { nameGroups } from '../../../../src/main/core/comparison/name-groups.ts';
import type { TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { presets } from '../../../../src/shared/engine/training/presets.ts';

const { config } = presets.find(({ id }) => id === 'recommended')!;
const fold = (n: number): TrainConfig['split'] => ({ kind: 'folds', count: 4, fold: n, within: { kind: 'dataset' } });

describe('groups of one sweep are named', () => {
  it('by the settings that differ, whichever seed and fold speaks for each', () => {
    const groups: readonly TrainConfig[] = [
      { ...config, mode: 'soft', epochs: 20, split: fold(0), seed: 1 },
      { ...config, mode: 'crf', epochs: 20, split: fold(2), seed: 0 },
      { ...config, mode: 'crf', epochs: 40, split: fold(1), seed: 0 },
    ];
    expect(nameGroups(groups)).toEqual(['mode soft, epochs 20', 'mode crf, epochs 20', 'mode crf, epochs 40']);
  });

  it('by the parts of a setting that differ, behind its own name', () => {
    const of = (pointers: number, type: number): TrainConfig => ({ ...config, initialLogSigma: { pointers, type, span: 0, countdown: 0 } });
    expect(nameGroups([of(3, 1), of(3, 0)])).toEqual(['initialLogSigma: type 1', 'initialLogSigma: type 0']);
    expect(nameGroups([of(3, 1), of(0, 0)])).toEqual(['initialLogSigma: pointers 3, type 1', 'initialLogSigma: pointers 0, type 0']);
  });

  it('where a part is absent in one of them by what it says of the others', () => {
    expect(nameGroups([{ ...config, pretraining: null }, { ...config, pretraining: { kind: 'masked', epochs: 20, windows: 500 } }])).toEqual(['pretraining null', 'pretraining: kind masked, epochs 20, windows 500']);
  });

  it('not at all where that leaves two of one name, or one without', () => {
    expect(nameGroups([config, config])).toBeNull();
    expect(nameGroups([{ ...config, ensemble: undefined }, { ...config, ensemble: 3 }])).toBeNull();
  });
});
