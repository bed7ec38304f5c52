import { afterEach, describe, expect, it } from 'vitest';
import { seriesId, windowId, type RunId } from '../../../src/shared/domain/ids.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import type { SplitPart } from '../../../src/shared/domain/window.ts';
import { featureSet } from '../../../src/shared/engine/features/feature-set.ts';
import { nextWindow } from '../../../src/shared/engine/training/pretraining/next-window.ts';
import { inputsOf } from '../../../src/shared/engine/training/window-tensors.ts';
import { readUnlabelled } from '../../../src/main/core/training/unlabelled-windows.ts';
import { mergeBars, readBarRange } from '../../../src/main/store/queries/bars.ts';
import type { SnapshotWindow } from '../../../src/main/store/queries/snapshots.ts';
import { makeBars, makeDatabase } from './run-fixtures.ts';
import { CONFIG, disposeProjects, makeTrainingProject, valueOf } from './training-project.ts';

const SERIES = seriesId(1);
const LENGTH = 20;
const BARS = 1500;

afterEach(disposeProjects);

/** A run over one series, with windows that begin at these bars. */
function makeRun(parts: Readonly<Record<number, SplitPart>>, changes: Partial<TrainConfig>) {
  const db = makeDatabase();
  mergeBars(db, SERIES, makeBars(BARS));
  const windows = Object.keys(parts).map(Number).map((fromIndex): SnapshotWindow => {
    const warmUp = Math.min(200, fromIndex);
    return { windowId: windowId(1 + fromIndex), seriesId: SERIES, fromIndex, ownPart: null, warmUp, bars: readBarRange(db, SERIES, 0, fromIndex - warmUp, warmUp + LENGTH), spans: [] };
  });
  const config: TrainConfig = { ...CONFIG, features: 'relativity', ...changes };
  return { db, run: { id: 1 as unknown as RunId, config, windows, parts: Object.values(parts), from: null } };
}

/** Which bars' windows would be taken, by looking at every bar that one reads. */
function slowPlaces(parts: Readonly<Record<number, SplitPart>>, warmUp: number, reach: number): number[] {
  const isForbidden = (bar: number): boolean =>
    Object.entries(parts).some(([from, part]) => part !== 'train' && bar >= Number(from) - LENGTH && bar < Number(from) + 2 * LENGTH);
  const starts = new Set([...Object.entries(parts).filter(([, part]) => part === 'train').map(([from]) => Number(from)), ...Array.from({ length: BARS / LENGTH }, (_, n) => n * LENGTH)]);
  return [...starts].toSorted((a, b) => a - b).filter((start) => {
    if (start + reach > BARS) return false;
    return !Array.from({ length: reach + warmUp }, (_, i) => start - warmUp + i).some((bar) => bar >= 0 && isForbidden(bar));
  });
}

describe('bars to pretrain on', () => {
  const parts = { 7: 'train', 130: 'train', 700: 'val', 730: 'val', 1203: 'test', 1400: 'embargo' } as const;

  it.each([
    { kind: 'masked', featureScope: 'series' },
    { kind: 'masked', featureScope: 'unbroken' },
    { kind: 'masked', featureScope: 'window' },
    { kind: 'next-window', featureScope: 'series' },
    { kind: 'next-window', featureScope: 'window' },
  ] as const)('keep clear of validation and test, with an embargo and with all that is read of them: %o', async ({ kind, featureScope }) => {
    const { db, run } = makeRun(parts, { featureScope, pretraining: { kind, epochs: 1, windows: 1000 } });
    const { unlabelled } = await readUnlabelled(db, run);
    const places = slowPlaces(parts, featureScope === 'window' ? 0 : 200, kind === 'masked' ? LENGTH : 2 * LENGTH);
    expect(places.length).toBeGreaterThan(20);
    expect(unlabelled!.windows).toBe(places.length);
    const rules = { features: featureSet('relativity'), featureScope };
    const featuresAt = (from: number): Float32Array => {
      const warmUp = Math.min(200, from);
      return inputsOf({ bars: readBarRange(db, SERIES, 0, from - warmUp, warmUp + LENGTH), warmUp }, rules);
    };
    places.forEach((from, n) => {
      expect(unlabelled!.features.slice(n * LENGTH * 12, (n + 1) * LENGTH * 12)).toEqual(featuresAt(from));
      if (kind === 'next-window') expect(unlabelled!.next!.slice(n * 24, (n + 1) * 24)).toEqual(nextWindow(featuresAt(from + LENGTH), 12));
    });
    if (kind === 'masked') expect(unlabelled!.next).toBeNull();
  });

  it('are taken evenly where there are more than wanted', async () => {
    const { db, run } = makeRun(parts, { featureScope: 'window', pretraining: { kind: 'masked', epochs: 1, windows: 7 } });
    const { unlabelled } = await readUnlabelled(db, run);
    expect(unlabelled!.windows).toBe(7);
    expect(new Set(Array.from({ length: 7 }, (_, n) => unlabelled!.features.slice(n * LENGTH * 12, (n + 1) * LENGTH * 12).join())).size).toBe(7);
  });

  it('may be none, which is said, and are not looked for where nobody asks', async () => {
    const all = makeRun(Object.fromEntries(Array.from({ length: BARS / LENGTH }, (_, n) => [n * LENGTH, 'val'])), { featureScope: 'window', pretraining: { kind: 'masked', epochs: 1, windows: 7 } });
    await expect(readUnlabelled(all.db, all.run)).rejects.toMatchObject({ kind: 'not-enough-data' });
    const none = makeRun(parts, { pretraining: null });
    expect(await readUnlabelled(none.db, none.run)).toEqual({});
  });
});

it.each(['masked', 'next-window'] as const)('a run trains after it, with its progress, and goes on without it: %s', async (kind) => {
  const { core, ended } = await makeTrainingProject();
  const config: TrainConfig = { ...CONFIG, featureScope: 'window', pretraining: { kind, epochs: 2, windows: 50 } };
  const { runId } = valueOf(await core.api.startTraining({ config }));
  expect(await ended(runId)).toMatchObject({ state: 'done', epochsDone: 3, config: { pretraining: { kind } } });
  valueOf(await core.api.resumeTraining({ runId, epochs: 4 }));
  expect(await ended(runId)).toMatchObject({ state: 'done', epochsDone: 4 });
  const plain = valueOf(await core.api.startTraining({ config: { ...config, pretraining: null } }));
  expect(await ended(plain.runId)).toMatchObject({ state: 'done' });
  const losses = await Promise.all([runId, plain.runId].map(async (id) => valueOf(await core.api.readRun({ runId: id })).epochs[0]!.train.weighted));
  expect(losses[0]).not.toBe(losses[1]);
});
