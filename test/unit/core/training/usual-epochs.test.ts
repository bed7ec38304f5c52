import { describe, expect, it } from 'vitest';
import { usualEpochs } from '../../../../src/main/core/training/usual-epochs.ts';
import { findPreset } from '../../../../src/shared/engine/training/presets.ts';

describe('epochs of a preset', () => {
  const made = { config: { ...findPreset('recommended').config, epochs: 60 }, epochsFor: 168 };

  it('are its own for as many windows as it was made for, and for fewer', () => {
    for (const windows of [0, 1, 42, 168]) expect(usualEpochs(made, windows)).toBe(60);
  });

  it('fall with the root of the number of windows, so that steps grow with it', () => {
    expect(usualEpochs(made, 4 * 168)).toBe(30);
    expect(usualEpochs(made, 9 * 168)).toBe(20);
    expect(usualEpochs(made, 1_000_000)).toBe(10);
  });

  it('never change where the preset is to the letter', () => {
    expect(usualEpochs(findPreset('published'), 5000)).toBe(50);
  });
});
