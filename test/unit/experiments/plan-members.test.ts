import { describe, expect, it } from 'vitest';
import { foldMembers, seedMembers, usualFoldsWithin } from '../../../src/shared/experiments/plan-members.ts';
import { findPreset } from '../../../src/shared/engine/training/presets.ts';

const { config } = findPreset('quick');

describe('the members of an experiment', () => {
  it('are the same training from one seed after the other', () => {
    const members = seedMembers({ ...config, seed: 7 }, 3);
    expect(members.map(({ label }) => label)).toEqual(['seed 7', 'seed 8', 'seed 9']);
    expect(members[2].config).toEqual({ ...config, seed: 9 });
  });

  it('are the same training with each fold validating once', () => {
    const members = foldMembers(config, 3, { kind: 'dataset' });
    expect(members.map(({ label }) => label)).toEqual(['fold 1 of 3', 'fold 2 of 3', 'fold 3 of 3']);
    expect(members[1].config).toEqual({ ...config, split: { kind: 'folds', count: 3, fold: 2, within: { kind: 'dataset' } } });
    expect(foldMembers(config, 2, null)[0].config.split).toEqual({ kind: 'folds', count: 2, fold: 1 });
  });

  it('leave the validation windows of a dataset alone unless they are told otherwise', () => {
    expect(usualFoldsWithin({ ...config, split: { kind: 'dataset' } })).toEqual({ kind: 'dataset' });
    expect(usualFoldsWithin({ ...config, split: { kind: 'temporal', validation: 0.2, test: 0 } })).toBeNull();
    expect(usualFoldsWithin({ ...config, split: { kind: 'folds', count: 9, fold: 1, within: { kind: 'dataset' } } })).toEqual({ kind: 'dataset' });
  });
});
