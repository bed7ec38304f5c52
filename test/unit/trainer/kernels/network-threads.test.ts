import { afterAll, describe, expect, it } from 'vitest';
import { startThreadTeam } from '../../../../src/main/trainer/kernels/thread-team.ts';
import { makeFusedNetwork } from '../../../../src/shared/engine/kernels/network/fused-network.ts';
import { randomNetworkTask, runNetwork } from '../../engine/kernels/network/network-tasks.ts';

const dropped = (key: number) => ({ key, probability: 0.6 });
const dropout = { input: dropped(3), classifier: dropped(4), pointers: dropped(9), span: dropped(17), countdown: dropped(18) };
/** Small, so that threads meet often. */
const size = { shape: { batch: 8, steps: 25, inputs: 5, units: 8 }, hiddenUnits: 64, spanOutputs: 2 };
const tasks = { bilstm: randomNetworkTask(size, dropout, 1), dilated: randomNetworkTask({ ...size, dilated: { blocks: 4, kernel: 3 } }, dropout, 1) };
const ROUNDS = 300;

describe.each([2, 3])('the fused network on %i threads', (threads) => {
  const team = startThreadTeam(threads);
  afterAll(() => team.close());

  // Two threads that write to the same place disagree only now and then.
  it.each([
    ['relaxed', 'bilstm'],
    ['plain', 'bilstm'],
    ['relaxed', 'dilated'],
    ['plain', 'dilated'],
  ] as const)(`gives the bits of one thread, ${ROUNDS} times in a row: %s build, %s`, (build, encoder) => {
    const task = tasks[encoder];
    const expected = runNetwork(makeFusedNetwork(build), task);
    const network = makeFusedNetwork(build, team);
    const different = Array.from({ length: ROUNDS }, () => runNetwork(network, task)).filter((results) => !results.every((values, i) => values.every((value, k) => value === expected[i]![k])));
    expect(different.length).toBe(0);
  });
});
