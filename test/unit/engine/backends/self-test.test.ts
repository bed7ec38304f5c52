import { mul } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { selfTest } from '../../../../src/shared/engine/backends/self-test.ts';
import { bilstmFor, setBilstm } from '../../../../src/shared/engine/kernels/bilstm/implementations.ts';
import { cpuBilstm } from '../../../../src/shared/engine/kernels/bilstm/cpu.ts';
import { fusedNetworkFor, setFusedNetwork } from '../../../../src/shared/engine/kernels/network/fused-network.ts';
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
    await expect(selfTest()).rejects.toThrow('the loss (soft) is off by');
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
    await expect(selfTest()).rejects.toThrow('the gradient of lstm.weight_hh_l0_reverse (soft) is off by');
  });

  it('finds a fused network with a wrong output, and with a wrong gradient', async () => {
    await activate('wasm');
    const right = fusedNetworkFor('wasm')!;
    setFusedNetwork('wasm', {
      ...right,
      differentiate: (task, slopesOf, gradient) =>
        right.differentiate(task, (outputs) => slopesOf({ ...outputs, countdown: outputs.countdown.map((value) => value * 1.001 + 0.001) }), gradient),
    });
    await expect(selfTest()).rejects.toThrow('the loss (soft) is off by');
    setFusedNetwork('wasm', {
      ...right,
      differentiate: (task, slopesOf, gradient) => {
        right.differentiate(task, slopesOf, gradient);
        gradient.projection.weight[7]! += 0.001;
      },
    });
    await expect(selfTest()).rejects.toThrow('the gradient of projection.0.weight (soft) is off by');
    setFusedNetwork('wasm', right);
  });
});
