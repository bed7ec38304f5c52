import { afterAll, describe, expect, it } from 'vitest';
import { startPairThread } from '../../../../src/main/trainer/kernels/pair-thread.ts';
import { HeadsWorkspace } from '../../../../src/shared/engine/kernels/bilstm-heads/heads-workspace.ts';
import { WasmWorkspace } from '../../../../src/shared/engine/kernels/bilstm/wasm-workspace.ts';
import { runInTurn, type RunPair } from '../../../../src/shared/engine/kernels/wasm/kernel-instance.ts';
import { makeSharedMemory } from '../../../../src/shared/engine/kernels/wasm/shared-memory.ts';
import { randomTask, randomValues } from '../../engine/kernels/bilstm/random-task.ts';

const thread = startPairThread();
afterAll(() => thread.close());

const float32 = (values: ArrayLike<number>) => Float32Array.from(values);

describe('two threads', () => {
  it('compute the same bits as one, in every pass of many shapes', () => {
    const [one, two] = [new WasmWorkspace('relaxed', runInTurn), new WasmWorkspace('relaxed', thread.run)];
    for (let round = 0; round < 60; round++) {
      const shape = { batch: 1 + (round % 9), steps: 1 + ((round * 7) % 23), inputs: 1 + (round % 5), units: 4 * (1 + (round % 6)) };
      const { x, weights, dOutput, dLastCells } = randomTask(shape, round);
      const results = [one, two].map((workspace) => {
        workspace.forward(shape, float32(x), weights.map(float32), true);
        const gradient = workspace.backward(float32(dOutput), float32(dLastCells), true);
        return [workspace.output(), workspace.lastCells(), gradient.x, ...gradient.weights];
      });
      expect(results[1]).toEqual(results[0]);
    }
  });

  it('also with heads, whose windows they share', () => {
    const shape = { batch: 7, steps: 19, inputs: 3, units: 8 };
    const { x, weights } = randomTask(shape, 1);
    const random = randomValues(2);
    const heads = [1, 2].map((outputs) => ({
      plan: { outputs, key: 5 * outputs, dropped: 30000 },
      weight: float32(random(outputs * 16, 1)),
      bias: float32(random(outputs, 1)),
    }));
    const run = (runPair: RunPair) => {
      const workspace = new HeadsWorkspace('relaxed', runPair);
      const packed = workspace.forward(shape, float32(x), weights.map(float32), heads, true);
      return { packed, gradient: workspace.backward(packed, true) };
    };
    expect(run(thread.run)).toEqual(run(runInTurn));
  });
});

describe('a failure in the second thread', () => {
  it('is reported, and the thread goes on', () => {
    const workspace = new WasmWorkspace('relaxed', thread.run);
    const instance = { ...workspace, module: {} as never, memory: makeSharedMemory(), passes: { broken: () => undefined } };
    expect(() => thread.run(instance, 'broken', [0, 0])).toThrow(/second training thread failed/);
    const { shape, x, weights } = randomTask({ batch: 2, steps: 3, inputs: 2, units: 8 }, 3);
    workspace.forward(shape, float32(x), weights.map(float32), false);
    expect(workspace.output().some(Number.isNaN)).toBe(false);
  });
});
