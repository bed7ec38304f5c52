import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { startThreadTeam } from '../../../../src/main/trainer/kernels/thread-team.ts';
import type { BilstmShape } from '../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import { WasmWorkspace } from '../../../../src/shared/engine/kernels/bilstm/wasm-workspace.ts';
import { makeFusedNetwork } from '../../../../src/shared/engine/kernels/network/fused-network.ts';
import { oneThread, type KernelRunner } from '../../../../src/shared/engine/kernels/wasm/kernel-instance.ts';
import { makeSharedMemory } from '../../../../src/shared/engine/kernels/wasm/shared-memory.ts';
import { maxDifference } from '../../engine/kernels/bilstm/lstm-golden.ts';
import { randomTask } from '../../engine/kernels/bilstm/random-task.ts';
import { randomNetworkTask, runNetwork } from '../../engine/kernels/network/network-tasks.ts';

const two = startThreadTeam(2);
const five = startThreadTeam(5);
afterAll(() => Promise.all([two.close(), five.close()]));

const float32 = (values: ArrayLike<number>) => Float32Array.from(values);

/** All results of one pass. */
function runLstm(workspace: WasmWorkspace, shape: BilstmShape, seed: number) {
  const { x, weights, dOutput, dLastCells } = randomTask(shape, seed);
  workspace.forward(shape, float32(x), weights.map(float32), true);
  const gradient = workspace.backward(float32(dOutput), float32(dLastCells), true);
  return [workspace.output(), workspace.lastCells(), gradient.x!, ...gradient.weights];
}

function runWhole(runner: KernelRunner, batch: number) {
  const drop = { key: 5, probability: 0.4 };
  const dropout = { input: drop, classifier: drop, pointers: null, span: drop, countdown: drop };
  const task = randomNetworkTask({ shape: { batch, steps: 19, inputs: 3, units: 8 }, hiddenUnits: 16, spanOutputs: 2 }, dropout, 1);
  return runNetwork(makeFusedNetwork('relaxed', runner), task);
}

/** As several threads divide the work, on one. */
const inTurn = (threads: number): KernelRunner => ({ ...oneThread, threads });

describe('two threads', () => {
  it('compute the same bits as one, in every pass of many shapes', () => {
    const [alone, together] = [new WasmWorkspace('relaxed', oneThread), new WasmWorkspace('relaxed', two)];
    for (let round = 0; round < 60; round++) {
      const shape = { batch: 1 + (round % 9), steps: 1 + ((round * 7) % 23), inputs: 1 + (round % 5), units: 4 * (1 + (round % 6)) };
      expect(runLstm(together, shape, round)).toEqual(runLstm(alone, shape, round));
    }
  });

  it('also of the whole network, whose windows they share', () => {
    expect(runWhole(two, 7)).toEqual(runWhole(oneThread, 7));
  });
});

describe('more threads', () => {
  it('compute the same bits each time, however they are scheduled', () => {
    const shape = { batch: 37, steps: 9, inputs: 3, units: 12 };
    const expected = runLstm(new WasmWorkspace('relaxed', inTurn(5)), shape, 1);
    const workspace = new WasmWorkspace('relaxed', five);
    for (let again = 0; again < 10; again++) expect(runLstm(workspace, shape, 1)).toEqual(expected);
    expect(runWhole(five, 37)).toEqual(runWhole(inTurn(5), 37));
  });

  it.each([4, 7, 16])('agree with one to rounding when %d divide the windows', (threads) => {
    const shape = { batch: 67, steps: 6, inputs: 3, units: 8 };
    const alone = [...runLstm(new WasmWorkspace('relaxed', oneThread), shape, 1), ...runWhole(oneThread, 67)];
    const divided = [...runLstm(new WasmWorkspace('relaxed', inTurn(threads)), shape, 1), ...runWhole(inTurn(threads), 67)];
    divided.forEach((result, i) => {
      const scale = Math.max(1, maxDifference(alone[i]!, new Float32Array(alone[i]!.length)));
      expect(maxDifference(result, alone[i]!) / scale).toBeLessThan(2e-6);
    });
  });
});

describe('a team', () => {
  it('reports a failure in another thread and goes on', () => {
    const broken = { module: {} as never, memory: makeSharedMemory(), passes: { broken: () => undefined } };
    expect(() => two.run(broken, 'broken', [0, 0])).toThrow(/training thread failed/);
    const shape = { batch: 2, steps: 3, inputs: 2, units: 8 };
    expect(runLstm(new WasmWorkspace('relaxed', two), shape, 3)).toEqual(runLstm(new WasmWorkspace('relaxed', oneThread), shape, 3));
  });

  it('waits for the others before it reports a failure of its own', () => {
    let waited = false;
    const failing = {
      module: {} as never,
      memory: makeSharedMemory(),
      passes: {
        failing: () => {
          waited = true;
          throw new Error('own failure');
        },
      },
    };
    expect(() => two.run(failing, 'failing', [0, 0])).toThrow(/own failure/);
    expect(waited).toBe(true);
    expect(runWhole(two, 3)).toEqual(runWhole(oneThread, 3));
  });

  it('does not keep the process alive', () => {
    const team = new URL('../../../../src/main/trainer/kernels/thread-team.ts', import.meta.url).href;
    const program = `import { startThreadTeam } from '${team}'; startThreadTeam(3); setTimeout(() => console.log('end'), 100);`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', program], { timeout: 20_000, encoding: 'utf8' })).toBe('end\n');
  });
});
