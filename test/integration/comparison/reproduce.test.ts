import { describe, expect, it } from 'vitest';
import type { Contender, ContenderPart } from '../../../src/shared/domain/comparison.ts';
import { seriesId, windowId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import { reproduce } from '../../../src/main/core/comparison/reproduce.ts';
import { findOrCreateDataset } from '../../../src/main/store/queries/datasets.ts';
import { insertRun } from '../../../src/main/store/queries/runs.ts';
import { saveSnapshot } from '../../../src/main/store/queries/snapshots.ts';
import { insertWindows } from '../../../src/main/store/queries/windows.ts';
import { makeDatabase, SNAPSHOT_WINDOW, TRAIN_CONFIG } from '../training/run-fixtures.ts';

/** A run over the window with this id, in a project whose first window was made there and whose second came with a dataset. */
function study(ofWindow: number, preset = 'published') {
  const db = makeDatabase();
  const datasetId = findOrCreateDataset(db, "people's 210", 0);
  insertWindows(db, [{ seriesId: seriesId(1), startTime: timeMs(0), endTime: timeMs(60_000), length: 2, datasetId, split: 'train' }]);
  const snapshotId = saveSnapshot(db, [{ ...SNAPSHOT_WINDOW, windowId: windowId(ofWindow) }], 0);
  const config = { ...TRAIN_CONFIG, preset };
  const id = insertRun(db, { name: null, createdAt: 0, config, snapshotId, parts: ['train'] });
  const run = (name: string) => ({ name, mode: 'soft', kind: 'run', config, runs: [{ id, backend: 'cpu' }] }) as unknown as Contender & ContenderPart;
  const seeds = (name: string) => ({ ...run(name), kind: 'seeds', runs: [...run(name).runs, ...run(name).runs] }) as Contender & ContenderPart;
  const commands = reproduce(db, { contenders: [run('a'), seeds('b'), run('c'), seeds('d')], part: 'test' });
  const together = { name: 'a + e', mode: 'together', kind: 'run', parts: [run('a'), run('e')] } as unknown as Contender;
  return { commands, ofTogether: reproduce(db, { contenders: [run('a'), together, seeds('b')], part: 'val' }) };
}

describe('commands that make a comparison again', () => {
  it('import the dataset, train in order, and number what was trained', () => {
    const { commands } = study(2);
    expect(commands[0]).toBe(`expanse import dataset 'people'\\''s 210.json.gz' --project compare.expanse`);
    expect(commands.slice(1, 5).map((command) => /--seeds 2/.test(command))).toEqual([false, true, false, true]);
    expect(commands.slice(5)).toEqual(['expanse compare 1 experiment:1 4 experiment:2 --part test --out comparison --project compare.expanse']);
  });

  it('train each part of several together once, and name them with a plus', () => {
    const { ofTogether } = study(2);
    expect(ofTogether.slice(1).map((command) => /^expanse (train|compare)/.exec(command)![1])).toEqual(['train', 'train', 'train', 'compare']);
    expect(ofTogether.at(-1)).toBe('expanse compare 1 1+2 experiment:1 --part val --out comparison --project compare.expanse');
  });

  it('say where labels are in the project alone', () => {
    const { commands } = study(1);
    expect(commands[0]).toMatch(/^# windows that were labelled in the project/);
    expect(commands.join()).not.toContain('import dataset');
  });

  it('begin with the published settings where today has no such preset, and train no imported weights', () => {
    expect(study(2, 'long gone').commands[1]).toMatch(/^expanse train --preset published --epochs 2 --backend cpu --seed 1 .*--set threads=1 /);
    expect(study(2, 'imported').commands[1]).toMatch(/^# weights that were trained elsewhere/);
  });
});
