import { mul, tensor1d } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { selfTest } from '../../../../src/shared/engine/backends/self-test.ts';
import { bilstmFor, setBilstm } from '../../../../src/shared/engine/kernels/bilstm/implementations.ts';
import { cpuBilstm } from '../../../../src/shared/engine/kernels/bilstm/cpu.ts';
import { fusedHeadsFor, setFusedHeads } from '../../../../src/shared/engine/kernels/bilstm-heads/fused-heads.ts';
import { activate } from '../backend.ts';

describe('the self-test', () => {
  afterEach(() => setBilstm('cpu', cpuBilstm));

  it.each(['wasm', 'cpu'] as const)('holds on %s', async (backend) => {
    await activate(backend);
    await expect(selfTest()).resolves.toBeUndefined();
  });

  it('finds an output that is off by a thousandth, and a gradient that is', async () => {
    await activate('cpu');
    const right = bilstmFor('cpu');
    setBilstm('cpu', {
      name: 'wrong output',
      forward: (inputs, differentiates) => {
        const pass = right.forward(inputs, differentiates);
        return { ...pass, output: mul(pass.output, 1.001) };
      },
    });
    await expect(selfTest()).rejects.toThrow('result 0 of "bars" is off by');
    setBilstm('cpu', {
      name: 'wrong gradient',
      forward: (inputs, differentiates) => {
        const pass = right.forward(inputs, differentiates);
        return {
          ...pass,
          gradient: (request) => {
            const gradient = pass.gradient(request);
            return { ...gradient, weights: { ...gradient.weights, weightHhReverse: mul(gradient.weights.weightHhReverse, 1.001) } };
          },
        };
      },
    });
    await expect(selfTest()).rejects.toThrow('result 7 of "bars" is off by');
  });

  it('finds a fused kernel whose mean is wrong', async () => {
    await activate('wasm');
    const right = fusedHeadsFor('wasm')!;
    setFusedHeads('wasm', {
      ...right,
      forward: (...request) => {
        const pass = right.forward(...request);
        // [3,16] of means come first.
        const factors = Float32Array.from({ length: pass.packed.size }, (_, i) => (i < 48 ? 1.001 : 1));
        return { ...pass, packed: mul(pass.packed, tensor1d(factors)) };
      },
    });
    await expect(selfTest()).rejects.toThrow('result 0 of "mean" is off by');
    setFusedHeads('wasm', right);
  });
});
