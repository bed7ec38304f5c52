import { beforeAll, describe, expect, it } from 'vitest';
import type { EpochRecord } from '../../../../src/shared/domain/run.ts';
import { bestEpoch } from '../../../../src/shared/engine/training/best-epoch.ts';
import { train } from '../../../../src/shared/engine/training/train-loop.ts';
import { activate } from '../backend.ts';
import { makeConfig, makeData } from './train-tasks.ts';

describe('the best epoch', () => {
  beforeAll(() => activate('wasm'));

  it('is after every epoch the one whose weights the training keeps', async () => {
    const epochs: EpochRecord[] = [];
    const config = { ...makeConfig(), epochs: 8 };
    const kept: (number | undefined)[] = [];
    const told: (number | null)[] = [];
    await train(makeData({ windows: 20, length: 12, inputs: 3 }, 6), config, {
      betweenSteps: async () => undefined,
      afterEpoch: (record, state) => {
        epochs.push(record);
        kept.push(state.best?.epoch);
        told.push(bestEpoch(epochs, config.tasks));
      },
    });
    expect(told).toEqual(kept);
    expect(told).toHaveLength(8);
  });

  it('is none where nothing is validated', async () => {
    const epochs: EpochRecord[] = [];
    const config = { ...makeConfig(), epochs: 1 };
    await train({ ...makeData({ windows: 8, length: 12, inputs: 3 }, 4), val: null }, config, { betweenSteps: async () => undefined, afterEpoch: (record) => epochs.push(record) });
    expect(bestEpoch(epochs, config.tasks)).toBeNull();
    expect(bestEpoch([], config.tasks)).toBeNull();
  });
});
