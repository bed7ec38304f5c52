import { describe, expect, it } from 'vitest';
import { backendHint, backendOptions, backendProblem, resumeOptions } from '../../../../src/renderer/screens/train/backend-words.ts';
import type { BackendReport } from '../../../../src/shared/contract/training.ts';

const REPORT: BackendReport = {
  backends: [
    { name: 'tensorflow', usable: false, reason: 'its addon is missing', secondsPerStep: null },
    { name: 'wasm', usable: true, reason: '', secondsPerStep: 0.0214 },
    { name: 'cpu', usable: true, reason: '', secondsPerStep: 1.52 },
    { name: 'webgpu', usable: null, reason: '', secondsPerStep: null },
  ],
  choice: 'Training computes on wasm.',
};

describe('the back ends in words', () => {
  it('can be chosen with what a step takes, but those that cannot be used stand there with their reason', () => {
    expect(backendOptions(REPORT)).toEqual([
      { value: 'auto', label: 'The fastest here' },
      { value: 'tensorflow', label: 'TensorFlow on the processor (tensorflow)', isDisabled: true, note: 'Its addon is missing.' },
      { value: 'wasm', label: 'WebAssembly (wasm)', detail: '21 ms' },
      { value: 'cpu', label: 'Plain JavaScript (cpu)', detail: '1.5 s' },
      { value: 'webgpu', label: 'WebGPU on the graphics card (webgpu)', detail: 'not tested' },
    ]);
    expect(backendOptions(undefined)).toEqual([{ value: 'auto', label: 'The fastest here' }]);
  });

  it('say which one is taken, as far as that is known', () => {
    expect(backendHint(REPORT, 'auto')).toBe('Training computes on wasm.');
    expect(backendHint({ ...REPORT, choice: null }, 'auto')).toMatch(/short test when a training starts/);
    expect(backendHint(REPORT, 'cpu')).toMatch(/Chosen by you/);
  });

  it('say what is wrong with a choice that cannot be used any more', () => {
    expect(backendProblem(REPORT, 'tensorflow')).toBe('Cannot be used now: its addon is missing.');
    expect(['auto', 'wasm', 'webgpu'].map((name) => backendProblem(REPORT, name as 'auto'))).toEqual([null, null, null]);
  });

  it('offer a run that failed its own back end first, then the others that may be used', () => {
    expect(resumeOptions(REPORT, 'webgpu').map(({ value, label }) => [value, label])).toEqual([
      [null, 'On webgpu, as before'],
      ['auto', 'The fastest here'],
      ['wasm', 'WebAssembly (wasm)'],
      ['cpu', 'Plain JavaScript (cpu)'],
    ]);
  });
});
