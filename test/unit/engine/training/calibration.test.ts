import { beforeAll, describe, expect, it } from 'vitest';
import type { CalibrationConfig } from '../../../../src/shared/domain/train-config.ts';
import { applyCalibration } from '../../../../src/shared/engine/evaluation/calibration/apply-calibration.ts';
import { fitIsotonic } from '../../../../src/shared/engine/evaluation/calibration/fit-isotonic.ts';
import { fitPlatt, fitTemperature } from '../../../../src/shared/engine/evaluation/calibration/fit-platt.ts';
import { calibrationSteps, learnCalibration } from '../../../../src/shared/engine/training/calibration/learn-calibration.ts';
import { selectWindows } from '../../../../src/shared/engine/training/calibration/select-windows.ts';
import { readCalibration, readState, writeMembers, writeState } from '../../../../src/shared/engine/training/checkpoint.ts';
import { evaluatePart } from '../../../../src/shared/engine/training/evaluate-part.ts';
import { makeObjective } from '../../../../src/shared/engine/training/objective.ts';
import { FOLD_JUDGES, FOLD_TRAINS, type TrainData } from '../../../../src/shared/engine/training/train-data.ts';
import { train, type TrainWatch } from '../../../../src/shared/engine/training/train-loop.ts';
import { learnedMembers } from '../../../../src/shared/engine/training/train-state.ts';
import { activate } from '../backend.ts';
import { makeConfig, makeData } from './train-tasks.ts';

const silent: TrainWatch = { betweenSteps: async () => undefined, afterEpoch: () => undefined };
const plain = makeData({ windows: 20, length: 12, inputs: 3 }, 6);
const windows = plain.train.windows;

/** Of even and odd windows, each without the one next to where the others begin. */
const folds = [0, 1].map((fold) => Uint8Array.from({ length: windows }, (_, n) => (n === 1 - fold ? 0 : n % 2 === fold ? FOLD_JUDGES : FOLD_TRAINS)));
const data: TrainData = { ...plain, calibrationFolds: folds };
const config = makeConfig({ keep: 'last', epochs: 3 });
const placesOf = (fold: number, role: number): number[] => [...folds[fold].keys()].filter((n) => folds[fold][n] === role);

const FIT = { temperature: fitTemperature, platt: fitPlatt, isotonic: fitIsotonic };

describe('calibration', () => {
  beforeAll(() => activate('wasm'));

  it.each(['temperature', 'platt', 'isotonic'] as const)('fits what models say of windows that they did not learn from (%s)', async (kind) => {
    const chosen: CalibrationConfig = { kind, folds: 2 };
    const probability: number[] = [];
    const target: number[] = [];
    for (const fold of [0, 1]) {
      const own = { train: selectWindows(plain.train, placesOf(fold, FOLD_TRAINS), true), val: null };
      const judged = selectWindows(plain.train, placesOf(fold, FOLD_JUDGES), false);
      const state = await train(own, config, silent);
      probability.push(...(await evaluatePart(learnedMembers(state), judged, makeObjective(config, own.train))).probability);
      target.push(...judged.mask);
    }
    const done: number[] = [];
    const learned = await learnCalibration(data, config, chosen, async (step) => void done.push(step));
    expect(learned).toEqual(FIT[kind](Float32Array.from(probability), Uint8Array.from(target)));
    expect(done).toEqual(Array.from({ length: calibrationSteps(data, config) }, (_, step) => step));
  });

  it('maps what the model says, epoch by epoch, and is kept with its weights', async () => {
    const calibration = { kind: 'platt', scale: 0.5, bias: -1 } as const;
    const [raw, mapped]: Float32Array[][] = [[], []];
    const watch = (into: Float32Array[]): TrainWatch => ({ ...silent, afterEpoch: (_, __, ___, outcome) => void into.push(outcome!.probability) });
    const without = await train(data, config, watch(raw));
    const state = await train(data, config, watch(mapped), { resumed: null, calibration });
    expect(state.parameters.flat).toEqual(without.parameters.flat);
    expect(mapped).toEqual(raw.map((probability) => applyCalibration(calibration, probability)));
    expect(readState(writeState(state), config, 3).calibration).toEqual(calibration);
    expect(readCalibration(writeMembers(learnedMembers(state), calibration))).toEqual(calibration);
    expect(readCalibration(writeMembers(learnedMembers(state)))).toBeNull();
  });

  it('says where there are too few windows', async () => {
    await expect(learnCalibration(plain, config, { kind: 'platt', folds: 3 }, silent.betweenSteps as never)).rejects.toThrow('not enough training windows for 3 folds');
  });

  it.each([
    [{ keep: 'best' }, 'keep is best; expected last with calibration'],
    [{ earlyStopping: 3 }, 'earlyStopping is 3; expected null with calibration'],
    [{ calibration: { kind: 'platt', folds: 1 } }, 'calibration.folds is 1'],
  ] as const)('refuses %o', async (changes, message) => {
    await expect(train(data, makeConfig({ keep: 'last', calibration: { kind: 'platt', folds: 2 }, ...changes }), silent)).rejects.toThrow(message);
  });
});

describe('selected windows', () => {
  it('are rows of every array, variant by variant', () => {
    const twice = { ...plain.train, windows: windows / 2, variants: 2 };
    const selected = selectWindows(twice, [3, 1], true);
    const rows = [3, 1, windows / 2 + 3, windows / 2 + 1];
    expect([...selected.mask]).toEqual(rows.flatMap((row) => [...plain.train.mask.subarray(row * 12, (row + 1) * 12)]));
    expect([...selected.type]).toEqual(rows.map((row) => plain.train.type[row]));
    expect([...selected.features]).toEqual(rows.flatMap((row) => [...plain.train.features.subarray(row * 36, (row + 1) * 36)]));
    expect([selected.windows, selected.variants]).toEqual([2, 2]);
    expect([...selectWindows(twice, [3, 1], false).type]).toEqual(rows.slice(0, 2).map((row) => plain.train.type[row]));
  });
});
